import Foundation
import Testing

/// `lookup` as a user runs it: files, indexes built of them, and a corpus's names.
struct LookupCommandTests {
    static let people = """
        p1\ten\tAnna Koval
        p1\tuk\tАнна Коваль
        p2\ten\tIvan Petrov
        p3\tzh\t王毅
        p4\tar\tعمر الحسن
        p5\tde\tKarl Schulze

        """

    /// A folder of its own with a gazetteer in it.
    static func folder(_ gazetteer: String = people) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "lookup-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(gazetteer.utf8).write(to: folder.appending(path: "people.tsv"))
        return folder
    }

    static func path(_ folder: URL, _ name: String) -> String {
        folder.appending(path: name).path(percentEncoded: false)
    }

    @Test func anIndexAnswersAsItsGazetteerDoes() throws {
        let folder = try Self.folder()
        let (tsv, index) = (Self.path(folder, "people.tsv"), Self.path(folder, "people.index"))
        let built = try CommandLineTests.run(["lookup", "build", tsv, "--out", index])
        #expect(built.code == 0 && built.output == "6\tnames\n" && built.errors.isEmpty)
        let records = [
            "Анна Коваль", "Иван Петров", "Wang Yi", "Omar Al Hassan", "Карл Шульце", "",
        ]
        .enumerated().map { #"{"id":\#($0),"name":"\#($1)"}"# }.joined(separator: "\n")
        let input = Data((records + "\n").utf8)
        let byFile = try CommandLineTests.run(
            ["lookup", "--gazetteer", tsv, "--jsonl"], input: input)
        for way in [
            ["--index", index], ["--gazetteer", index], ["--index", index, "--jobs", "1"],
        ] {
            let byIndex = try CommandLineTests.run(["lookup", "--jsonl"] + way, input: input)
            #expect(byIndex.output == byFile.output && byIndex.code == 0)
        }
        for (line, entity) in zip(
            byFile.output.split(separator: "\n"), ["p1", "p2", "p3", "p4", "p5"])
        {
            let first = try #require(line.firstRange(of: #""entity":""#)?.upperBound)
            #expect(line[first...].hasPrefix("\(entity)\""))
        }
    }

    @Test func theSameFilesGiveTheSameIndexForAnyNumberOfJobs() throws {
        let folder = try Self.folder(
            (0..<3_000).map { "e\($0 / 2)\tru\tАнна\($0 % 7) Ковал\($0)\n" }.joined())
        let tsv = Self.path(folder, "people.tsv")
        for jobs in ["1", "3"] {
            let out = Self.path(folder, jobs)
            let built = try CommandLineTests.run(
                ["lookup", "build", tsv, "-o", out, "--jobs", jobs])
            #expect(built.code == 0)
        }
        #expect(
            try Data(contentsOf: folder.appending(path: "1"))
                == Data(contentsOf: folder.appending(path: "3")))
        // What was put aside while building is gone.
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        #expect(left == ["1", "3", "people.tsv"])
    }

    @Test func linesThatCannotBeReadAreNamedAndPassedOver() throws {
        let folder = try Self.folder("p1\ten\tAnna Koval\nno tabs\np2\tno tag!\tIvan\np3\tzh\t王毅\n")
        let (tsv, index) = (Self.path(folder, "people.tsv"), Self.path(folder, "people.index"))
        for words in [["build", tsv, "--out", index], ["王毅", "--gazetteer", tsv]] {
            let outcome = try CommandLineTests.run(["lookup"] + words)
            #expect(outcome.code == 3)
            #expect(outcome.errors.contains("people.tsv:2:1: expected an entity"))
            #expect(outcome.errors.contains("people.tsv:3:1: "))
        }
        let found = try CommandLineTests.run(["lookup", "Ван И", "--index", index])
        #expect(found.code == 0 && found.output.contains("p3"))
    }

    @Test func anIndexIsBuiltAgainWhenItsGazetteerChanged() throws {
        let folder = try Self.folder()
        let (tsv, index) = (Self.path(folder, "people.tsv"), Self.path(folder, "people.index"))
        let call = ["lookup", "Мария Силва", "--gazetteer", tsv, "--index", index]
        let first = try CommandLineTests.run(call)
        #expect(first.code == 0 && first.errors.contains("building"))
        #expect(try CommandLineTests.run(call).errors.isEmpty)
        try Data((Self.people + "p9\ten\tMaria Silva\n").utf8).write(
            to: folder.appending(path: "people.tsv"))
        let after = try CommandLineTests.run(call)
        #expect(after.errors.contains("building") && after.output.contains("p9"))
    }

    @Test func damageIsToldWithFileAndPlace() throws {
        let folder = try Self.folder()
        let (tsv, index) = (Self.path(folder, "people.tsv"), Self.path(folder, "people.index"))
        _ = try CommandLineTests.run(["lookup", "build", tsv, "--out", index])
        let whole = try Data(contentsOf: URL(filePath: index))
        var broken = whole
        broken[broken.count / 2] ^= 1
        for (bytes, words) in [
            (broken, "damaged at byte"), (whole.prefix(whole.count - 9), "cut off at byte"),
            (whole.prefix(3), "not an index"), (Data(), "not an index"),
        ] {
            try bytes.write(to: URL(filePath: index))
            let outcome = try CommandLineTests.run(["lookup", "Anna", "--index", index])
            #expect(outcome.code == 2 && outcome.output.isEmpty)
            #expect(outcome.errors.contains(index) && outcome.errors.contains(words))
            #expect(outcome.errors.contains("lookup build"))
        }
    }

    @Test func anIndexOfOtherLocaleDataIsRefused() throws {
        let folder = try Self.folder()
        let (tsv, index) = (Self.path(folder, "people.tsv"), Self.path(folder, "people.index"))
        let locales = folder.appending(path: "locales")
        let own = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "locales/root")
        try FileManager.default.createDirectory(at: locales, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: own, to: locales.appending(path: "root"))
        let built = try CommandLineTests.run(
            ["lookup", "build", tsv, "--out", index, "--locales", locales.path()])
        #expect(built.code == 0)
        let outcome = try CommandLineTests.run(["lookup", "Anna", "--index", index])
        #expect(outcome.code == 2 && outcome.errors.contains("other locale data"))
    }

    @Test func aCorpusKnowsItsNamesByTheirIds() throws {
        let folder = try Self.folder()
        let corpus = Self.path(folder, "corpus")
        #expect(try CommandLineTests.run(["init", corpus]).code == 0)
        let line = #"{"id":"wang-yi","kind":"person","forms":{"zh":["王毅"],"en":["Wang Yi"]}}"#
        try Data((line + "\n").utf8).write(to: URL(filePath: corpus + "/names.jsonl"))
        let found = try CommandLineTests.run(["lookup", "Ван И", "--corpus", corpus, "--json"])
        #expect(found.code == 0 && found.output.contains(#""entity":"wang-yi""#))
    }

    @Test func aPackedExportIsReadAndStdinToo() throws {
        let folder = try Self.folder()
        let plain = folder.appending(path: "export.jsonl")
        let item =
            #"{"id":"Q1","labels":{"uk":{"language":"uk","value":"Анна Коваль"}},"claims":{}},"#
        try Data("[\n\(item)\n]\n".utf8).write(to: plain)
        let zip = Process()
        zip.executableURL = URL(filePath: "/usr/bin/env")
        zip.arguments = ["gzip", "-k", plain.path()]
        try zip.run()
        zip.waitUntilExit()
        for file in ["export.jsonl", "export.jsonl.gz"] {
            let found = try CommandLineTests.run(
                ["lookup", "Anna Koval", "--gazetteer", Self.path(folder, file)])
            #expect(found.code == 0 && found.output.contains("Q1"))
        }
        let piped = try CommandLineTests.run(
            ["lookup", "build", "-", "--out", Self.path(folder, "x"), "--json"],
            input: Data("p1\ten\tAnna\n".utf8))
        #expect(piped.output == "{\"failures\":0,\"names\":1}\n" && piped.code == 0)
    }

    @Test func withoutNamesToLookInItSaysWhatToDo() throws {
        let outcome = try CommandLineTests.run(["lookup", "Anna", "--corpus", "/nonexistent"])
        #expect(outcome.code == 2)
        let missing = try CommandLineTests.run(["lookup", "Anna", "--gazetteer", "/nonexistent"])
        #expect(missing.code == 2 && missing.errors.contains("/nonexistent: cannot be read"))
        #expect(try CommandLineTests.run(["lookup", "Anna", "--out", "/tmp/x"]).code == 2)
    }
}
