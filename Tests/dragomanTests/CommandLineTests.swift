import Foundation
import Testing

/// The built program, as a user runs it.
struct CommandLineTests {
    struct Outcome {
        let output: String
        let errors: String
        let code: Int32
    }

    /// The program stands beside the test bundle in the build folder.
    static func program() throws -> URL {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = root.appending(path: ".build/debug/dragoman")
        try #require(FileManager.default.isExecutableFile(atPath: path.path(percentEncoded: false)))
        return path
    }

    /// - Parameter environment: what is set besides that of the tests.
    static func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.executableURL = try program()
        process.arguments = arguments
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        // A program that refuses its words never reads its input; writing to it must not end the tests.
        signal(SIGPIPE, SIG_IGN)
        // From another thread: a program that answers while it reads would fill its pipe and wait.
        let feeder = Thread {
            try? stdin.fileHandleForWriting.write(contentsOf: input)
            try? stdin.fileHandleForWriting.close()
        }
        feeder.start()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        let errors = stderr.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self), code: process.terminationStatus)
    }

    @Test func aStreamKeepsIdsAndOrderAndReportsBadLines() throws {
        let input = """
            {"id":"a","lang":"zh","text":"部长来了。他走了。"}
            {"id":7,"text":5}
            not json
            {"id":"б","lang":"ru","text":"Кафе\\u0301. Да! Нет."}

            """
        let outcome = try Self.run(["segment", "--jsonl"], input: Data(input.utf8))
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(outcome.code == 3)
        #expect(lines.count == 4)
        #expect(lines[0].contains(#"{"end":9,"start":5,"text":"他走了。"}"#))
        #expect(lines[1].contains(#""id":7"#) && lines[1].contains("error"))
        #expect(lines[2].contains("error"))
        // The accent was a scalar of its own in the input, and offsets count the input.
        #expect(
            lines[3].contains(#"{"end":6,"start":0"#)
                && lines[3].contains(#""start":7,"text":"Да!""#))
    }

    @Test(arguments: [
        (["sgment"], "did you mean 'segment'?"),
        (["segment", "--lnag", "en"], "did you mean '--lang'?"),
        (["segment", "--lang", "no tag"], "BCP 47"),
        (["segment", "/no/such/file"], "cannot be read"),
        (["locales", "--locales", "/no/such"], "no locale data here"),
        (["segment", "--newline", "wrp"], "did you mean 'wrap'?"),
        (["segment", "--jsonl", "--jobs", "0"], "whole number from 1"),
        (["segment", "--json=yes"], "takes no value"),
        (["segment", "--lang"], "needs a value"),
        (["help", "segmnt"], "did you mean 'segment'?"),
    ])
    func wrongWordsAreExplained(arguments: [String], part: String) throws {
        let outcome = try Self.run(arguments)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains(part))
        #expect(outcome.output.isEmpty)
    }

    @Test func helpAndVersion() throws {
        #expect(try Self.run(["--version"]).output.hasPrefix("dragoman "))
        for command in try Self.commandNames() {
            let help = try Self.run([command, "--help"])
            #expect(help.code == 0 && help.output.contains("\nexample: "), "\(command)")
        }
    }

    /// The first word of each indented line of the overview.
    static func commandNames() throws -> [String] {
        let overview = try run(["--help"]).output.split(separator: "\n")
        let names = overview.filter { $0.hasPrefix("  ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        try #require(names.count > 2)
        return names
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsNameEveryCommandAndOption(shell: String) throws {
        let script = try Self.run(["completions", shell]).output
        for command in try Self.commandNames() { #expect(script.contains(command)) }
        #expect(script.contains(shell == "fish" ? "-l newline" : "--newline"))
    }

    @Test func outputIsTheSameForEveryNumberOfJobs() throws {
        let lines = (0..<700).map { #"{"id":\#($0),"lang":"uk","text":"Так. Ні! №\#($0)."}"# }
        let input = Data((lines.joined(separator: "\n") + "\nbroken\n").utf8)
        let one = try Self.run(["segment", "--jsonl", "--jobs", "1"], input: input)
        let three = try Self.run(["segment", "--jsonl", "--jobs", "3"], input: input)
        #expect(one.code == 3)
        #expect(one.output.split(separator: "\n").count == 701)
        #expect(one.output == three.output)
    }

    @Test(arguments: [".", "(", "1. ", "\"", "- "])
    func longLinesOfOneMarkEnd(piece: String) throws {
        let outcome = try Self.run(
            ["segment"], input: Data(String(repeating: piece, count: 200_000).utf8))
        #expect(outcome.code == 0)
        #expect(!outcome.output.isEmpty)
    }
}
