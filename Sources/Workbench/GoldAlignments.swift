internal import Alignment
internal import Interchange
public import TextCore

/// Beads made by hand, to measure an aligner with.
public struct GoldAlignments: Sendable {
    /// 0 to 1 each.
    public struct Agreement: Hashable, Sendable {
        public let precision: Double
        public let recall: Double
        public let f1: Double

        fileprivate init(_ figures: AlignmentEvaluation.Figures) {
            precision = figures.precision
            recall = figures.recall
            f1 = figures.f1
        }
    }

    /// Whether of the beads scored about 0.9 about nine in ten are right.
    public struct Reliability: Sendable {
        /// The beads scored from `from` up to a tenth above.
        public struct Bucket: Sendable {
            public let from: Double
            public let beadCount: Int
            public let meanScore: Double
            /// The share of beads that are strictly right.
            public let right: Double
        }

        /// In ascending order, none empty.
        public let buckets: [Bucket]
        /// The expected calibration error, 0 to 1.
        public let calibrationError: Double

        fileprivate init(_ reliability: ScoreReliability) {
            buckets = reliability.buckets.map {
                Bucket(
                    from: Double($0.tenth) / 10, beadCount: $0.count, meanScore: $0.meanScore,
                    right: $0.right)
            }
            calibrationError = reliability.calibrationError
        }
    }

    /// The gold of one pair of texts.
    public struct Record: Sendable {
        fileprivate let links: [AlignmentEvaluation.Link]
    }

    private var records: [(id: String?, record: Record)] = []

    /// - Throws: where it is neither a ladder nor JSON lines, with its line.
    public init(_ bytes: [UInt8], file: String) throws(WorkbenchError) {
        do throws(InterchangeError) {
            for found in try BeadGold.read(bytes, file: file) {
                let links = found.links.map {
                    AlignmentEvaluation.Link(source: $0.source, target: $0.target)
                }
                records.append((found.id, Record(links: links)))
            }
        } catch {
            throw WorkbenchError(
                "\(error)",
                hint: "gold is a ladder, such as [0,1]:[0], or what align --jsonl writes")
        }
    }

    public var count: Int { records.count }
    /// The gold where there is one pair only.
    public var only: Record? { records.count == 1 ? records[0].record : nil }

    /// - Returns: answers beside the gold of the same id, and what has no counterpart, in words.
    public func matched(
        _ answers: [(id: String?, beads: [Bead])]
    ) -> (pairs: [(beads: [Bead], gold: Record)], unmatched: [String]) {
        var byID = Dictionary(records.compactMap { id, record in id.map { ($0, record) } }) {
            a, _ in
            a
        }
        var unmatched: [String] = []
        var pairs: [(beads: [Bead], gold: Record)] = []
        for (id, beads) in answers {
            if let id, let gold = byID.removeValue(forKey: id) {
                pairs.append((beads, gold))
            } else {
                unmatched.append("no gold for record \(id ?? "without an id")")
            }
        }
        unmatched += byID.keys.sorted().map { "no record for the gold of \($0)" }
        return (pairs, unmatched)
    }

    /// The agreement by whole beads and by any pair of sentences, all beads counted together.
    public static func agreement(
        _ pairs: [(beads: [Bead], gold: Record)]
    ) -> (strict: Agreement, lax: Agreement) {
        let result = AlignmentEvaluation(
            pairs.map { beads, gold in
                (
                    found: beads.map { .init(source: Array($0.source), target: Array($0.target)) },
                    gold: gold.links
                )
            })
        return (Agreement(result.strict), Agreement(result.lax))
    }

    /// How well the scores hold, all beads counted together.
    public static func reliability(_ pairs: [(beads: [Bead], gold: Record)]) -> Reliability {
        Reliability(ScoreReliability(pairs.map { ($0, $1.links) }))
    }
}
