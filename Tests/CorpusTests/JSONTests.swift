import Testing

@testable import Corpus

struct JSONTests {
    private func parse(_ text: String) throws -> JSONValue {
        try JSONSource(file: "f.json", bytes: Array(text.utf8)).parse().value
    }

    @Test(arguments: [
        ("{\n  \"a\": 1,\n}", 3, 1), ("", 1, 1), ("{\"мост\": tru}", 1, 10), ("[1 2]", 1, 4),
        ("{\"a\" 1}", 1, 6), ("\"\u{1}\"", 1, 2), ("[01]", 1, 4), ("{} x", 1, 4),
        ("[\"\\q\"]", 1, 4),
        ("{\n<<<<<<< HEAD\n", 2, 1), ("[1,", 1, 4), ("\"abc", 1, 5), ("[-]", 1, 3), ("[1.]", 1, 4),
    ])
    func faultsHaveALineAndAColumn(text: String, line: Int, column: Int) throws {
        let error = #expect(throws: CorpusError.self) { try parse(text) }
        guard case .malformedJSON(let place, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(place == FilePlace(file: "f.json", line: line, column: column))
    }

    @Test func conflictsOfGitAreCalledSo() throws {
        let error = #expect(throws: CorpusError.self) { try parse("{\n<<<<<<< HEAD\n") }
        #expect("\(String(describing: error))".contains("merge conflict"))
    }

    @Test func numbersAndStringsAreKeptAsWritten() throws {
        let text = #"{"a": [1.0, -2e5, 12345678901234567890], "b": "\ud83d\ude00\ud800 \/ ü"}"#
        #expect(
            try parse(text)
                == .object([
                    "a": .array([.number("1.0"), .number("-2e5"), .number("12345678901234567890")]),
                    "b": .string("😀\u{FFFD} / ü"),
                ]))
    }

    @Test func deepNestingIsRefusedAndDoesNotOverflow() {
        #expect(throws: CorpusError.self) { try parse(String(repeating: "[", count: 100_000)) }
    }

    @Test(arguments: 0..<200)
    func whatIsWrittenIsReadBack(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let value = Self.value(&generator, depth: 0)
        let bytes = JSONWriter.file(value)
        #expect(try JSONSource(file: "", bytes: bytes).parse().value == value)
        #expect(JSONWriter.file(value) == bytes)
    }

    private static func value(_ generator: inout SeededGenerator, depth: Int) -> JSONValue {
        switch Int.random(in: depth < 4 ? 0...6 : 0...4, using: &generator) {
        case 0: return .null
        case 1: return .bool(.random(using: &generator))
        case 2: return .integer(.random(in: -1_000_000...1_000_000, using: &generator))
        case 3, 4: return .string(Samples.text(&generator) + "\"\\\u{0}\u{7F}")
        case 5:
            return .array(
                (0..<5).map { _ in Self.value(&generator, depth: depth + 1) })
        default:
            let fields = (0..<5).map { index in
                ("\(index)" + Samples.text(&generator), Self.value(&generator, depth: depth + 1))
            }
            return .object(Dictionary(fields) { $1 })
        }
    }

    @Test func listsOfRecordsTakeALineEach() {
        let bead = JSONValue.object(["source": .array([.integer(0)]), "score": .share(0.51239)])
        let text = String(
            decoding: JSONWriter.file(
                .object([
                    "beads": .array(
                        [bead, bead] + Array(repeating: bead, count: 3))
                ])), as: UTF8.self)
        #expect(text.contains("    {\"score\": 0.5124, \"source\": [0]},\n"))
    }

    @Test(arguments: [
        (0.0, "0"), (1, "1"), (0.5, "0.5"), (0.0001, "0.0001"), (.nan, "0"), (7, "1"),
    ])
    func sharesAreShort(value: Double, digits: String) {
        #expect(JSONValue.share(value) == .number(digits))
    }
}
