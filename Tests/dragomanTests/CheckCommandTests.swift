import Foundation
import Testing

/// `diff` and `check`, as a user runs them on a story that went on.
struct CheckCommandTests {
    static let source = """
        id\tscore\ten\tuk\tzh-Hans\tar\tde
        1\t\tThe bridge opens 🎭.\tМіст відкрито 🎭.\t大桥通车𠮷。\tافتتاح الجسر.\tDie Brücke öffnet 🎭.
        2\t\tIt cost 15 million crowns.\tВін коштував 15 мільйонів крон.\t造价1500万克朗。\tكلف 15 مليون كرونة.\tSie kostete 15 Millionen Kronen.
        3\t\tThe mayor thanked the crew.\tМер подякував бригаді.\t\tشكر العمدة الطاقم.\tDie Stadt dankte der Mannschaft.

        """

    static func desk() throws -> CorpusCommandTests.Desk {
        let desk = try CorpusCommandTests.Desk()
        let outcome = try desk.run(
            ["import", "-", "--article", "bridge", "--format", "tsv"], input: source)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return desk
    }

    static func edit(_ desk: CorpusCommandTests.Desk, _ from: String, _ to: String) throws {
        let file = URL(filePath: "\(desk.path)/articles/bridge/en.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(from))
        try Data(text.replacingOccurrences(of: from, with: to).utf8).write(to: file)
    }

    @Test(arguments: [
        ("uk", "Він коштував 15 мільйонів крон."), ("zh-Hans", "造价1500万克朗。"),
        ("ar", "كلف 15 مليون كرونة."), ("de", "Sie kostete 15 Millionen Kronen."),
    ])
    func aDiffNamesTheSentenceToChange(version: String, target: String) throws {
        let desk = try Self.desk()
        let clean = try desk.run(["diff", "bridge", version])
        #expect(clean.code == 0 && clean.output.isEmpty && clean.errors.isEmpty)
        try Self.edit(desk, "15 million", "17 million")
        let outcome = try desk.run(["diff", "bridge", version])
        #expect(
            outcome.output
                == "edited\tIt cost 15 million crowns.\tIt cost 17 million crowns.\t\(target)\n")
        #expect(outcome.code == 1)
        let json = try desk.run(["diff", "bridge", version, "--json"]).output
        #expect(json.contains(#""behind":true"#) && json.contains(#""comparable":true"#))
    }

    @Test func addedAndRemovedSentencesAreChanges() throws {
        let desk = try Self.desk()
        try Self.edit(desk, "The mayor thanked the crew.", "Nobody knows who will pay for it.")
        let outcome = try desk.run(["diff", "bridge", "uk"])
        #expect(outcome.output.contains("removed\tThe mayor thanked the crew.\t\tМер подякував"))
        #expect(outcome.output.contains("added\t\tNobody knows who will pay for it.\t\n"))
    }

    @Test func aParagraphLeftOutIsFound() throws {
        let outcome = try Self.desk().run(["check", "bridge"])
        #expect(outcome.code == 1 && outcome.errors.isEmpty)
        let columns = outcome.output.split(separator: "\t").map(String.init)
        #expect(columns.first == "warning" && columns.count == 7)
        #expect(columns[1].hasPrefix("bridge/zh-Hans/missing-paragraph/"))
        #expect(
            columns[4...] == [
                "en:5", "no counterpart of this paragraph of en",
                "The mayor thanked the crew.\n",
            ])
    }

    @Test func changesOfTheSourceAreFindingsOfEveryVersion() throws {
        let desk = try Self.desk()
        try Self.edit(desk, "15 million", "17 million")
        let outcome = try desk.run(["check", "--json"])
        #expect(outcome.code == 1)
        for version in ["uk", "zh-Hans", "ar", "de"] {
            #expect(outcome.output.contains("bridge/\(version)/outdated/"))
        }
        // The emoji is one scalar, the text a file of paragraphs.
        #expect(outcome.output.contains(#""place":{"end":47,"line":3,"start":21,"version":"en"}"#))
        #expect(outcome.errors.contains("en or uk changed since they were aligned"))
    }

    @Test func aDismissedFindingStaysAway() throws {
        let desk = try Self.desk()
        let id = try desk.run(["check"]).output.split(separator: "\t")[1]
        let folder = "\(desk.path)/articles/bridge/annotations"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let annotation = #"{"schema":1,"dismissed":[{"finding":"\#(id)","reason":"cut"}]}"#
        try Data(annotation.utf8).write(to: URL(filePath: "\(folder)/zh-Hans.json"))
        let outcome = try desk.run(["check"])
        #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.output)\(outcome.errors)")
    }

    @Test func anInterpreterThatIsNotToldOfIsFound() throws {
        let desk = try CorpusWorkflowTests.Desk()
        #expect(try desk.run(["align", "harbour"]).code == 0)
        let outcome = try desk.run(["check", "harbour"])
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("harbour/de/mediation-lost/"), "\(outcome.output)")
        #expect(outcome.output.contains("en “through an interpreter”"))
        #expect(!outcome.output.contains("harbour/uk/mediation-lost/"))
    }

    /// Two versions are linked crosswise by hand; over the text that both were made from they are not.
    @Test func aContradictionOverAThirdVersionIsFound() throws {
        let desk = try CorpusWorkflowTests.Desk()
        #expect(try desk.run(["align", "--every-pair"]).code == 0)
        #expect(!(try desk.run(["check"]).output.contains("/contradiction/")))
        let file = URL(filePath: "\(desk.path)/articles/harbour/alignments/de--uk.json")
        var record = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        record["beads"] = [([0], [0]), ([1], [2]), ([2], []), ([], [1]), ([3], [3])].map {
            ["source": $0.0, "target": $0.1, "score": 0.9, "status": "auto"] as [String: Any]
        }
        try JSONSerialization.data(withJSONObject: record).write(to: file)
        let outcome = try desk.run(["check", "harbour"])
        let lines = outcome.output.split(separator: "\n").filter { $0.contains("/contradiction/") }
        #expect(lines.count == 1, "\(outcome.output)\(outcome.errors)")
        #expect(lines[0].hasPrefix("note\tharbour/uk/contradiction/"))
        #expect(lines[0].contains("linked with “«Ми відбудуємо") && lines[0].contains("over en"))
        #expect(lines[0].contains("Der Minister kam am Freitag"))
    }

    @Test(arguments: [
        (["diff", "bridge"], "an article and one of its versions"),
        (["diff", "bridge", "en"], "was made from no other version"),
        (["diff", "bridge", "fr"], "no version 'fr'"), (["diff", "x", "uk"], "no article 'x'"),
        (["check", "bridges"], "did you mean 'bridge'?"), (["check", "a", "b"], "one article"),
    ])
    func wrongCallsAreExplained(words: [String], part: String) throws {
        let outcome = try Self.desk().run(words)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }

    @Test func whatCannotBeComparedIsSaid() throws {
        let desk = try Self.desk()
        try Self.edit(desk, "15 million", "17 million")
        try FileManager.default.removeItem(atPath: "\(desk.path)/articles/bridge/revisions")
        let outcome = try desk.run(["diff", "bridge", "uk"])
        #expect(outcome.code == 1 && outcome.errors.contains("was not kept"))
        #expect(try desk.run(["check"]).output.contains("bridge/uk/source-lost/"))
    }

    /// A number that was changed is told on both sides, also where it is a word of another script.
    @Test(arguments: [
        ("uk", "15 мільйонів", "16 мільйонів", "15 million", "16 мільйонів"),
        ("zh-Hans", "1500万", "1600万", "15 million", "1600万"),
        ("ar", "15 مليون", "١٧ مليون", "15 million", "١٧ مليون"),
        ("de", "15 Millionen", "1,5 Millionen", "15 million", "1,5 Millionen"),
    ])
    func anotherNumberIsFound(
        version: String, from: String, to: String, source: String, target: String
    ) throws {
        let desk = try Self.desk()
        let file = URL(filePath: "\(desk.path)/articles/bridge/\(version).md")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacingOccurrences(of: from, with: to).utf8).write(to: file)
        #expect(try desk.run(["align", "bridge"]).code == 0)
        let outcome = try desk.run(["check", "bridge"])
        let found = outcome.output.split(separator: "\n").filter { $0.contains("/number/") }
        #expect(found.count == 1, "\(outcome.output)")
        #expect(found.first?.contains("“\(source)” in the source, “\(target)” here") == true)
        let json = try desk.run(["check", "bridge", "--json"]).output
        #expect(json.contains(#""counterpart":{"end""#) && json.contains(#""text":"\#(target)""#))
    }

    @Test func aRecordIsComparedWithoutACorpus() throws {
        let desk = try Self.desk()
        let records = """
            {"id":1,"source":{"lang":"en","text":"It cost 45 crowns."},"target":{"lang":"de","text":"Es kostete 54 Kronen."}}
            {"id":2,"source":{"lang":"en","text":"It cost 45 crowns."},"target":{"lang":"de","text":"Es kostete 45 Kronen."}}

            """
        for options in [["--jobs", "1"], ["--jobs", "2"], ["--learn", "collection"]] {
            let outcome = try desk.run(["check", "--jsonl"] + options, input: records)
            #expect(outcome.code == 0, "\(outcome.errors)")
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count == 2 && lines[1] == #"{"findings":[],"id":2}"#)
            #expect(lines[0].contains(#""source":{"end":10,"start":8,"text":"45"}"#))
            #expect(lines[0].contains(#""target":{"end":13,"start":11,"text":"54"}"#))
        }
    }
}
