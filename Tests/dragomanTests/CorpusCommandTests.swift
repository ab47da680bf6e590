import Foundation
import Testing

/// The commands of the corpus, as a user runs them one after the other or side by side.
struct CorpusCommandTests {
    /// A fresh corpus with an article in three languages, in a folder that goes away with it.
    final class Desk {
        let path: String

        init() throws {
            let folder = FileManager.default.temporaryDirectory
            path = folder.appending(path: "desk-\(UUID().uuidString)").path(percentEncoded: false)
            #expect(try CommandLineTests.run(["init", path]).code == 0)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func run(_ words: [String], input: String = "") throws -> CommandLineTests.Outcome {
            try CommandLineTests.run(words + ["--corpus", path], input: Data(input.utf8))
        }

        func add(_ text: String, _ language: String, from: String? = nil) throws {
            let origin = from.map { ["--from", $0] } ?? []
            let outcome = try run(
                ["add", "-", "--article", "bridge", "--lang", language] + origin, input: text)
            #expect(outcome.code == 0, "\(outcome.errors)")
        }

        func fill() throws {
            try add("# The bridge opens\n\nIt took nine years. It cost 1.5 billion.\n", "en")
            try add("# Міст відкрито\n\nЦе тривало дев’ять років.\n", "uk", from: "en")
            try add("# 大桥通车\n\n花了九年时间。\n", "zh-Hans", from: "uk")
        }
    }

    @Test func aChangeOfTheSourceShowsInEveryVersionMadeFromIt() throws {
        let desk = try Desk()
        try desk.fill()
        #expect(try desk.run(["status"]).output.contains("bridge\tuk\tuk\tpresent\t\t0\ten\n"))
        let file = URL(filePath: "\(desk.path)/articles/bridge/en.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacingOccurrences(of: "1.5", with: "1.7").utf8).write(to: file)
        let status = try desk.run(["status", "bridge"])
        #expect(status.output.contains("bridge\tuk\tuk\toutdated\t\t1\ten\n"))
        #expect(status.output.contains("bridge\tzh-Hans\tzh-Hans\toutdated\t\t1\tuk\n"))
        #expect(status.code == 0 && status.errors.isEmpty)
        let outdated = try desk.run(["status", "--state", "outdated", "--json"]).output
        #expect(outdated.contains(#""behind":1"#) && !outdated.contains(#""version":"en""#))
    }

    @Test(arguments: [("дев’ять", "uk"), ("九年", "zh-Hans"), ("BILLION", "en")])
    func searchFindsEveryLanguage(query: String, version: String) throws {
        let desk = try Desk()
        try desk.fill()
        let outcome = try desk.run(["search", query])
        #expect(outcome.code == 0 && outcome.output.hasPrefix("bridge\t\(version)\t"))
        #expect(try desk.run(["search", "nowhere"]).code == 1)
    }

    @Test func damageIsNamedWithTheNextStep() throws {
        let desk = try Desk()
        try desk.fill()
        let file = URL(filePath: "\(desk.path)/articles/bridge/article.json")
        try Data("{\n  \"versions\": [\n".utf8).write(to: file)
        let outcome = try desk.run(["doctor"])
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("article.json:3:1: "))
        #expect(outcome.errors.contains("hint: "))
        #expect(try desk.run(["search", "九年"]).code == 0)
    }

    @Test(arguments: [
        (["add", "-", "--lang", "en"], "--article is missing"),
        (["add", "-", "--article", "../x", "--lang", "en"], "did you mean 'x'?"),
        (
            ["add", "-", "--article", "x", "--lang", "en", "--outlet", "a/b"],
            "cannot name a version"
        ),
        (["add", "-", "--article", "x", "--lang", "en", "--from", "fr"], "no version 'fr'"),
        (["add", "-", "--article", "x", "--lang", "en"], "without text"),
        (["status", "bridges"], "no article 'bridges'"), (["search"], "takes words"),
        (["init", "a", "b"], "one folder"),
    ])
    func wrongCallsAreExplained(words: [String], part: String) throws {
        let desk = try Desk()
        let isInit = words[0] == "init"
        let outcome =
            isInit
            ? try CommandLineTests.run(words)
            : try desk.run(words, input: words.contains("--from") ? "One.\n" : "")
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }

    /// Processes that add at once, some of them killed: what was acknowledged is there, and nothing is half there.
    @Test func killedWritersLoseNothingThatWasAcknowledged() throws {
        let desk = try Desk()
        let program = try CommandLineTests.program()
        var acknowledged: Set<String> = []
        for round in 0..<6 {
            let processes = try (0..<3).map { number in
                let process = Process()
                process.executableURL = program
                process.arguments = [
                    "add", "\(desk.path)/corpus.json", "--article", "story-\(round % 4)", "--lang",
                    "en",
                    "--outlet", "o\(round)-\(number)", "--corpus", desk.path,
                ]
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                return process
            }
            usleep(UInt32(6_000 * round))
            kill(processes[0].processIdentifier, SIGKILL)
            for (number, process) in processes.enumerated() {
                process.waitUntilExit()
                if process.terminationReason == .exit, process.terminationStatus == 0 {
                    acknowledged.insert("story-\(round % 4)\ten\ten.o\(round)-\(number)\tpresent")
                }
            }
        }
        #expect(acknowledged.count >= 12)
        let status = try desk.run(["status"])
        #expect(status.errors.isEmpty)
        for line in acknowledged { #expect(status.output.contains(line)) }
        #expect(try desk.run(["doctor"]).code == 0)
    }
}
