import Testing
import TextCore

@testable import Alignment

struct SentenceVectorsTests {
    /// A pair whose words say nothing, with a vector for each sentence, and the beads that are true of them.
    private struct EncodedText {
        private(set) var source: [String] = []
        private(set) var target: [String] = []
        private(set) var sourceVectors: [[Float]] = []
        private(set) var targetVectors: [[Float]] = []
        private(set) var beads: [AlignmentEvaluation.Link] = []
        private var random: Random

        private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

        init(seed: UInt64, beads count: Int) {
            random = Random(seed: seed)
            let shapes = [(1, 2), (2, 1), (1, 0), (0, 1), (1, 3)]
            for _ in 0..<count {
                add(random.below(5) == 0 ? shapes[random.below(shapes.count)] : (1, 1))
            }
        }

        /// Every concept takes as many words, and none of them comes twice.
        private mutating func sentence(_ concepts: Int) -> String {
            (0..<8 * concepts).map { _ in
                String((0..<5).map { _ in Self.letters[random.below(Self.letters.count)] })
            }.joined(separator: " ")
        }

        /// Random directions with something in common, as an encoder's.
        private mutating func concept() -> [Float] {
            (0..<64).map { 1 + Float(random.below(2_001) - 1_000) / 500 + ($0 < 8 ? 3 : 0) }
        }

        private mutating func noisy(_ vector: [Float]) -> [Float] {
            vector.map { $0 + Float(random.below(2_001) - 1_000) / 1_000 }
        }

        private mutating func add(_ shape: (source: Int, target: Int)) {
            let concepts = (0..<max(shape.source, shape.target)).map { _ in concept() }
            let whole = (0..<64).map { place in concepts.reduce(0) { $0 + $1[place] } }
            let (sources, targets) = (source.count, target.count)
            let (from, to) = (max(1, shape.source), max(1, shape.target))
            for number in 0..<shape.source {
                source.append(sentence(concepts.count / from))
                sourceVectors.append(
                    noisy(shape.source >= shape.target ? concepts[number] : whole))
            }
            for number in 0..<shape.target {
                target.append(sentence(concepts.count / to))
                targetVectors.append(
                    noisy(shape.target >= shape.source ? concepts[number] : whole))
            }
            beads.append(
                .init(
                    source: Array(sources..<source.count), target: Array(targets..<target.count)))
        }

        func pair(_ withVectors: Bool) -> AlignmentPair {
            AlignmentPair(
                source: AlignmentSide(
                    language: .undetermined, sentences: source.map { .init($0) },
                    vectors: withVectors ? SentenceVectors(sourceVectors) : nil),
                target: AlignmentSide(
                    language: .undetermined, sentences: target.map { .init($0) },
                    vectors: withVectors ? SentenceVectors(targetVectors) : nil))
        }

        func strictF1(_ withVectors: Bool, _ options: AlignmentOptions) -> Double {
            let found = SentenceAligner(options).align(pair(withVectors)).map {
                AlignmentEvaluation.Link(source: Array($0.source), target: Array($0.target))
            }
            return AlignmentEvaluation(found: found, gold: beads).strict.f1
        }
    }

    /// At once, and within a band that a coarse search has found.
    @Test(arguments: [200_000, 2_000])
    func vectorsAloneAlignWhatWordsCannot(fullSearchCells: Int) {
        let text = EncodedText(seed: 7, beads: 80)
        var options = AlignmentOptions()
        options.fullSearchCells = fullSearchCells
        options.coarseCells = min(options.coarseCells, fullSearchCells)
        #expect(text.strictF1(false, options) < 0.5)
        #expect(text.strictF1(true, options) > 0.95)
    }

    /// One bead by its sentences against all beads of a node at once.
    @Test func theGridAgreesWithThePlainDefinition() throws {
        let pair = EncodedText(seed: 3, beads: 12).pair(true)
        var (from, to) = (TokenIndex(.undetermined), TokenIndex(.undetermined))
        let stretch = Stretch(source: from.encode(pair.source), target: to.encode(pair.target))
        let band = Band(
            sourceCount: stretch.source.count, targetCount: stretch.target.count)
        let grid = try #require(VectorGrid(stretch, band))
        let scorer = try #require(VectorScorer(stretch))
        for row in 1...stretch.source.count {
            for column in 1...stretch.target.count {
                var scores = LinkScores(repeating: .zero)
                grid.add(to: &scores, row, column)
                for (a, b) in (0..<16).map({ ($0 / 4, $0 % 4) }) where a < row && b < column {
                    let plain = scorer.score(row - a - 1..<row, column - b - 1..<column)
                    #expect(abs(scores[b][a] - plain) < 1e-3)
                }
            }
        }
    }

    @Test func whatAllHaveInCommonIsTakenOff() throws {
        let vectors = (0..<40).map { number -> [Float] in
            (0..<20).map { $0 == number / 2 ? 1 : 5 }
        }
        let centred = try #require(SentenceVectors(vectors)).centred()
        #expect(abs(centred.product(0, centred, 1) - 1) < 1e-4)
        #expect(abs(centred.product(0, centred, 2)) < 0.2)
    }

    @Test func vectorsThatAreNoneAreRefused() {
        #expect(SentenceVectors([[1, 2], [1]]) == nil)
        #expect(SentenceVectors([[], []]) == nil)
        #expect(SentenceVectors([[1, .nan]]) == nil)
        #expect(SentenceVectors([[.infinity]]) == nil)
        #expect(SentenceVectors([])?.count == 0)
    }

    @Test func extremeNumbersHaveADirection() throws {
        let extreme = try #require(
            SentenceVectors([[.greatestFiniteMagnitude, 0], [0, 0], [0, .leastNonzeroMagnitude]]))
        let centred = extreme.centred()
        #expect(abs(centred.product(0, centred, 0) - 1) < 1e-4)
        #expect(centred.product(1, centred, 0).isFinite)
        #expect(centred.product(0, centred, 2) < 0.2)
    }

    @Test func vectorsOfAnotherNumberThanSentencesChangeNothing() {
        let text = EncodedText(seed: 9, beads: 30)
        let plain = text.pair(false)
        let odd = AlignmentPair(
            source: AlignmentSide(
                language: .undetermined, sentences: plain.source.sentences,
                vectors: SentenceVectors([[1, 2]])),
            target: AlignmentSide(
                language: .undetermined, sentences: plain.target.sentences,
                vectors: SentenceVectors(text.targetVectors)))
        #expect(SentenceAligner().align(odd) == SentenceAligner().align(plain))
    }
}
