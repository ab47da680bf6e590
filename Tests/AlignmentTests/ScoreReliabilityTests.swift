import Testing
import TextCore

@testable import Alignment

struct ScoreReliabilityTests {
    @Test func bucketsCountTheirBeads() {
        let beads = [
            Bead(source: 0..<1, target: 0..<1, score: 1),
            Bead(source: 1..<2, target: 1..<3, score: 0.94),
            Bead(source: 2..<3, target: 3..<3, score: 0.32),
        ]
        let gold: [AlignmentEvaluation.Link] = [
            .init(source: [0], target: [0]), .init(source: [1], target: [1]),
            .init(source: [2], target: []),
        ]
        let buckets = ScoreReliability(beads, gold: gold).buckets
        #expect(buckets.map(\.tenth) == [3, 9])
        #expect(buckets.map(\.count) == [1, 2])
        #expect(buckets.map(\.right) == [1, 0.5])
        #expect(abs((buckets.last?.meanScore ?? 0) - 0.97) < 1e-9)
    }

    @Test func theErrorIsTheMeanDistanceOverAllDocuments() {
        let link = AlignmentEvaluation.Link(source: [0], target: [0])
        let sure = [Bead(source: 0..<1, target: 0..<1, score: 0.95)]
        let doubtful = [Bead(source: 0..<1, target: 0..<1, score: 0.35)]
        let reliability = ScoreReliability([(sure, [link]), (sure, []), (doubtful, [])])
        // Two of 0.95 of which one is right, one of 0.35 that is wrong.
        #expect(abs(reliability.calibrationError - (0.45 * 2 + 0.35) / 3) < 1e-9)
        #expect(ScoreReliability([]).calibrationError == 0)
    }

    @Test func calibrationKeepsTheOrder() {
        let calibration = ScoreCalibration(shapes: [BeadShape(source: 1, target: 1)])
        let scores = (0...1_000).map {
            calibration.probability(posterior: Float($0) / 1_000, words: 20, misfit: 1)
        }
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 < $1 })
        #expect(scores.allSatisfy { (0...1).contains($0) })
    }

    @Test func freeTextsOddLengthsAndLongBeadsAreDoubted() {
        func score(_ other: BeadShape, words: Int = 20, misfit: Float = 0) -> Double {
            let shapes = (0..<50).map { $0 % 2 == 0 ? BeadShape(source: 1, target: 1) : other }
            return ScoreCalibration(shapes: shapes)
                .probability(posterior: 0.9, words: words, misfit: misfit)
        }
        let literal = BeadShape(source: 1, target: 1)
        let usual = score(literal)
        #expect(score(BeadShape(source: 2, target: 1)) < usual)
        #expect(score(literal, words: 90) < usual)
        #expect(score(literal, misfit: 2) < usual)
    }
}
