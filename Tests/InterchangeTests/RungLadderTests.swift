import Interchange
import Testing
import TextCore

struct RungLadderTests {
    @Test func rungsStandWhereBeadsStart() {
        let beads = [
            Bead(source: 0..<2, target: 0..<1, score: 0.5),
            Bead(source: 2..<2, target: 1..<2, score: 0),
        ]
        #expect(RungLadder.write(beads) == "0\t0\t0.5\n2\t1\t0\n2\t2\t0\n")
        #expect(RungLadder.write([]) == "0\t0\t0\n")
    }
}
