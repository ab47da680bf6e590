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

    public init(_ beads: [Bead], gold: [AlignmentEvaluation.Link]) { self.init([(beads, gold)]) }

    /// Of several documents all beads are counted together.
    public init(_ documents: [(beads: [Bead], gold: [AlignmentEvaluation.Link])]) {
        let graded = documents.flatMap { beads, gold in Self.graded(beads, Set(gold)) }
        buckets = Dictionary(grouping: graded) { min(max(Int($0.score * 10), 0), 9) }
            .sorted { $0.key < $1.key }
            .map { tenth, beads in
                Bucket(
                    tenth: tenth, count: beads.count,
                    meanScore: beads.reduce(0) { $0 + $1.score } / Double(beads.count),
                    right: Double(beads.count(where: \.isRight)) / Double(beads.count))
            }
    }

    private static func graded(
        _ beads: [Bead], _ gold: Set<AlignmentEvaluation.Link>
    ) -> [(score: Double, isRight: Bool)] {
        beads.map { bead in
            let link = AlignmentEvaluation.Link(
                source: Array(bead.source), target: Array(bead.target))
            return (bead.score, gold.contains(link))
        }
    }

    /// The expected calibration error: how far score and share of right beads lie apart on average, 0 to 1.
    public var calibrationError: Double {
        let count = buckets.reduce(0) { $0 + $1.count }
        guard count > 0 else { return 0 }
        return buckets.reduce(0) { $0 + Double($1.count) * abs($1.meanScore - $1.right) }
            / Double(count)
    }
}
