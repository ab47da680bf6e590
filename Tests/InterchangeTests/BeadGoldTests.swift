import Interchange
import Testing

struct BeadGoldTests {
    @Test func aLadderAndJSONSayTheSame() throws {
        let ladder = try BeadGold.read(Array("[0, 1]:[0]:0.5\n[]:[1]\n".utf8), file: "g")
        let json = try BeadGold.read(
            Array(
                #"{"id":"a","beads":[{"source":[0,1],"target":[0],"score":1},{"source":[],"target":[1]}]}"#
                    .utf8), file: "g")
        #expect(ladder.map(\.links) == json.map(\.links))
        #expect(ladder.map(\.id) == [nil] && json.map(\.id) == ["a"])
    }

    @Test func idsMayBeNumbers() throws {
        let lines = "\n{\"id\":7,\"beads\":[]}\r\n{\"beads\":[]}\n"
        #expect(try BeadGold.read(Array(lines.utf8), file: "g").map(\.id) == ["7", nil])
    }

    @Test(arguments: ["{\"beads\":[]}\n{\"beads\":[{\"source\":[0]}]}", "{\"beads\":[]}\n{", "{}"])
    func aDamagedLineIsNamed(text: String) {
        do {
            _ = try BeadGold.read(Array(text.utf8), file: "g.jsonl")
            Issue.record("no error")
        } catch { #expect("\(error)".hasPrefix("g.jsonl:"), "\(error)") }
    }
}
