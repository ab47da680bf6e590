import Foundation
import Testing
import TextCore

@testable import Alignment

/// The fast inner loops against what their comments say they compute.
struct PlainDefinitionTests {
    @Test func logarithmsOfFourLanes() {
        var random = Random(seed: 1)
        for _ in 0..<2_000 {
            let x = Float(exp(Double(random.below(170_000)) / 1_000 - 85))
            let found = VectorMath.log(SIMD4(x, 1, x, 2))
            #expect(abs(found[0] - log(x)) < 2e-5 * max(1, abs(log(x))))
            #expect(found[1] == 0)
        }
    }

    @Test func groupScores() {
        let text = InventedText(seed: 3, beads: 12)
        let (pair, table, source, target, _) = Self.encoded(text)
        var scorer = GroupScorer(of: target, given: source, table, 0.5)
        _ = pair
        for end in 0..<source.count {
            scorer.score(0..<target.count, groupEnd: end)
            for sentence in 0..<target.count {
                for size in 1...min(4, end + 1) {
                    let plain = Self.plainScore(
                        sentence, end - size + 1...end, table, source, target)
                    #expect(abs(scorer.scores[sentence][size - 1] - plain) < 1e-3)
                }
            }
        }
    }

    /// Σ over words t of log(λ + (1 - λ) · mean over words s of p(t|s) / p(t)).
    private static func plainScore(
        _ sentence: Int, _ group: ClosedRange<Int>, _ table: TranslationTable,
        _ source: EncodedSide, _ target: EncodedSide
    ) -> Float {
        let words = group.flatMap { source.tokens[source.tokens(of: $0)] }
        guard !words.isEmpty else { return 0 }
        return target.tokens[target.tokens(of: sentence)].reduce(0) { sum, to in
            let mean =
                words.reduce(Float(0)) { sum, word in
                    let row = Int(table.rowStarts[Int(word)])..<Int(table.rowStarts[Int(word) + 1])
                    let ratio = row.filter { table.columns[$0] == to }
                        .reduce(Float(0)) { $0 + table.ratios[$1] }
                    return sum + table.unspent[Int(word)] + ratio
                } / Float(words.count)
            return sum + log(0.5 + 0.5 * mean)
        }
    }

    private static func encoded(
        _ text: InventedText
    ) -> (AlignmentPair, TranslationTable, EncodedSide, EncodedSide, TokenIndex) {
        let pair = text.pair()
        var (source, target) = (TokenIndex(.undetermined), TokenIndex(.undetermined))
        let (from, to) = (source.encode(pair.source), target.encode(pair.target))
        var random = Random(seed: 4)
        var entries: [TranslationTable.Entry] = []
        for row in 0..<source.count {
            for column in Set((0..<3).map { _ in random.below(target.count) }).sorted() {
                entries.append(
                    .init(
                        from: Int32(row), to: Int32(column),
                        probability: Float(random.below(300)) / 1_000 + 1e-3))
            }
        }
        let table = TranslationTable(entries, rowCount: source.count, index: target)
        return (pair, table, from, to, target)
    }

    /// Posteriors against the sum over all ways to cut a small lattice.
    @Test func posteriorsAreSharesOfAllWays() {
        let text = InventedText(seed: 6, beads: 4)
        let (_, table, source, target, index) = Self.encoded(text)
        var reverse = TokenIndex(.undetermined)
        _ = reverse.encode(text.pair().source)
        _ = index
        let model = AlignmentModel(
            toTarget: table,
            toSource: TranslationTable([], rowCount: index.count, index: reverse),
            length: LengthModel(sources: source.lengths, targets: target.lengths),
            priors: BeadPriors(AlignmentOptions()), backgroundShare: 0.5, lengthWeight: 0.8)
        let stretch = Stretch(source: source, target: target)
        let band = Band(sourceCount: source.count, targetCount: target.count)
        let expectation = BeadLattice(stretch, band, model).expectation(threshold: 1e-6)
        let ways = Self.ways(EdgeScorer(stretch, band, model), model, source.count, target.count)
        let all = ways.reduce(0) { $0 + exp($1.score) }
        #expect(abs(log(all) - expectation.likelihood) < 1e-3)
        for bead in expectation.beads {
            let key = [bead.sourceEnd, bead.targetEnd, bead.shape.source, bead.shape.target]
            let share = ways.filter { $0.beads.contains(key) }.reduce(0) { $0 + exp($1.score) }
            #expect(abs(share / all - Double(bead.weight)) < 1e-3)
        }
        let best = ways.max { $0.score < $1.score }
        #expect(
            best?.beads
                == expectation.path.map {
                    [$0.sourceEnd, $0.targetEnd, $0.shape.source, $0.shape.target]
                })
    }

    private struct Way {
        var beads: [[Int]] = []
        var score = 0.0
    }

    private static func ways(
        _ edges: EdgeScorer, _ model: AlignmentModel, _ row: Int, _ column: Int
    ) -> [Way] {
        if row == 0 && column == 0 { return [Way()] }
        return model.priors.shapes.flatMap { shape -> [Way] in
            guard shape.source <= row, shape.target <= column else { return [] }
            let score =
                shape.target == 0
                ? model.priors.omission
                : shape.source == 0
                    ? model.priors.addition
                    : edges.links(row, column)[shape.target - 1][shape.source - 1]
            return ways(edges, model, row - shape.source, column - shape.target).map { way in
                var way = way
                way.beads.append([row, column, shape.source, shape.target])
                way.score += Double(score)
                return way
            }
        }
    }
}
