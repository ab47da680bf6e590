import Foundation
import Testing

/// `align --embeddings`: sentences of equal length whose words say nothing, and vectors that tell which is which.
struct EmbeddingsTests {
    /// The second sentence of the source has no counterpart.
    private static let vectors = (source: [1, 2, 3, 4, 5, 6], target: [1, 3, 4, 5, 6])
    private static let gold = "[0]:[0]\n[1]:[]\n[2]:[1]\n[3]:[2]\n[4]:[3]\n[5]:[4]\n"

    private static func line(_ concept: Int) -> String {
        (1...6).map { $0 == concept ? "1" : "0" }.joined(separator: " ") + "\n"
    }

    private static func folder(_ more: [String: String] = [:]) throws -> URL {
        let from = vectors.source.map(line).joined()
        let to = vectors.target.map(line).joined()
        let files = [
            "de.txt": "tala\nmeno\npuru\nkosi\nviba\nrano\n",
            "uk.txt": "ґезу\nльоф\nщіма\nжуїк\nцюва\n", "gold.ladder": gold, "de.vec": from,
            "uk.vec": to, "both.vec": from + to,
        ]
        return try AlignCommandTests.folder(files.merging(more) { $1 })
    }

    private static func run(
        _ embeddings: [String], in folder: URL
    ) throws -> CommandLineTests.Outcome {
        try AlignCommandTests.run(
            ["de.txt", "uk.txt", "--lines", "--evaluate", "gold.ladder"]
                + embeddings.flatMap { ["--embeddings", $0] }, in: folder)
    }

    private static let perfect = "strict\t1.0000\t1.0000\t1.0000\nlax\t1.0000\t1.0000\t1.0000\n"

    @Test func filesOfVectorsAlign() throws {
        let folder = try Self.folder()
        #expect(try Self.run([], in: folder).output != Self.perfect)
        #expect(try Self.run(["both.vec"], in: folder).output == Self.perfect)
        #expect(try Self.run(["de.vec", "uk.vec"], in: folder).output == Self.perfect)
    }

    @Test func aCommandIsGivenTheSentences() throws {
        let folder = try Self.folder()
        let path = folder.path(percentEncoded: false)
        let command = "cd \(path) && cat > read && cat both.vec"
        let outcome = try AlignCommandTests.run(
            ["de.txt", "uk.txt", "--lines", "--evaluate", "gold.ladder"], in: folder,
            then: ["--embeddings", command])
        #expect(outcome.output == Self.perfect, "\(outcome.errors)")
        let read = try String(contentsOf: folder.appending(path: "read"), encoding: .utf8)
        #expect(read.hasPrefix("tala\nmeno\n") && read.hasSuffix("жуїк\nцюва\n"))
    }

    @Test(arguments: [
        (["short.vec"], "short.vec:2:1: 1 numbers, where line 1 has 6"),
        (["de.vec"], "de.vec:7: 6 vectors for 11 sentences of both sides"),
        (["uk.vec", "de.vec"], "uk.vec:6: 5 vectors for 6 sentences of the source"),
        (["de.vec", "nan.vec"], "nan.vec:3:1: 'nan' is no number"),
        (["de.vec", "small.vec"], "small.vec:1: 2 numbers, where the source's vectors have 6"),
    ])
    func badVectorsAreNamedWithTheirLine(files: [String], message: String) throws {
        let folder = try Self.folder([
            "short.vec": Self.line(1) + "1\n", "nan.vec": Self.line(1) + Self.line(2) + "nan\n",
            "small.vec": String(repeating: "1 0\n", count: 5),
        ])
        let outcome = try Self.run(files, in: folder)
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test(arguments: [
        ("exit 5", "'exit 5' ended with exit code 5"),
        ("no-such-encoder", "'no-such-encoder' ended with exit code 127"),
        ("echo 1 2", "'echo 1 2':2: 1 vectors for 11 sentences"),
        ("kill -9 $$", "ended with a signal"),
    ])
    func commandsThatFailAreNamed(command: String, message: String) throws {
        let folder = try Self.folder()
        let outcome = try AlignCommandTests.run(
            ["de.txt", "uk.txt", "--lines"], in: folder, then: ["--embeddings", command])
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func theyServeTwoFilesAlone() throws {
        let outcome = try CommandLineTests.run(["align", "--jsonl", "--embeddings", "true"])
        #expect(outcome.code == 2 && outcome.errors.contains("--embeddings serves two files"))
    }
}
