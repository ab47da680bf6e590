import Interchange
import Testing
import TextCore

struct InterchangeFormatTests {
    static func tag(_ name: String) -> LanguageTag { LanguageTag(name) ?? .undetermined }

    static let units = [
        TranslationUnit(
            id: "visit/1",
            variants: [
                .init(tag("ar"), "قال الوزير: «نعم»."),
                .init(tag("de"), "Der Minister sagte <ja> & ging\tweg.\nZeile zwei\\"),
                .init(tag("en"), "The minister said \"yes\"."),
                .init(tag("uk"), "Міністр сказав «так» і пішов."),
                .init(tag("zh-Hans"), "部长说“是”。𠮷"),
            ], score: 0.875),
        TranslationUnit(
            id: "visit/2",
            variants: [.init(tag("en"), "Cafe\u{301} 🎭"), .init(tag("ru"), "Й ]]> &amp;")]),
    ]

    @Test(arguments: InterchangeFormat.allCases)
    func readingGivesBackWhatWasWritten(format: InterchangeFormat) throws {
        let bytes = try format.write(Self.units, source: .english)
        #expect(try format.read(bytes, file: "memory") == Self.units)
        #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test(arguments: InterchangeFormat.allCases)
    func randomTextsComeBack(format: InterchangeFormat) throws {
        let pieces = [
            "a", "é", "ї", "字", "ب", "𝒜", "<", ">", "&", "\"", "'", "\t", "\n", "\\", " ",
        ]
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let units = (0..<60).map { index in
            let text = (0...next(20)).map { _ in pieces[next(pieces.count)] }.joined()
            return TranslationUnit(
                id: "\(index)",
                variants: [.init(Self.tag("en"), "x" + text), .init(Self.tag("he"), "ש")])
        }
        #expect(try format.read(format.write(units, source: nil), file: "memory") == units)
    }

    @Test func charactersThatXMLForbidsAreReplaced() throws {
        let unit = TranslationUnit(id: "\u{1}", variants: [.init(.english, "a\u{0}b\u{FFFF}c")])
        let bytes = try InterchangeFormat.tmx.write([unit], source: nil)
        let back = try InterchangeFormat.tmx.read(bytes, file: "memory")
        #expect(back.first?.variants.first?.text == "a\u{FFFD}b\u{FFFD}c")
    }

    @Test func otherToolsTMXIsRead() throws {
        let tmx = """
            <?xml version="1.0" encoding="UTF-16"?>
            <!DOCTYPE tmx SYSTEM "http://example.org/tmx14.dtd">
            <tmx version="1.4"><header srclang="EN-US"/><body>
            <tu><note>n</note><tuv xml:lang="EN-us"><seg>Press <bpt i="1">&lt;b&gt;</bpt>Start<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
            <tuv lang="uk"><seg>Натисніть <hi>Пуск</hi>.</seg></tuv></tu></body></tmx>
            """
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in tmx.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let units = try InterchangeFormat.tmx.read(bytes, file: "memory")
        #expect(
            units == [
                TranslationUnit(
                    id: "",
                    variants: [
                        .init(Self.tag("en-US"), "Press Start."),
                        .init(Self.tag("uk"), "Натисніть Пуск."),
                    ])
            ])
    }

    @Test(arguments: [
        (InterchangeFormat.tmx, "", "m:1:1: "),
        (.tmx, "<tmx><body><tu>\n<tuv xml:lang='en'><seg>x</tuv>", "m:2:"),
        (.tmx, "<html/>", "m: expected TMX, found <html>"),
        (
            .tmx, "<tmx><body><tu><tuv xml:lang='?'><seg>x</seg></tuv></tu></body></tmx>",
            "m:1:1: '?'"
        ),
        (
            .tmx,
            "<!DOCTYPE tmx [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><tmx><body><tu><tuv xml:lang='en'><seg>&b;</seg></tuv></tu></body></tmx>",
            "is not expanded"
        ),
        (.tsv, "id\tscore\ten\n1\t\n", "m:2:1: expected 3 columns"),
        (.tsv, "en\tru\n", "m:1:1: expected a header"),
        (.tsv, "id\tscore\tno tag\n", "m:1:1: 'no tag'"),
        (.jsonl, "{\"texts\":{\"en\":\"a\"}}\n{]\n", "m:2:1: expected an object"),
    ])
    func faultsNameThePlace(format: InterchangeFormat, content: String, part: String) {
        #expect {
            try format.read(Array(content.utf8), file: "m")
        } throws: { error in
            "\(error)".contains(part)
        }
    }

    @Test(arguments: [
        (0.0, "0"), (0.5, "0.5"), (0.98765, "0.9877"), (1.0, "1"), (0.0001, "0.0001"),
    ])
    func scoresAreShort(score: Double, written: String) throws {
        let unit = TranslationUnit(id: "1", variants: [.init(.english, "a")], score: score)
        let table = try InterchangeFormat.tsv.write([unit], source: nil)
        #expect(String(decoding: table, as: UTF8.self).hasSuffix("1\t\(written)\ta\n"))
    }
}
