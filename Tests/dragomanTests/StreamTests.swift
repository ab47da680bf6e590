import Foundation
import Testing

/// Whatever comes, every stream answers each line and ends by itself.
struct StreamTests {
    /// A command that reads records, and a record of it around a text.
    struct Stream: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: [String]
        /// `TEXT` stands for the text as a JSON string, `NUMBER` for the id.
        let record: String

        var testDescription: String { name }

        func line(id: Int, text: String) -> String {
            let encoded = try? JSONEncoder().encode(text)
            return record.replacingOccurrences(
                of: "TEXT", with: String(decoding: encoded ?? Data(), as: UTF8.self)
            )
            .replacingOccurrences(of: "NUMBER", with: "\(id)")
        }
    }

    static let streams = [
        Stream(
            name: "extract", arguments: ["extract"],
            record: #"{"id":NUMBER,"lang":"ru","text":TEXT,"url":"https://news.example"}"#),
        Stream(
            name: "segment", arguments: ["segment"],
            record: #"{"id":NUMBER,"lang":"ru","text":TEXT}"#),
        Stream(
            name: "quotes", arguments: ["quotes"],
            record: #"{"id":NUMBER,"lang":"en","text":TEXT}"#),
        Stream(
            name: "names", arguments: ["names"],
            record: #"{"id":NUMBER,"lang":"ru","text":TEXT}"#),
        Stream(
            name: "match", arguments: ["match"],
            record: #"{"id":NUMBER,"a":{"name":TEXT,"lang":"ru"},"b":{"name":TEXT,"lang":"zh"}}"#),
        Stream(
            name: "lookup", arguments: ["lookup", "--gazetteer", people],
            record: #"{"id":NUMBER,"lang":"ar","name":TEXT}"#),
        Stream(
            name: "align", arguments: ["align"],
            record:
                #"{"id":NUMBER,"source":{"lang":"ru","sentences":[TEXT,"Да."]},"target":{"lang":"en","sentences":[TEXT]}}"#
        ),
        Stream(
            name: "check", arguments: ["check"],
            record:
                #"{"id":NUMBER,"source":{"lang":"en","text":TEXT},"target":{"lang":"uk","text":TEXT}}"#
        ),
        Stream(
            name: "lexicon", arguments: ["lexicon", "learn", "--out", "/dev/null"],
            record:
                #"{"id":NUMBER,"source":{"lang":"zh","sentences":[TEXT,"是。"]},"target":{"lang":"uk","sentences":[TEXT]}}"#
        ),
    ]

    /// A small gazetteer, written once a run.
    static let people: String = {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "people-\(ProcessInfo.processInfo.processIdentifier).tsv")
        let lines = "p1\ten\tAnna Koval\np2\ten\tIvan Petrov\np3\tzh\t王毅\n"
        try? Data(lines.utf8).write(to: file)
        return file.path(percentEncoded: false)
    }()

    /// A stream that is missing here would go untested.
    @Test func everyStreamIsInTheTable() throws {
        let names = try CommandLineTests.commandNames().filter {
            try CommandLineTests.run([$0, "--help"]).output.contains("  --jsonl ")
        }
        #expect(Set(names) == Set(Self.streams.map(\.name)))
    }

    @Test(arguments: streams)
    func malformedLinesAreAnsweredEach(stream: Stream) throws {
        var lines: [Data] = []
        var random = Random(seed: 11)
        let sound = Array(stream.line(id: 1, text: "Министр сказал: «Да». 部长说：“是”。").utf8)
        for _ in 0..<160 { lines.append(Data(sound.prefix(random.below(sound.count)))) }
        for _ in 0..<160 { lines.append(Data((0..<random.below(80)).map { _ in random.byte() })) }
        for _ in 0..<120 {
            var broken = sound
            for _ in 0...random.below(4) { broken[random.below(broken.count)] = random.byte() }
            lines.append(Data(broken))
        }
        lines += Self.peculiar.map { Data($0.utf8) }
        lines = lines.map { Data($0.filter { $0 != 0x0A }) }.filter { line in
            line.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
        }
        #expect(lines.count > 400)
        let outcome = try CommandLineTests.run(
            stream.arguments + ["--jsonl"], input: lines.reduce(Data()) { $0 + $1 + [0x0A] })
        let answers = outcome.output.split(separator: "\n")
        #expect(answers.count == lines.count)
        #expect(answers.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
        #expect(outcome.code == 3)
    }

    private static let peculiar = [
        #"{"id":1,"lang":"en","text":"\ud800","name":"\udfff","html":"\ud800"}"#,
        String(repeating: "[", count: 50_000),
        #"{"id":"# + String(repeating: #"{"a":"#, count: 20_000),
        "null", "0", "\"\"", "[]", "{}", #"{"id":null,"text":null}"#, #"{"text":[]}"#,
        #"{"id":9,"lang":"xx-not a tag","text":"a","name":"a"}"#,
        #"{"id":1e999,"text":"a"}"#, #"{"id":[1],"text":"a"}"#,
    ]

    @Test(arguments: streams)
    func awkwardTextsGetAResult(stream: Stream) throws {
        let texts = [
            "", " ", "\u{0}", "\u{FEFF}", "\u{202E}مرحبا\u{202C}", "e\u{301}\u{301}\u{301}", "𠮷𝒜🎭",
            String(repeating: "«", count: 3_000), String(repeating: "a", count: 100_000),
            String(repeating: ". ", count: 3_000), String(repeating: "说：“", count: 2_000),
            "Ein Satz.\r\nEin zweiter.\u{2028}Dritter.\u{85}",
        ]
        let input = texts.enumerated().map { stream.line(id: $0, text: $1) }.joined(separator: "\n")
        let outcome = try CommandLineTests.run(
            stream.arguments + ["--jsonl"], input: Data((input + "\n").utf8))
        let answers = outcome.output.split(separator: "\n")
        #expect(outcome.code == 0 && answers.count == texts.count)
        for (index, answer) in answers.enumerated() {
            #expect(answer.contains("\"id\":\(index)") && !answer.contains("\"error\""))
        }
    }
}

/// A generator of numbers that is the same on every run.
struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, bound)
    }

    mutating func byte() -> UInt8 { UInt8(below(256)) }
}
