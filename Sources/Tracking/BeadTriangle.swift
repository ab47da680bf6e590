public import TextCore

/// How far two versions' beads agree with the way between them over a third version.
///
/// A bead is compared when its source sentences lead to some target sentence over the third version. It contradicts when
/// it has none of those sentences.
public struct BeadTriangle: Sendable {
    public let comparedCount: Int
    /// The beads that contradict, in their order.
    public let contradicting: [Bead]

    /// - Parameters:
    ///   - direct: from the first to the last version.
    ///   - first: from the first to the third version.
    ///   - second: from the third to the last version.
    public init(_ direct: [Bead], over first: [Bead], _ second: [Bead]) {
        let (to, from) = (Self.links(first), Self.links(second))
        var contradicting: [Bead] = []
        var comparedCount = 0
        for bead in direct where bead.isLink {
            var reached: Set<Int> = []
            for source in bead.source {
                for third in to[source] ?? 0..<0 { reached.formUnion(from[third] ?? 0..<0) }
            }
            if reached.isEmpty { continue }
            comparedCount += 1
            if !bead.target.contains(where: reached.contains) { contradicting.append(bead) }
        }
        self.comparedCount = comparedCount
        self.contradicting = contradicting
    }

    /// By source sentence the target sentences of its bead.
    private static func links(_ beads: [Bead]) -> [Int: Range<Int>] {
        var links: [Int: Range<Int>] = [:]
        for bead in beads where bead.isLink {
            for source in bead.source { links[source] = bead.target }
        }
        return links
    }
}
