/// How well an alignment agrees with one made by hand, as the field measures it.
///
/// *Strict*: a bead counts when the gold has exactly that bead. *Lax*: a bead counts when it shares a pair of sentences
/// with the gold. Precision is over all beads found, omissions too; recall is over the gold's links with two sides.
public struct AlignmentEvaluation: Hashable, Sendable {
    /// A bead as lists of sentence numbers, which a gold alignment may leave with holes.
    public struct Link: Hashable, Sendable {
        public let source: [Int]
        public let target: [Int]

        public init(source: [Int], target: [Int]) {
            self.source = source.sorted()
            self.target = target.sorted()
        }

        var hasTwoSides: Bool { !source.isEmpty && !target.isEmpty }
    }

    public struct Figures: Hashable, Sendable {
        /// 0 to 1.
        public let precision: Double
        public let recall: Double

        public var f1: Double {
            precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        }
    }

    public let strict: Figures
    public let lax: Figures

    public init(found: [Link], gold: [Link]) {
        let (found, gold) = (Self.occupied(found), Self.occupied(gold))
        let (foundLinks, goldLinks) = (found.filter(\.hasTwoSides), gold.filter(\.hasTwoSides))
        strict = Figures(
            precision: Self.share(of: found) { gold.contains($0) },
            recall: Self.share(of: goldLinks) { foundLinks.contains($0) })
        let (pairs, foundPairs) = (Self.pairs(gold), Self.pairs(foundLinks))
        // An omission shares no pair, so to be right it must be the gold's own.
        lax = Figures(
            precision: Self.share(of: found) { gold.contains($0) || Self.touches($0, pairs) },
            recall: Self.share(of: goldLinks) { Self.touches($0, foundPairs) })
    }

    private static func occupied(_ links: [Link]) -> Set<Link> {
        Set(links.filter { !$0.source.isEmpty || !$0.target.isEmpty })
    }

    private static func share(of links: Set<Link>, _ isRight: (Link) -> Bool) -> Double {
        links.isEmpty ? 0 : Double(links.count(where: isRight)) / Double(links.count)
    }

    private static func pairs(_ links: Set<Link>) -> [Int: Set<Int>] {
        var pairs: [Int: Set<Int>] = [:]
        for link in links {
            for source in link.source { pairs[source, default: []].formUnion(link.target) }
        }
        return pairs
    }

    private static func touches(_ link: Link, _ pairs: [Int: Set<Int>]) -> Bool {
        link.source.contains { source in
            guard let targets = pairs[source] else { return false }
            return link.target.contains { targets.contains($0) }
        }
    }
}
