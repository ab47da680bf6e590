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

    /// Words near their place against the double sum, for groups of a few words and for one longer than the horizon.
    @Test(arguments: [(5, 4), (30, 9), (1, 40), (200, 170), (150, 3), (2, 0), (0, 2)])
    func placedWords(given: Int, scored: Int) {
        let text = InventedText(seed: 5, beads: 30)
        let (_, plain, source, target, index) = Self.encoded(text)
        let table = Self.withFertilities(plain, index)
        let options = Alignment.AlignmentOptions()
        var scorer = PlacedWordScorer(tokenCount: index.count, options)
        for start in [0, 11, 23] {
            let from = source.tokens[start..<start + given]
            let to = target.tokens[start / 2..<start / 2 + scored]
            let found = scorer.score(to, given: from, table)
            let expected = Self.placedScore(Array(from), Array(to), table, options)
            #expect(abs(found - expected) < 1e-3 * max(1, abs(expected)))
        }
    }

    private static func withFertilities(
        _ table: TranslationTable, _ index: TokenIndex
    ) -> TranslationTable {
        var entries: [TranslationTable.Entry] = []
        for row in 0..<table.rowStarts.count - 1 {
            for place in Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1]) {
                let share = index.share(Int(table.columns[place]))
                entries.append(
                    .init(
                        from: Int32(row), to: table.columns[place],
                        probability: table.ratios[place] * share))
            }
        }
        let rowCount = table.rowStarts.count - 1
        return TranslationTable(
            entries, rowCount: rowCount, index: index,
            fertilities: (0..<rowCount).map { 0.25 + Float($0 % 7) / 4 })
    }

    private static func placedScore(
        _ given: [Int32], _ scored: [Int32], _ table: TranslationTable,
        _ options: Alignment.AlignmentOptions
    ) -> Float {
        guard !given.isEmpty else { return 0 }
        let (reach, far) = (options.wordReach, options.farShare)
        return scored.enumerated().reduce(0) { score, item in
            let (place, to) = item
            var (weights, sum): (Float, Float) = (0, 0)
            for (index, word) in given.enumerated() {
                let own = (Float(place) + 0.5) * Float(given.count) / Float(scored.count)
                let distance = abs(Float(index) + 0.5 - own) / reach
                let near = distance > 8 ? 0 : (1 - far) / (1 + distance * distance)
                let weight = table.fertilities[Int(word)] * (far + near)
                let row = Int(table.rowStarts[Int(word)])..<Int(table.rowStarts[Int(word) + 1])
                let ratio = row.filter { table.columns[$0] == to }
                    .reduce(Float(0)) { $0 + table.ratios[$1] }
                weights += weight
                sum += weight * (table.unspent[Int(word)] + ratio)
            }
            return score
                + log(options.backgroundShare + (1 - options.backgroundShare) * sum / weights)
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

    private static func model(
        _ text: InventedText
    ) -> (AlignmentModel, Stretch) {
        let (pair, table, source, target, index) = encoded(text)
        var reverse = TokenIndex(.undetermined)
        _ = reverse.encode(pair.source)
        let model = AlignmentModel(
            toTarget: withFertilities(table, index),
            toSource: TranslationTable([], rowCount: index.count, index: reverse),
            length: LengthModel(sources: source.lengths, targets: target.lengths),
            priors: BeadPriors(Alignment.AlignmentOptions()), backgroundShare: 0.5,
            lengthWeight: 0.8)
        return (model, Stretch(source: source, target: target))
    }

    /// Posteriors against the sum over all ways to cut a small lattice.
    @Test func posteriorsAreSharesOfAllWays() {
        var (model, stretch) = Self.model(InventedText(seed: 6, beads: 4))
        model.gaps = GapPriors(leaving: 0.3)
        let (rows, columns) = (stretch.source.count, stretch.target.count)
        let band = Band(sourceCount: rows, targetCount: columns)
        let edges = EdgeScorer(stretch, band, model)
        let ways = Self.ways(model, rows, columns) { row, column, shape in
            edges.links(row, column)[shape.target - 1][shape.source - 1]
        }
        #expect(ways.contains { $0.state != GapPriors.State.text })
        Self.expectShares(
            BeadLattice(BandGraph(stretch, band, model), model.gaps)
                .expectation(threshold: 1e-6), of: ways)
    }

    /// The same of the closer look, when the first one has left every node.
    @Test func refinedPosteriorsAreSharesOfAllWays() {
        var (model, stretch) = Self.model(InventedText(seed: 6, beads: 4))
        model.gaps = GapPriors(leaving: 0.3)
        let (rows, columns) = (stretch.source.count, stretch.target.count)
        let nodes = (0...rows).flatMap { row in
            (0...columns).map { LatticeNode(row: row, column: $0) }
        }
        var scorer = BeadScorer(model, Alignment.AlignmentOptions())
        let graph = RefinedGraph(stretch, nodes, model.priors, &scorer)
        let lattice = BeadLattice(graph, model.gaps)
        var scores: [[Int]: Float] = [:]
        for node in nodes {
            for shape in model.priors.shapes
            where shape.source <= node.row && shape.target <= node.column {
                scores[[node.row, node.column, shape.source, shape.target]] =
                    scorer.score(stretch, endingAt: node, shape)
            }
        }
        let ways = Self.ways(model, rows, columns) { row, column, shape in
            scores[[row, column, shape.source, shape.target]] ?? BeadPriors.impossible
        }
        Self.expectShares(lattice.expectation(threshold: 1e-6), of: ways)
    }

    private static func expectShares(_ expectation: Alignment.Expectation, of ways: [Way]) {
        let all = ways.reduce(0) { $0 + exp($1.score) }
        #expect(abs(log(all) - expectation.likelihood) < 1e-3)
        #expect(!expectation.beads.isEmpty)
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
        var state = GapPriors.State.text
    }

    private static func ways(
        _ model: AlignmentModel, _ row: Int, _ column: Int,
        _ link: (Int, Int, BeadShape) -> Float
    ) -> [Way] {
        if row == 0 && column == 0 { return [Way()] }
        let texts = model.priors.shapes.flatMap { shape -> [Way] in
            guard shape.source <= row, shape.target <= column else { return [] }
            let score =
                shape.target == 0
                ? model.priors.omission
                : shape.source == 0
                    ? model.priors.addition
                    : link(row, column, shape)
            return entering(GapPriors.State.text, shape, Double(score), model, row, column, link)
        }
        let omission = BeadShape(source: 1, target: 0)
        let addition = BeadShape(source: 0, target: 1)
        return texts
            + entering(GapPriors.State.omission, omission, 0, model, row, column, link)
            + entering(GapPriors.State.addition, addition, 0, model, row, column, link)
    }

    /// The ways whose last bead has a shape and a state.
    private static func entering(
        _ state: Int, _ shape: BeadShape, _ score: Double, _ model: AlignmentModel, _ row: Int,
        _ column: Int, _ link: (Int, Int, BeadShape) -> Float
    ) -> [Way] {
        guard shape.source <= row, shape.target <= column else { return [] }
        let before = ways(model, row - shape.source, column - shape.target, link)
        return before.compactMap { way in
            let step = model.gaps.entries[state][way.state]
            guard step > -1e29 else { return nil }
            var way = way
            way.beads.append([row, column, shape.source, shape.target])
            way.score += score + step
            way.state = state
            return way
        }
    }
}
