import Foundation
import Interchange
import Testing
import TextCore

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct NameFormatTests {
    static func tag(_ name: String) -> LanguageTag { LanguageTag(name) ?? .undetermined }

    static let entries = [
        NameEntry(
            id: "anna-koval", kind: .person,
            forms: [
                .init(tag("ar"), "آنا كوفال", isEstablished: true),
                .init(.english, "Anna Koval", isEstablished: true, count: 4),
                .init(.english, "Anna \"K\" <Kowal>, PhD", isEstablished: false, count: 2),
                .init(tag("zh-Hans"), "安娜·科瓦尔", isEstablished: true),
                .init(tag("zh-Hant"), "安娜·𠮷瓦爾", isEstablished: true),
            ]),
        NameEntry(
            id: "7 мостів", kind: .place,
            forms: [
                .init(tag("uk"), "Сім мостів", isEstablished: true),
                .init(tag("de"), "Sieben Brücken", isEstablished: true),
            ]),
    ]

    @Test func theTermBaseIsReadBack() throws {
        let bytes = try NameFormat.tbx.write(Self.entries)
        let base = try TermBase(tbx: bytes, file: "names.tbx")
        #expect(
            base.concepts.map { $0.terms.map { [$0.language.string, $0.text] } }
                == Self.entries.map { $0.forms.map { [$0.language.string, $0.text] } })
        #expect(
            base.pairs(.english, Self.tag("ar")).map(\.target) == ["آنا كوفال", "آنا كوفال"])
    }

    /// The structure that the core schema of 2019 and the rules of TBX-Basic ask for.
    @Test func theTermBaseKeepsTheSchema() throws {
        let parser = Structure()
        let reader = XMLParser(data: Data(try NameFormat.tbx.write(Self.entries)))
        reader.delegate = parser
        #expect(reader.parse())
        #expect(
            Set(parser.paths) == [
                "tbx", "tbx/tbxHeader", "tbx/tbxHeader/fileDesc",
                "tbx/tbxHeader/fileDesc/sourceDesc", "tbx/tbxHeader/fileDesc/sourceDesc/p",
                "tbx/text", "tbx/text/body", "tbx/text/body/conceptEntry",
                "tbx/text/body/conceptEntry/descrip", "tbx/text/body/conceptEntry/note",
                "tbx/text/body/conceptEntry/langSec", "tbx/text/body/conceptEntry/langSec/termSec",
                "tbx/text/body/conceptEntry/langSec/termSec/term",
                "tbx/text/body/conceptEntry/langSec/termSec/termNote",
            ])
        #expect(parser.root["xmlns"] == "urn:iso:std:iso:30042:ed-2")
        #expect(parser.root["type"] == "TBX-Basic" && parser.root["style"] == "dca")
        #expect(parser.ids == ["anna-koval", "concept-2"])
        #expect(
            Set(parser.notes) == [
                "partOfSpeech noun", "administrativeStatus preferredTerm-admn-sts",
                "administrativeStatus admittedTerm-admn-sts",
            ])
    }

    /// Every element with where it stands.
    private final class Structure: NSObject, XMLParserDelegate {
        var paths: [String] = []
        var root: [String: String] = [:]
        var ids: [String] = []
        var notes: [String] = []
        private var open: [String] = []
        private var type: String?

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            open.append(name)
            paths.append(open.joined(separator: "/"))
            if name == "tbx" { root = attributes }
            if name == "conceptEntry" { ids.append(attributes["id"] ?? "") }
            type = name == "termNote" ? attributes["type"] : nil
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if let type { notes.append("\(type) \(text)") }
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
            qualifiedName: String?
        ) {
            open.removeLast()
            type = nil
        }
    }

    @Test func tablesHoldEveryForm() throws {
        let table = String(decoding: try NameFormat.csv.write(Self.entries), as: UTF8.self)
        #expect(table.hasPrefix("id,kind,language,form,status,count\r\n"))
        #expect(
            table.contains(
                "anna-koval,person,en,\"Anna \"\"K\"\" <Kowal>, PhD\",admitted,2\r\n"))
        #expect(table.contains("7 мостів,place,uk,Сім мостів,established,\r\n"))
        let lines = String(decoding: try NameFormat.jsonl.write(Self.entries), as: UTF8.self)
        #expect(lines.split(separator: "\n").count == 2)
        #expect(lines.contains(#""ar":[{"established":true,"form":"آنا كوفال"}]"#))
    }
}
