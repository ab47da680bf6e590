/// How well alignments agree with ones made by hand, as the field measures it (Bleualign, Vecalign).
///
/// *Strict*: a bead counts when the gold has exactly that bead. *Lax*: a bead counts when it shares a pair of sentences
/// with the gold. Precision is over all beads found, omissions too; recall is over the gold's links with two sides. Of
/// several documents all beads are counted together.
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

    /// How many of how many are right.
    private struct Share {
        private var right = 0
        private var all = 0

        var value: Double { all == 0 ? 0 : Double(right) / Double(all) }

        mutating func count(_ links: Set<Link>, _ isRight: (Link) -> Bool) {
            all += links.count
            right += links.count(where: isRight)
        }
    }

    public let strict: Figures
    public let lax: Figures

    public init(found: [Link], gold: [Link]) { self.init([(found, gold)]) }

    public init(_ documents: [(found: [Link], gold: [Link])]) {
        var (strictPrecision, strictRecall, laxPrecision, laxRecall) = (
            Share(), Share(), Share(), Share()
        )
        for document in documents {
            let (found, gold) = (Self.occupied(document.found), Self.occupied(document.gold))
            let foundLinks = found.filter(\.hasTwoSides)
            let goldLinks = gold.filter(\.hasTwoSides)
            let (pairs, foundPairs) = (Self.pairs(gold), Self.pairs(foundLinks))
            strictPrecision.count(found) { gold.contains($0) }
            strictRecall.count(goldLinks) { foundLinks.contains($0) }
            // An omission shares no pair, so to be right it must be the gold's own.
            laxPrecision.count(found) { gold.contains($0) || Self.touches($0, pairs) }
            laxRecall.count(goldLinks) { Self.touches($0, foundPairs) }
        }
        strict = Figures(precision: strictPrecision.value, recall: strictRecall.value)
        lax = Figures(precision: laxPrecision.value, recall: laxRecall.value)
    }

    private static func occupied(_ links: [Link]) -> Set<Link> {
        Set(links.filter { !$0.source.isEmpty || !$0.target.isEmpty })
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
