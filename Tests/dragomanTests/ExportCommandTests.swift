import Foundation
import Testing

/// `export` and `import`, as a user runs them.
struct ExportCommandTests {
    static let units =
        [
            "id\tscore\ten\tuk\tzh-Hans\tar\tde",
            "1\t\tThe bridge opens 🎭. At last.\tМіст відкрито 🎭. Нарешті.\t大桥通车𠮷。终于。\tافتتاح الجسر 🎭.\tBrücke eröffnet 🎭.",
            "2\t\tIt took nine years.\tЦе тривало дев’ять років.\t\tاستغرق البناء تسع سنوات.\tEs dauerte neun Jahre.",
            "3\t\tA line\\nand \"one\" & <more>.\tРядок\\nі ще один.\t一行\\n再一行。\tسطر وآخر.\tEine Zeile\\nund eine.",
        ].joined(separator: "\n") + "\n"

    static func export(_ desk: CorpusCommandTests.Desk, _ words: [String]) throws -> String {
        let outcome = try desk.run(["export"] + words)
        #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        return outcome.output
    }

    static func desk() throws -> CorpusCommandTests.Desk {
        let desk = try CorpusCommandTests.Desk()
        let outcome = try desk.run(
            ["import", "-", "--article", "bridge", "--format", "tsv"], input: units)
        #expect(outcome.output == "bridge\t3\ten uk zh-Hans ar de\n", "\(outcome.errors)")
        return desk
    }

    @Test(arguments: ["tmx", "tsv", "jsonl"])
    func whatWasExportedIsImportedAndExportedAgain(format: String) throws {
        let desk = try Self.desk()
        let first = try Self.export(desk, ["bridge", "--format", format])
        let outcome = try desk.run(
            ["import", "-", "--article", "again", "--format", format, "--from", "en"], input: first)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let second = try Self.export(desk, ["again", "--format", format])
        #expect(second.replacingOccurrences(of: "again/", with: "bridge/") == first)
        for part in ["🎭", "𠮷", "الجسر", "дев’ять", "Brücke"] { #expect(first.contains(part)) }
        #expect(
            try desk.run(["status", "again"]).output.contains("again\tuk\tuk\tpresent\t100%\t0"))
    }

    @Test func twoVersionsAreJoinedOverTheirSource() throws {
        let desk = try Self.desk()
        let pair = try Self.export(desk, ["--all", "--pair", "uk,zh-Hans", "--format", "tsv"])
        #expect(
            pair == """
                id\tscore\tuk\tzh-Hans
                bridge/1\t1\tМіст відкрито 🎭. Нарешті.\t大桥通车𠮷。终于。
                bridge/2\t1\tРядок\\nі ще один.\t一行\\n再一行。

                """)
    }

    @Test func aLadderHasARungABead() throws {
        let desk = try Self.desk()
        let ladder = try Self.export(
            desk, ["bridge", "--pair", "en,zh-Hans", "--format", "ladder"])
        #expect(ladder == "0\t0\t1\n2\t2\t0\n3\t2\t1\n4\t4\t0\n")
    }

    @Test func quotesGoIntoATable() throws {
        let desk = try CorpusCommandTests.Desk()
        try desk.add(
            "# Talks\n\n“We wait, \u{201E}all\u{201C} of us,” the envoy said through an interpreter.\n",
            "en")
        let csv = try Self.export(desk, ["bridge", "--quotes"])
        #expect(csv.hasPrefix("article,version,type,speaker,name,mediation,mark,relay,words\r\n"))
        #expect(csv.contains("bridge,en,direct,the envoy,"))
        #expect(csv.contains(",interpreted,") && csv.contains("\"We wait, „all“ of us"))
        let lines = try Self.export(desk, ["bridge", "--quotes", "--format", "jsonl"])
        #expect(lines.contains(#""mediation":"interpreted""#))
    }

    /// Positions of the annotations are those of the version's file, in code points.
    @Test func quotesGoIntoLinkedData() throws {
        let desk = try CorpusCommandTests.Desk()
        try desk.add(
            "# Talks 🎭\n\n“We wait for 𠮷,” the envoy said through an interpreter.\n", "en")
        let page = try Self.export(desk, ["bridge", "--quotes", "--format", "web-annotation"])
        let words = try #require(page.range(of: "\"start\" : 12"))
        #expect(page.contains("\"exact\" : \"We wait for 𠮷,\"") && !words.isEmpty)
        #expect(page.contains("\"exact\" : \"through an interpreter\""))
        let quotation = try Self.export(
            desk, ["bridge", "--quotes", "--format", "quotation-jsonld"])
        #expect(quotation.contains("\"@context\" : \"https://schema.org\""))
        #expect(quotation.contains("\"jobTitle\" : \"interpreter\""))
        let again = try Self.export(desk, ["--all", "--quotes", "--format", "prov"])
        #expect(again.contains("\"rdfs:label\" : \"interpret\""))
        #expect(again == (try Self.export(desk, ["bridge", "--quotes", "--format", "prov"])))
    }

    @Test func anEditSinceTheAlignmentIsTold() throws {
        let desk = try Self.desk()
        let file = URL(filePath: "\(desk.path)/articles/bridge/de.md")
        try Data("Brücke eröffnet.\n".utf8).write(to: file)
        let outcome = try desk.run(["export", "bridge", "--format", "tsv"])
        #expect(outcome.code == 0 && !outcome.output.contains("Brücke"))
        #expect(outcome.errors.contains("bridge: en or de changed since they were aligned"))
        #expect(outcome.errors.contains("hint: 'dragoman align bridge'"))
    }

    @Test func outTellsTheFormat() throws {
        let desk = try Self.desk()
        let path = "\(desk.path)/out.jsonl"
        let outcome = try desk.run(["export", "bridge", "--out", path])
        #expect(outcome.output.isEmpty && outcome.errors == "\(path): 3 units\n")
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("{\"id\":\"bridge/1\""))
    }

    @Test(arguments: [
        (["export"], "takes articles, or --all"),
        (["export", "bridges"], "no article 'bridges'"),
        (["export", "bridge", "--pair", "en"], "--pair takes two versions"),
        (["export", "bridge", "--pair", "en,fr"], "no version 'fr'"),
        (["export", "bridge", "--format", "ladder"], "a ladder is of one pair"),
        (["export", "bridge", "--format", "csv"], "csv is for quotes"),
        (["export", "bridge", "--format", "prov"], "prov is for quotes"),
        (["export", "bridge", "--quotes", "--format", "tmx"], "quotes are not written as tmx"),
        (["export", "bridge", "--min-score", "7"], "a number from 0 to 1"),
        (["export", "bridge", "--out", "/nowhere/x.tmx"], "cannot be written"),
        (
            ["import", "-", "--article", "bridge", "--format", "tsv"],
            "'bridge' has a version 'en' already; nothing was changed"
        ),
        (["import", "-", "--article", "new"], "stdin: the name does not tell the format"),
        (["import", "-", "--article", "new", "--format", "tmx"], "stdin:1:1: "),
        (["import", "-", "--format", "tsv"], "--article is missing"),
        (["import", "-", "--article", "new", "--format", "tsv", "--from", "fr"], "no unit has"),
    ])
    func wrongCallsAreExplained(words: [String], part: String) throws {
        let outcome = try Self.desk().run(words, input: Self.units)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }
}
