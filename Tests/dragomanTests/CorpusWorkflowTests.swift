import Foundation
import Testing

/// The main job as a user does it: add versions, align them, list quotes, follow one.
struct CorpusWorkflowTests {
    static let texts = [
        (
            "en", nil,
            """
            # The minister visits the harbour

            The minister came to the harbour on Friday and spoke with the crews of both tugs.

            “We will rebuild the quay by autumn,” the minister said through an interpreter.

            The harbour master thanked the crews for their work in the storm.
            """
        ),
        (
            "uk", "en",
            """
            # Міністр відвідав порт

            Міністр приїхав до порту в п’ятницю й поговорив з екіпажами обох буксирів.

            «Ми відбудуємо причал до осені», — сказав міністр через перекладача.

            Начальник порту подякував екіпажам за їхню роботу під час шторму.
            """
        ),
        (
            "de", "en",
            """
            # Der Minister besucht den Hafen

            Der Minister kam am Freitag in den Hafen und sprach mit den Mannschaften beider Schlepper.

            „Wir bauen den Kai bis zum Herbst wieder auf“, sagte der Minister.

            Der Hafenmeister dankte den Mannschaften für ihre Arbeit im Sturm.
            """
        ),
    ]

    /// A corpus of one article in a folder of its own.
    final class Desk {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "workflow-\(UUID().uuidString)"
        ).path(percentEncoded: false)

        init() throws {
            #expect(try CommandLineTests.run(["init", path]).code == 0)
            for (language, origin, text) in CorpusWorkflowTests.texts {
                let from = origin.map { ["--from", $0] } ?? []
                let added = try run(
                    ["add", "-", "--article", "harbour", "--lang", language] + from, input: text)
                #expect(added.code == 0, "\(added.errors)")
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func run(_ words: [String], input: String = "") throws -> CommandLineTests.Outcome {
            try CommandLineTests.run(words + ["--corpus", path], input: Data(input.utf8))
        }
    }

    @Test func versionsAreAlignedAndAnUtteranceIsFollowed() throws {
        let desk = try Desk()
        let aligned = try desk.run(["align"])
        #expect(aligned.code == 0, "\(aligned.errors)")
        let rows = aligned.output.split(separator: "\n").map { $0.split(separator: "\t") }
        #expect(
            rows.map { Array($0.prefix(3)) } == [
                ["harbour", "en", "de"], ["harbour", "en", "uk"],
            ])
        #expect(rows.allSatisfy { $0[4] == "100 %" })

        let shown = try desk.run(["align", "harbour", "--show", "de,uk"])
        #expect(
            shown.output.contains("Der Minister besucht den Hafen\tМіністр відвідав порт\n"))
        #expect(shown.output.split(separator: "\n").count == 4)

        let quotes = try desk.run(["quotes", "harbour", "--mediated"])
        let versions = quotes.output.split(separator: "\n").map { $0.split(separator: "\t")[1] }
        #expect(versions == ["en", "uk"])
        #expect(quotes.output.contains("через перекладача"))

        let trace = try desk.run(["trace", "harbour"])
        let lines = trace.output.split(separator: "\n").filter { $0.contains("\tdirect\t") }
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.hasPrefix("harbour\t") })
        #expect(trace.output.contains("interpret"))
        #expect(trace.output.contains("translate uk"))

        let json = try desk.run(["trace", "bis zum Herbst", "--json"])
        #expect(json.output.contains("de leave out what en, uk say of the interpreter"))
    }

    private struct Row: Decodable {
        struct Link: Decodable, Hashable {
            let source: [Int]
            let target: [Int]
            let score: Double
        }

        let source: String
        let target: String
        let beads: [Link]
        let compared: Int?
        let contradicting: Int?
    }

    private static func rows(_ outcome: CommandLineTests.Outcome) throws -> [Row] {
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode([Row].self, from: Data(outcome.output.utf8))
    }

    /// A second run changes nothing; after an edit the beads move, and one sentence alone is aligned again.
    @Test func beadsMoveWithTheirSentences() throws {
        let desk = try Desk()
        let once = try desk.run(["align", "--json"])
        let first = try Self.rows(once)
        let file = URL(filePath: desk.path).appending(
            path: "articles/harbour/alignments/en--uk.json")
        let stored = try Data(contentsOf: file)
        #expect(try desk.run(["align", "--json", "--jobs", "1"]).output == once.output)
        #expect(try Data(contentsOf: file) == stored)

        let text = Self.texts[1].2.replacingOccurrences(
            of: "«Ми", with: "Дощ ішов цілий день.\n\n«Ми")
        #expect(
            try desk.run(
                ["add", "-", "--article", "harbour", "--lang", "uk", "--from", "en"], input: text
            ).code == 0)
        let edited = try #require(Self.rows(desk.run(["align", "--json"])).last)
        let old = try #require(first.last)
        #expect(old.target == "uk" && edited.target == "uk")
        #expect(edited.beads.flatMap(\.target).sorted() == [0, 1, 2, 3, 4])
        // The first and the last bead are those of before, their scores too.
        #expect(edited.beads.first == old.beads.first)
        #expect(edited.beads.last?.score == old.beads.last?.score)
        #expect(edited.beads.last?.target == [4])
        let anew = try Self.rows(desk.run(["align", "--anew", "--json"]))
        #expect(anew.count == 2)
    }

    /// Two versions that were made from a third are aligned with its help, and the three agree.
    @Test func everyTwoVersionsAreAligned() throws {
        let desk = try Desk()
        let outcome = try desk.run(["align", "--every-pair", "--json"])
        let rows = try Self.rows(outcome)
        #expect(rows.map { $0.source + $0.target } == ["deuk", "ende", "enuk"])
        #expect(rows[0].compared == 4 && rows[0].contradicting == 0)
        #expect(rows[1].compared == nil)
        #expect(rows[0].beads.map(\.source) == rows[0].beads.map(\.target))
        let told = try desk.run(["align", "harbour", "--every-pair"])
        #expect(told.errors.contains("0 of 4 links contradict"), "\(told.errors)")
        let shown = try desk.run(["export", "harbour", "--pair", "de,uk", "--format", "tsv"])
        #expect(shown.output.contains("Hafen") && shown.code == 0)
    }

    @Test func nothingFoundIsNoSilence() throws {
        let desk = try Desk()
        #expect(try desk.run(["trace", "no such words"]).code == 2)
        let unknown = try desk.run(["quotes", "harbor"])
        #expect(unknown.code == 2 && unknown.errors.contains("did you mean 'harbour'?"))
    }

    @Test func aDamagedArticleDoesNotHoldUpTheOthers() throws {
        let desk = try Desk()
        let folder = URL(filePath: desk.path).appending(path: "articles/broken")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("{".utf8).write(to: folder.appending(path: "article.json"))
        let aligned = try desk.run(["align"])
        #expect(aligned.code == 3)
        #expect(aligned.errors.contains("broken"))
        #expect(aligned.output.split(separator: "\n").count == 2)
    }

    @Test func wordsAreFoundAsTheyWereCopied() throws {
        let desk = try Desk()
        #expect(try desk.run(["align"]).code == 0)
        for words in ["«ПРИЧАЛ до осені», —", " rebuild  the QUAY", "“Wir bauen den Kai”"] {
            let trace = try desk.run(["trace", words])
            #expect(trace.code == 0, "\(trace.errors)")
            #expect(trace.output.split(separator: "\n").count == 3)
            // An interpreter of whom the translation tells was heard by those who wrote the first text.
            #expect(
                trace.output.contains(
                    "interpret en перекладача (“через перекладача”)"
                        + " → translate uk from en → publish uk"))
            #expect(trace.output.contains("interpret en (“through an interpreter”) → publish en"))
        }
    }

    @Test func aDamagedArticleDoesNotHoldUpATrace() throws {
        let desk = try Desk()
        #expect(try desk.run(["align"]).code == 0)
        let folder = URL(filePath: desk.path).appending(path: "articles/broken")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("{".utf8).write(to: folder.appending(path: "article.json"))
        let trace = try desk.run(["trace", "rebuild the quay"])
        #expect(trace.code == 3)
        #expect(trace.errors.contains("broken") && trace.output.contains("\tuk\t"))
    }

    /// What names.jsonl says of a speaker's language is a presumption, and shown as one.
    @Test func aForeignSpeakerIsPresumedToBeTranslatedOnlyWhenAsked() throws {
        let desk = try Desk()
        let name = #"{"id":"oda-kiri","kind":"person","language":"ja","forms":{"en":["Oda Kiri"]}}"#
        try Data((name + "\n").utf8).write(
            to: URL(filePath: desk.path).appending(path: "names.jsonl"))
        let text = "Oda Kiri came to the harbour.\n\n“The tugs are ready,” Oda Kiri said.\n"
        let added = try desk.run(["add", "-", "--article", "tugs", "--lang", "en"], input: text)
        #expect(added.code == 0, "\(added.errors)")
        let plain = try desk.run(["quotes", "tugs", "--mediated"])
        #expect(plain.output.isEmpty)
        let presumed = try desk.run(["trace", "tugs are ready", "--presumed"])
        #expect(presumed.output.contains("\tpresumed_translated\t"))
        #expect(presumed.output.contains("speak? ja Oda Kiri → translate? en → publish en"))
    }

    @Test func wrongCallsAreExplained() throws {
        let desk = try Desk()
        for (words, part) in [
            (["trace", "harbuor"], "did you mean 'harbour'?"),
            (["trace"], "takes an article"), (["trace", "…"], "no quote in this corpus"),
            (["align", "one", "two"], "neither 'one' nor 'two' is a file"),
            (["align", "harbor"], "did you mean 'harbour'?"),
        ] {
            let outcome = try desk.run(words)
            #expect(outcome.code == 2 && outcome.output.isEmpty)
            #expect(outcome.errors.contains(part), "\(outcome.errors)")
        }
    }
}
