internal import Alignment
internal import Interchange
public import TextCore

/// Ladders: beads as the field's aligners and scorers write them.
extension AlignmentService {
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

    /// Lines of `[0, 1]:[0]:0.9876`.
    public static func ladder(_ beads: [Bead]) -> String { BeadLadder.write(beads) }

    /// Compares beads with a ladder made by hand.
    ///
    /// - Returns: agreement by whole beads, and by any pair of sentences.
    /// - Throws: `InterchangeError` where the ladder cannot be read.
    public static func evaluate(
        _ beads: [Bead], gold: String, file: String
    ) throws -> (strict: Agreement, lax: Agreement) {
        let result = AlignmentEvaluation(
            found: beads.map { .init(source: Array($0.source), target: Array($0.target)) },
            gold: try BeadLadder.read(gold, file: file).map {
                .init(source: $0.source, target: $0.target)
            })
        return (Agreement(result.strict), Agreement(result.lax))
    }
}
