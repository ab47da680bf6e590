public import TextCore

/// How well scores keep what they promise: of the beads scored about 0.9, about nine in ten should be right.
public struct ScoreReliability: Hashable, Sendable {
    /// The beads whose scores lie between two tenths.
    public struct Bucket: Hashable, Sendable {
        /// The lower tenth, 0 to 9; a score of 1 counts as 0.9 and above.
        public let tenth: Int
        public let count: Int
        public let meanScore: Double
        /// The share of the beads that the gold has exactly so.
        public let right: Double
    }

    /// In ascending order, none empty.
    public let buckets: [Bucket]

    public init(_ beads: [Bead], gold: [AlignmentEvaluation.Link]) {
        let gold = Set(gold)
        let graded = beads.map { bead in
            let link = AlignmentEvaluation.Link(
                source: Array(bead.source), target: Array(bead.target))
            return (score: bead.score, isRight: gold.contains(link))
        }
        buckets = Dictionary(grouping: graded) { min(max(Int($0.score * 10), 0), 9) }
            .sorted { $0.key < $1.key }
            .map { tenth, beads in
                Bucket(
                    tenth: tenth, count: beads.count,
                    meanScore: beads.reduce(0) { $0 + $1.score } / Double(beads.count),
                    right: Double(beads.count(where: \.isRight)) / Double(beads.count))
            }
    }
}
