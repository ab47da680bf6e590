/// How much a word counts for one on the other side by how far it stands from that word's own part of the sentence.
///
/// m + (1 - m) / (1 + (d / r)²): words near are favoured, and none is ruled out, for languages order their clauses
/// differently.
struct PlaceWeight: Sendable {
    /// r, in words.
    let reach: Float
    /// m: what a word at any distance keeps of the weight.
    let farShare: Float

    init(_ options: AlignmentOptions) {
        reach = options.wordReach
        farShare = options.farShare
    }

    /// - Parameter distance: d / r.
    @inline(__always)
    func near(_ distance: Float) -> Float { (1 - farShare) / (1 + distance * distance) }
}
