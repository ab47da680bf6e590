import Testing
import TextCore
import Tracking

struct BeadTriangleTests {
    private func bead(_ source: Range<Int>, _ target: Range<Int>) -> Bead {
        Bead(source: source, target: target, score: 1)
    }

    @Test func aBeadContradictsWhenTheWayOverTheThirdLeadsElsewhere() {
        let first = [
            bead(0..<1, 0..<1), bead(1..<2, 1..<3), bead(2..<3, 3..<3), bead(3..<4, 3..<4),
        ]
        let second = [bead(0..<2, 0..<1), bead(2..<3, 1..<2), bead(3..<4, 2..<3)]
        let direct = [
            bead(0..<1, 0..<1), bead(1..<2, 1..<2), bead(2..<3, 2..<3), bead(3..<4, 3..<4),
            bead(4..<5, 4..<4),
        ]
        let triangle = BeadTriangle(direct, over: first, second)
        // The third has no way, the fifth no target; of the others the last lands elsewhere.
        #expect(triangle.comparedCount == 3)
        #expect(triangle.contradicting == [bead(3..<4, 3..<4)])
    }

    @Test func withoutAWayNothingIsCompared() {
        let triangle = BeadTriangle([bead(0..<1, 0..<1)], over: [], [bead(0..<1, 0..<1)])
        #expect(triangle.comparedCount == 0 && triangle.contradicting.isEmpty)
    }
}
