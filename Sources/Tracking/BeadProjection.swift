internal import TextCore

/// Leads from sentences of an alignment's source to those of its target.
struct BeadProjection {
    /// The target's sentences that some of the source lead to.
    struct Stretch {
        let sentences: Range<Int>
        /// How likely it is that the beads on the way are right, 0 to 1.
        let confidence: Double

        /// The share of sentences in common with others, weighed by the confidence, 0 to 1.
        func overlap(_ other: Range<Int>) -> Double {
            let all =
                max(sentences.upperBound, other.upperBound)
                - min(sentences.lowerBound, other.lowerBound)
            let shared = other.clamped(to: sentences).count
            return all == 0 ? 0 : confidence * Double(shared) / Double(all)
        }
    }

    /// A quote longer than this is found by where it begins.
    static let longest = 32

    private var links: [Int: Bead] = [:]

    init(_ beads: [Bead]) {
        for bead in beads where bead.isLink {
            for sentence in bead.source { links[sentence] = bead }
        }
    }

    /// - Returns: `nil` where none of the sentences has a counterpart.
    subscript(_ sentences: Range<Int>) -> Stretch? {
        let hit = sentences.prefix(Self.longest).compactMap { links[$0] }
        guard let low = hit.map(\.target.lowerBound).min(),
            let high = hit.map(\.target.upperBound).max()
        else { return nil }
        let sum = hit.reduce(0) { $0 + ($1.status == .confirmed ? 1 : $1.score) }
        return Stretch(sentences: low..<high, confidence: sum / Double(hit.count))
    }
}
