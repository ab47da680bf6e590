import Foundation
import Testing

/// Abbreviations of a user's and of a corpus's own.
struct AbbreviationsCommandTests {
    static func folder() -> URL {
        FileManager.default.temporaryDirectory.appending(path: "abbreviations-\(UUID().uuidString)")
    }

    static func write(_ text: String, _ url: URL) throws {
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    static let text = Data("Die Bevollm. Koch kam. Gut.".utf8)

    @Test func aFileOfOnesOwnDecides() throws {
        let file = Self.folder().appending(path: "own.txt")
        try Self.write("Bevollm.\ttitle\n", file)
        let path = file.path(percentEncoded: false)
        let segment = ["segment", "--lang", "de", "--abbreviations", path]
        #expect(
            try CommandLineTests.run(["segment", "--lang", "de"], input: Self.text).output
                == "Die Bevollm.\nKoch kam.\nGut.\n")
        #expect(
            try CommandLineTests.run(segment, input: Self.text).output
                == "Die Bevollm. Koch kam.\nGut.\n")
        let record = Data(#"{"id":1,"lang":"de-AT","text":"Die Bevollm. Koch kam."}"#.utf8)
        let answer = try CommandLineTests.run(segment + ["--jsonl"], input: record)
        #expect(answer.output.contains(#""text":"Die Bevollm. Koch kam.""#))
        try Self.write("ok\nBevollm\ttitel\n", file)
        let bad = try CommandLineTests.run(segment, input: Self.text)
        #expect(bad.code == 2 && bad.output.isEmpty)
        #expect(bad.errors.hasPrefix("error: \(path):2:9: unknown class 'titel'"))
        let both = try CommandLineTests.run(segment + ["--srx", path], input: Self.text)
        #expect(both.code == 2 && both.errors.contains("exclude each other"))
    }

    /// The lists of a corpus hold wherever its articles are split, and the index follows them.
    @Test func aCorpusCarriesItsOwn() throws {
        let corpus = Self.folder()
        let path = corpus.path(percentEncoded: false)
        #expect(try CommandLineTests.run(["init", path]).code == 0)
        let options = ["--corpus", path]
        let text = "# Amt\n\nDie Bevollm. Koch kam. „Gut“, sagte die Bevollm. Koch.\n"
        let source = "# Office\n\nThe envoy Koch came. “Good,” said the envoy Koch.\n"
        let article = corpus.appending(path: "articles/amt")
        try Self.write(source, article.appending(path: "en.md"))
        try Self.write(text, article.appending(path: "de.md"))
        _ = try CommandLineTests.run(["status"] + options)
        #expect(try Self.sentences(corpus, "Die Bevollm.") == 1)
        let list = corpus.appending(path: "abbreviations/de.txt")
        try Self.write("# ours\nBevollm\ttitle\n", list)
        _ = try CommandLineTests.run(["status"] + options)
        #expect(try Self.sentences(corpus, "Die Bevollm.") == 0)
        let split = try CommandLineTests.run(
            ["segment", "--lang", "de-CH"] + options, input: Self.text)
        #expect(split.output == "Die Bevollm. Koch kam.\nGut.\n")
        for other in ["en", "uk"] {
            let run = try CommandLineTests.run(
                ["segment", "--lang", other] + options, input: Self.text)
            #expect(run.output.hasPrefix("Die Bevollm.\n"))
        }
        let quotes = try CommandLineTests.run(["quotes", "amt", "--lang", "de"] + options)
        #expect(quotes.code == 0 && quotes.output.contains("Gut"))
        let doctor = try CommandLineTests.run(["doctor"] + options)
        #expect(doctor.code == 0 && doctor.output.contains("up to date"))
    }

    @Test(arguments: ["doctor", "check", "status"])
    func aBadListIsToldOfWithFileAndLine(command: String) throws {
        let corpus = Self.folder()
        let path = corpus.path(percentEncoded: false)
        _ = try CommandLineTests.run(["init", path])
        try Self.write("ст\tчисло\nок\n", corpus.appending(path: "abbreviations/uk.txt"))
        try Self.write("a\n", corpus.appending(path: "abbreviations/no tag.txt"))
        let run = try CommandLineTests.run([command, "--corpus", path])
        #expect(run.errors.contains("\(path)/abbreviations/uk.txt:1:4: unknown class 'число'"))
        #expect(run.errors.contains("\(path)/abbreviations/no tag.txt: 'no tag' is not a BCP 47"))
        #expect(run.code == (command == "doctor" ? 1 : run.code))
    }

    /// How many sentences of the index are a text.
    static func sentences(_ corpus: URL, _ text: String) throws -> Int {
        let run = try CommandLineTests.run([
            "search", "\"Die Bevollm\"", "--json", "--corpus", corpus.path(percentEncoded: false),
        ])
        return run.output.components(separatedBy: "\"text\":\"\(text)\"").count - 1
    }
}
