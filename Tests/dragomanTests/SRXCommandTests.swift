import Foundation
import Testing

/// `segment --srx` and `locales srx` as a user runs them.
struct SRXCommandTests {
    static func file(_ rules: String, cascade: String = "no") throws -> String {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "rules-\(UUID().uuidString).srx")
        let srx = """
            <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="\(cascade)"/>
            <body><languagerules><languagerule languagerulename="Own">\(rules)</languagerule></languagerules>
            <maprules><languagemap languagepattern="(uk|zh).*" languagerulename="Own"/></maprules></body></srx>
            """
        try Data(srx.utf8).write(to: url)
        return url.path(percentEncoded: false)
    }

    static let semicolons =
        "<rule break='no'><beforebreak>ст;</beforebreak></rule><rule><beforebreak>[;；]</beforebreak></rule>"

    @Test func theRulesOfTheFileDecide() throws {
        let path = try Self.file(Self.semicolons)
        let text = Data("Один. Два; ст; 5; три.\n\nКінець.".utf8)
        let split = try CommandLineTests.run(
            ["segment", "--lang", "uk", "--srx", path], input: text)
        #expect(split.output == "Один. Два;\nст; 5;\nтри.\nКінець.\n")
        let told = try CommandLineTests.run(
            ["segment", "--lang", "uk", "--srx", path, "--explain"], input: text)
        #expect(told.output.hasPrefix("10\tend\trule 2 of 'Own'\n14\t-\trule 1 of 'Own'\n"))
        let record = Data(#"{"id":1,"lang":"zh-Hans","text":"一；二。三"}"#.utf8)
        let stream = try CommandLineTests.run(["segment", "--jsonl", "--srx", path], input: record)
        #expect(stream.output.contains(#"[{"end":2,"start":0,"text":"一；"},{"end":5,"start":2"#))
    }

    @Test func faultsNameFileAndRule() throws {
        let bad = try Self.file("<rule/><rule><beforebreak>[</beforebreak></rule>")
        let run = try CommandLineTests.run(["segment", "--lang", "uk", "--srx", bad])
        #expect(run.code == 2)
        #expect(run.errors.contains("\(bad): rule 2 of 'Own': '['"))
        let other = try CommandLineTests.run(
            ["segment", "--lang", "de", "--srx", try Self.file(Self.semicolons)])
        #expect(other.code == 2)
        #expect(other.errors.contains("no rules for the language 'de'"))
        #expect(other.errors.contains("hint: the file has rules for (uk|zh).*"))
        #expect(try CommandLineTests.run(["segment", "--srx", "/no/such"]).code == 2)
        let record = Data(#"{"id":1,"lang":"de","text":"a"}"#.utf8)
        let path = try Self.file(Self.semicolons)
        let stream = try CommandLineTests.run(["segment", "--jsonl", "--srx", path], input: record)
        #expect(stream.code == 3 && stream.output.contains("no rules for the language"))
    }

    @Test func ourRulesComeBackThroughSRX() throws {
        let all = try CommandLineTests.run(["locales", "srx"])
        #expect(all.code == 0)
        #expect(all.output.contains(#"languagepattern=".*" languagerulename="root""#))
        let path = FileManager.default.temporaryDirectory
            .appending(path: "all-\(UUID().uuidString).srx").path(percentEncoded: false)
        try Data(all.output.utf8).write(to: URL(filePath: path))
        for (language, text) in [
            ("en", "Mr. Berg left. He was late.\n"), ("ru", "Это ул. Мира. Да?\n"),
            ("uk", "Це вул. Миру. Так?\n"), ("zh-TW", "他来了。他走了。\n"),
            ("de", "Am 3. Mai kam Dr. Koch. Wer?\n"), ("ar", "وصل الوزير. هل تحدث؟\n"),
            ("yo", "One. Two.\n"),
        ] {
            let arguments = ["segment", "--lang", language]
            let ours = try CommandLineTests.run(arguments, input: Data(text.utf8))
            let theirs = try CommandLineTests.run(
                arguments + ["--srx", path], input: Data(text.utf8))
            #expect(ours.output == theirs.output && ours.output.split(separator: "\n").count == 2)
        }
    }

    @Test func namedLanguagesAlone() throws {
        let two = try CommandLineTests.run(["locales", "srx", "zh-TW", "uk"]).output
        let maps = two.split(separator: "\n").filter { $0.contains("<languagemap") }
        #expect(maps.count == 2)
        #expect(maps[0].contains(#"languagepattern="(?i)uk(?:[-_].*)?""#))
        #expect(maps[1].contains("TW") && maps[1].contains(#"languagerulename="zh-Hant""#))
        let none = try CommandLineTests.run(["locales", "srx", "yo"])
        #expect(none.code == 2 && none.errors.contains("no locale data for 'yo'"))
    }
}
