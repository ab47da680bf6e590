import Interchange
import Testing
import TextCore

struct BeadLadderTests {
    @Test func whatIsWrittenIsRead() throws {
        let beads = [
            Bead(source: 0..<2, target: 0..<1, score: 0.98765),
            Bead(source: 2..<2, target: 1..<2, score: 1),
        ]
        let text = BeadLadder.write(beads)
        #expect(text == "[0, 1]:[0]:0.9877\n[]:[1]:1\n")
        let links = try BeadLadder.read(text, file: "a.ladder")
        #expect(
            links == [.init(source: [0, 1], target: [0]), .init(source: [], target: [1])])
    }

    @Test(arguments: ["[0]", "[0]:[1", "[0]:[x]", "[0,]:[1]", "0:1", "[0]:[1]:0.5:2", "[[0]:[1]"])
    func whatCannotBeReadIsNamed(line: String) {
        #expect(throws: InterchangeError.self) {
            try BeadLadder.read("# gold\n[0]:[0]\n\(line)\n", file: "a.ladder")
        }
    }
}
