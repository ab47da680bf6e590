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
            "anna-koval\tperson\tknown\tar\tآنا كوفال\t2\t",
            "anna-koval\tperson\tknown\tde\tAnna Kowal\t2\t",
            "anna-koval\tperson\tknown\ten\tAnna Koval\t4\tinconsistent",
            "anna-koval\tperson\tknown\ten\tAnna Kowal\t2\tinconsistent",
            "anna-koval\tperson\tknown\tru\tАнна Коваль\t2\t",
            "anna-koval\tperson\tknown\tuk\tАнна Коваль\t4\t",
            "anna-koval\tperson\tknown\tzh-Hans\t安娜·科瓦尔\t2\t",
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
        #expect(outcome.output == "en\tAnna Koval\testablished\t\nar\tآنا كوفال\testablished\t\n")
    }
}
