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

    @Test func calibrationKeepsTheOrder() {
        let posteriors = (0...1_000).map { Float($0) / 1_000 }
        let scores = posteriors.map(ScoreCalibration.probability)
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 < $1 })
        #expect(scores.allSatisfy { (0...1).contains($0) })
    }
}
