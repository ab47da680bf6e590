import Interchange
import Testing

struct QuoteFormatTests {
    static func row(_ words: String) -> QuoteRow {
        QuoteRow(
            article: "a", version: "en", type: "direct", speaker: "", name: "", mediation: "none",
            mark: "", relay: "", words: words)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
        ("a\r\nb", "\"a\r\nb\""), ("«Так», 𠮷", "\"«Так», 𠮷\""), ("كلا", "كلا"),
        ("x\"\u{301}", "\"x\"\"\u{301}\""),
    ])
    func fieldsAreQuotedWhereTheyMustBe(words: String, field: String) throws {
        let table = String(decoding: try QuoteFormat.csv.write([Self.row(words)]), as: UTF8.self)
        #expect(table.hasSuffix("\r\na,en,direct,,,none,,,\(field)\r\n"))
    }
}
