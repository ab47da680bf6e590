import Foundation
import Testing

/// `names [SLUG]` and `name` over a corpus.
struct NameTableTests {
    static let known = """
        {"id":"anna-koval","kind":"person","forms":{"en":["Anna Koval","Anna Kowal"],"uk":["Анна Коваль"],"ru":["Анна Коваль"],"zh-Hans":["安娜·科瓦尔"],"ar":["آنا كوفال"],"de":["Anna Kowal"]}}

        """
    static let texts = [
        ("en", "Minister Anna Koval met the crew. Later Anna Kowal left. Anna Koval waved."),
        ("uk", "Міністерка Анна Коваль прийшла. Усі чекали на Анну Коваль."),
        ("ru", "Министр Анна Коваль пришла в порт."),
        ("zh-Hans", "部长安娜·科瓦尔来到港口。"),
        ("ar", "وصلت الوزيرة آنا كوفال إلى الميناء."),
        ("de", "Ministerin Anna Kowal kam in den Hafen."),
    ]

    static func desk() throws -> CorpusCommandTests.Desk {
        let desk = try CorpusCommandTests.Desk()
        try Data(known.utf8).write(to: URL(filePath: "\(desk.path)/names.jsonl"))
        for (language, text) in texts { try desk.add("# \(text)\n\n\(text)\n", language) }
        return desk
    }

    @Test func everyFormIsCountedUnderItsEntity() throws {
        let desk = try Self.desk()
        let outcome = try desk.run(["names", "bridge"])
        #expect(outcome.code == 0 && outcome.errors.isEmpty)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        for expected in [
            "anna-koval\tperson\tknown\tar\tآنا كوفال\t2\t\t",
            "anna-koval\tperson\tknown\tde\tAnna Kowal\t2\t\t",
            "anna-koval\tperson\tknown\ten\tAnna Koval\t4\tinconsistent\tbridge/en:1 bridge/en:3",
            "anna-koval\tperson\tknown\ten\tAnna Kowal\t2\tinconsistent\tbridge/en:1 bridge/en:3",
            "anna-koval\tperson\tknown\tru\tАнна Коваль\t2\t\t",
            "anna-koval\tperson\tknown\tuk\tАнна Коваль\t4\t\t",
            "anna-koval\tperson\tknown\tzh-Hans\t安娜·科瓦尔\t2\t\t",
        ] {
            #expect(lines.contains(expected), "\(expected)\n\(outcome.output)")
        }
        #expect(lines.first?.hasPrefix("anna-koval\t") == true)
        let json = try desk.run(["names", "--json"]).output
        #expect(json.contains(#""inconsistent":["en"]"#) && json.contains(#""known":true"#))
        let one = try desk.run(["names", "bridge", "--lang", "ar"]).output
        #expect(one.contains("\tar\t") && !one.contains("\ten\t"))
        #expect(try desk.run(["names", "bridges"]).errors.contains("did you mean 'bridge'?"))
    }

    @Test func aNameIsWrittenAsTheCorpusHasIt() throws {
        let desk = try Self.desk()
        let outcome = try desk.run(["name", "安娜·科瓦尔", "--to", "en,ar"])
        #expect(outcome.output == "en\tAnna Koval\tknown\t\t\nar\tآنا كوفال\tknown\t\t\n")
    }

    @Test func namesAreMergedSplitAndUndone() throws {
        let desk = try Self.desk()
        let file = "\(desk.path)/names.jsonl"
        let before = try String(contentsOfFile: file, encoding: .utf8)
        let split = try desk.run(["names", "split", "anna-koval", "Anna Kowal", "--as", "kowal"])
        #expect(split.output == "kowal\tperson\tde\tAnna Kowal\nkowal\tperson\ten\tAnna Kowal\n")
        #expect(split.code == 0 && split.errors.isEmpty)
        #expect(!(try desk.run(["names"]).output.contains("inconsistent")))
        let undone = try desk.run(["names", "undo", "anna-koval", "--json"])
        #expect(undone.output.contains(#""en":["Anna Koval","Anna Kowal"]"#))
        let after = try String(contentsOfFile: file, encoding: .utf8)
        let wanted = try Self.sorted(before).replacingOccurrences(of: " ", with: "")
        #expect(after.replacingOccurrences(of: " ", with: "") == wanted)
        let odd = try desk.run(["names", "split", "anna-koval", "Koval"])
        #expect(odd.code == 2 && odd.errors.contains("hint: it has Anna Koval, Anna Kowal, "))
        #expect(try desk.run(["names", "undo", "anna-koval"]).code == 2)
        #expect(try desk.run(["names", "merge", "anna-koval", "nobody"]).code == 2)
    }

    /// The line as the program writes it, keys in order.
    static func sorted(_ line: String) throws -> String {
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        let data = try JSONSerialization.data(
            withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// A name that only the texts have becomes known by a merge.
    @Test func aNameOfTheTextsIsMerged() throws {
        let desk = try CorpusCommandTests.Desk()
        try desk.add("# Порт\n\nМинистр Пётр Громов пришёл. Пётр Громов ушёл.\n", "ru")
        try desk.add("# The port\n\nMinister Peter Kolb came. Peter Kolb left.\n", "en")
        let keys = Set(
            try desk.run(["names"]).output.split(separator: "\n").filter { $0.contains("person") }
                .compactMap { $0.split(separator: "\t").first.map(String.init) })
        try #require(keys.count == 2, "\(keys)")
        let merged = try desk.run(["names", "merge"] + keys.sorted() + ["--as", "gromov"])
        #expect(merged.code == 0, "\(merged.errors)")
        #expect(merged.output.contains("gromov\tperson\tru\tПётр Громов\n"))
        let table = try desk.run(["names"]).output
        #expect(table.contains("gromov\tperson\tknown\ten\tPeter Kolb\t2\t"))
        #expect(table.contains("gromov\tperson\tknown\tru\tПётр Громов\t2\t"))
    }

    @Test func namesAreExported() throws {
        let desk = try Self.desk()
        let base = try desk.run(["export", "--names"])
        #expect(base.output.contains(#"<conceptEntry id="anna-koval">"#))
        #expect(base.output.contains("<term>安娜·科瓦尔</term>"))
        let table = try desk.run(["export", "bridge", "--names", "--format", "csv"])
        #expect(table.output.contains("anna-koval,person,uk,Анна Коваль,established,4\r\n"))
        #expect(try desk.run(["export", "--names", "--format", "tmx"]).code == 2)
        #expect(try desk.run(["export", "--names", "--quotes"]).code == 2)
    }
}
