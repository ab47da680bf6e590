import Testing

@testable import Interchange

struct VectorLinesTests {
    private func read(_ text: String) throws -> [[Float]] {
        try VectorLines.read(Array(text.utf8), file: "a.vec")
    }

    @Test(arguments: [
        "1 -2.5 3e-1\n0 0 1\n", "1,-2.5,0.3\r\n0\t0\t1", "[1, -2.5, 0.3]\n[0,0,1] \n",
        #"{"vector":[1,-2.5,0.3]}"# + "\n" + #"{"id":2,"embedding":[0,0,1]}"#,
    ])
    func everyFormIsRead(text: String) throws {
        #expect(try read(text) == [[1, -2.5, 0.3], [0, 0, 1]])
    }

    @Test func nothingIsNoVector() throws { #expect(try read("") == []) }

    @Test(arguments: [
        ("1 2\n1 2 3\n", "a.vec:2:1: 3 numbers, where line 1 has 2"),
        ("1 2\n\n3 4\n", "a.vec:2:1: no vector"),
        ("1 2\n3 чотири\n", "a.vec:2:3: 'чотири' is no number"),
        ("1 nan\n", "a.vec:1:3: 'nan' is no number"), ("1 -inf\n", "a.vec:1:3: '-inf'"),
        ("[]\n", "a.vec:1:1: an empty vector"), ("[1, 2\n", "a.vec:1:6: a vector that begins"),
        (#"{"id":1}"#, "a.vec:1:1: expected an object with 'vector' or 'embedding'"),
        (#"{"vector":[1,"b"]}"#, "a.vec:1:1: expected an object"),
        ("1 1e99\n", "a.vec:1:3: '1e99' is no number"),
    ])
    func whatIsNoVectorIsNamed(text: String, message: String) {
        do {
            _ = try read(text)
            Issue.record("no error")
        } catch { #expect("\(error)".hasPrefix(message), "\(error)") }
    }
}
