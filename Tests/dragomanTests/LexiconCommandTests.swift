import Foundation
import Testing

struct LexiconCommandTests {
    /// Invented words of two languages in the same order, which a lexicon can be learned from.
    static func texts() -> [String: String] {
        var random = Random(seed: 3)
        let words = [
            ("кіт", "الجمل"), ("пес", "الحصان"), ("дім", "البيت"), ("сад", "النهر"),
            ("ліс", "الجبل"), ("сніг", "القمر"), ("хліб", "الكتاب"), ("вода", "الشمس"),
        ]
        var (left, right) = ("", "")
        for _ in 0..<60 {
            let line = (0..<4).map { _ in words[random.below(words.count)] }
            left += line.map(\.0).joined(separator: " ") + ".\n"
            right += line.map(\.1).joined(separator: " ") + ".\n"
        }
        return ["uk.txt": left, "ar.txt": right]
    }

    /// - Parameter dictionaries: the folder of installed ones, where it is not the usual.
    static func run(
        _ words: [String], in folder: URL, dictionaries: String? = nil
    ) throws -> CommandLineTests.Outcome {
        try CommandLineTests.run(
            words.map {
                $0.contains(".") ? folder.appending(path: $0).path(percentEncoded: false) : $0
            }, environment: dictionaries.map { ["DRAGOMAN_DICTIONARIES": $0] } ?? [:])
    }

    static let learn = [
        "lexicon", "learn", "uk.txt", "ar.txt", "--lang-source", "uk", "--lang-target", "ar",
        "--lines",
    ]

    @Test func whatIsLearnedIsShownAndUsed() throws {
        let folder = try AlignCommandTests.folder(Self.texts())
        let learned = try Self.run(Self.learn + ["-o", "a.tsv"], in: folder)
        #expect(learned.code == 0 && learned.output.isEmpty)
        #expect(learned.errors.contains("a.tsv: "))
        let printed = try Self.run(Self.learn, in: folder).output
        let file = try String(contentsOf: folder.appending(path: "a.tsv"), encoding: .utf8)
        #expect(printed == file)
        #expect(file.hasPrefix("# dragoman lexicon\t1\tuk\tar\n"))

        let overview = try Self.run(["lexicon", "show", "a.tsv"], in: folder).output
        #expect(overview.hasPrefix("uk\tar\t"))
        let shown = try Self.run(["lexicon", "show", "a.tsv", "Кіт"], in: folder)
        #expect(shown.output.hasPrefix("uk\tar\tкіт\tالجمل\t"), "\(shown.output)")
        #expect(
            try Self.run(["lexicon", "show", "a.tsv", "الشمس", "--json"], in: folder).output
                .contains(#""source":"вода""#))
        #expect(try Self.run(["lexicon", "show", "a.tsv", "кінь"], in: folder).code == 1)

        let aligned = try Self.run(
            [
                "align", "uk.txt", "ar.txt", "--lexicon", "a.tsv", "--lang-source", "uk",
                "--lang-target", "ar", "--lines", "--ladder",
            ], in: folder)
        #expect(aligned.output.split(separator: "\n").count == 60)
    }

    /// Records of two pairs of languages give two sections.
    @Test func aStreamTeachesEveryPairOfLanguages() throws {
        let folder = try AlignCommandTests.folder()
        let file = folder.appending(path: "b.tsv").path(percentEncoded: false)
        let records = (0..<8).flatMap { number in
            ["ru", "zh"].map {
                #"{"id":\#(number),"source":{"lang":"de","sentences":["Am \#(number). Mai kam Anna."]},"#
                    + #""target":{"lang":"\#($0)","sentences":["\#(number) Anna"]}}"#
            }
        }
        let outcomes = try ["1", "3"].map { jobs in
            let outcome = try CommandLineTests.run(
                ["lexicon", "learn", "--jsonl", "--out", file, "--jobs", jobs],
                input: Data((records.joined(separator: "\n") + "\n").utf8))
            return (outcome.output, try String(contentsOfFile: file, encoding: .utf8))
        }
        #expect(outcomes[0] == outcomes[1])
        #expect(outcomes[0].0.hasPrefix(#"{"id":0,"source":1,"target":1}"#))
        #expect(outcomes[0].1.contains("# dragoman lexicon\t1\tde\tru\n"))
        #expect(outcomes[0].1.contains("# dragoman lexicon\t1\tde\tzh\n"))
    }

    @Test(arguments: [
        (["lexicon"], "'learn' or 'show'"), (["lexicon", "shwo"], "did you mean 'show'"),
        (["lexicon", "show"], "a file"), (["lexicon", "show", "bad.tsv"], "bad.tsv:3:1"),
        (["lexicon", "learn", "--jsonl"], "--out FILE"),
        (["align", "de.txt", "uk.txt", "--glossary", "bad.tbx"], "bad.tbx:1:"),
        (["align", "de.txt", "uk.txt", "--glossary", "uk.txt"], "uk.txt:1:1"),
        (["align", "de.txt", "uk.txt", "--dictionary", "de.txt"], "two languages"),
        (["align", "de.txt", "uk.txt", "--dictionary", "no-deu-ukr.index"], "cannot be read"),
    ])
    func unusableInputIsExplained(words: [String], part: String) throws {
        let folder = try AlignCommandTests.folder([
            "bad.tsv": "# dragoman lexicon\t1\tde\tuk\nHaus\tдім\t1\t1\nHaus\tдім\t2\n",
            "bad.tbx": "<tbx",
        ])
        let outcome = try Self.run(words, in: folder)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }

    /// A corpus is learned from article by article; its own glossary is read, and a damaged one is told.
    @Test func aCorpusTeachesAndItsGlossariesAreRead() throws {
        let desk = try CorpusWorkflowTests.Desk()
        let learned = try desk.run(["lexicon", "learn"])
        #expect(learned.code == 0)
        #expect(learned.output.contains("# dragoman lexicon\t1\ten\tde\n"))
        #expect(learned.output.contains("# dragoman lexicon\t1\ten\tuk\n"))
        #expect(!learned.output.contains("tug\tбукси\t0.9"))
        #expect(try desk.run(["lexicon", "learn", "harbor"]).errors.contains("did you mean"))

        let folder = URL(filePath: desk.path).appending(path: "glossaries")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("quay\tпричал\n".utf8).write(to: folder.appending(path: "en--uk.tsv"))
        try Data("Kai\n".utf8).write(to: folder.appending(path: "de--en.tsv"))
        try Data("x\ty\n".utf8).write(to: folder.appending(path: "terms.tsv"))
        let aligned = try desk.run(["align", "--json"])
        #expect(aligned.code == 3)
        #expect(aligned.errors.contains("glossaries/de--en.tsv:1:1: "), "\(aligned.errors)")
        #expect(aligned.errors.contains("terms.tsv: its name does not tell two languages"))
        #expect(aligned.output.contains(#""source":"en","target":"uk""#))
        // A term that the corpus vouches for stands in what is learned, though its text is short.
        let taught = try desk.run(["lexicon", "learn"]).output
        #expect(taught != learned.output && taught.contains("\nquay\tприча\t"))
    }

    /// FreeDict's dictionaries are used where they lie, in either direction; a damaged one is named.
    @Test func installedDictionariesAreUsed() throws {
        let folder = try AlignCommandTests.folder(Self.texts())
        let article = "кіт\nالقط\n"
        try Data("кіт\tA\tQ\n".utf8)
            .write(to: folder.appending(path: "freedict-ukr-ara.index"))
        try Data(article.utf8).write(to: folder.appending(path: "freedict-ukr-ara.dict"))
        try Data("кіт\tA\n".utf8).write(to: folder.appending(path: "freedict-ara-ukr.index"))
        #expect(article.utf8.count == 16)
        try Data("Кіт спить.\n".utf8).write(to: folder.appending(path: "u.txt"))
        try Data("القط ينام.\n".utf8).write(to: folder.appending(path: "a.txt"))
        func learned(_ words: [String], dictionaries: String? = nil) throws -> String {
            try Self.run(
                [
                    "lexicon", "learn", "u.txt", "a.txt", "--lang-source", "uk", "--lang-target",
                    "ar",
                ]
                    + words, in: folder, dictionaries: dictionaries
            ).output
        }
        let plain = try learned(["--dictionary", "none"])
        let with = try learned(["--dictionary", "freedict-ukr-ara.dict", "--dictionary", "none"])
        #expect(!plain.contains("кіт\tالقط\t") && with.contains("кіт\tالقط\t"), "\(with)")
        let installed = folder.path(percentEncoded: false)
        #expect(try learned([], dictionaries: installed) == with)
        let aligned = try Self.run(
            ["align", "u.txt", "a.txt", "--lang-source", "uk", "--lang-target", "ar"], in: folder,
            dictionaries: installed)
        #expect(aligned.code == 0 && aligned.errors.contains("warning: "))
        #expect(aligned.errors.contains("freedict-ara-ukr: its index or its articles cannot"))
        let health = try Self.run(["doctor"], in: folder, dictionaries: installed)
        #expect(health.code == 1)
        #expect(health.errors.contains("freedict-ara-ukr: its index or its articles cannot"))
        #expect(health.output.contains("dictionaries\tfreedict-ara-ukr freedict-ukr-ara\n"))
    }
}
