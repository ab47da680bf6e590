import Interchange
import Testing
import TextCore

struct GlossaryTests {
    @Test func aTableIsReadWithItsNotes() throws {
        let text =
            "\u{FEFF}# von Hand\r\nBrücke\tміст\tнотатка\r\n\r\n Генеральний секретар \t秘书长\n"
            + "𝒜\tجِسْر\n"
        #expect(
            try GlossaryTable.read(Array(text.utf8), file: "de--uk.tsv") == [
                TermPair("Brücke", "міст"), TermPair("Генеральний секретар", "秘书长"),
                TermPair("𝒜", "جِسْر"),
            ])
    }

    @Test(arguments: [("a\tb\nc\n", 2), ("\tb", 1), ("a\t \n", 1)])
    func aDamagedLineIsNamed(text: String, line: Int) {
        #expect(
            throws: InterchangeError.malformed(
                file: "g.tsv", line: line, column: 1,
                reason: "not a term, a tab and its translation"
            )
        ) { try GlossaryTable.read(Array(text.utf8), file: "g.tsv") }
    }

    static let older = """
        <?xml version="1.0"?>
        <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
        <martif type="TBX" xml:lang="en"><text><body>
        <termEntry id="c1"><descrip type="subjectField">law</descrip>
        <langSet xml:lang="en"><tig><term>Secretary <hi>General</hi></term></tig></langSet>
        <langSet xml:lang="ru"><ntig><termGrp><term>генеральный
           секретарь</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet>
        <langSet xml:lang="zh-Hans"><tig><term>秘书长</term></tig></langSet></termEntry>
        </body></text></martif>
        """
    static let newer = """
        <tbx style="dca" type="TBX-Core" xml:lang="de" xmlns="urn:iso:std:iso:30042:ed-2">
        <text><body><conceptEntry id="1">
        <langSec xml:lang="de"><termSec><term>Brücke</term></termSec>
        <termSec><term>Steg</term></termSec></langSec>
        <langSec xml:lang="ar"><termSec><term>جسر</term></termSec></langSec>
        </conceptEntry></body></text></tbx>
        """

    @Test func aTermBaseIsReadInBothForms() throws {
        let older = try TermBase(tbx: Array(Self.older.utf8), file: "a.tbx")
        let (russian, chinese) = (
            try #require(LanguageTag("ru")), try #require(LanguageTag("zh"))
        )
        #expect(
            older.pairs(.english, russian) == [
                TermPair("Secretary General", "генеральный секретарь")
            ])
        #expect(older.pairs(chinese, russian) == [TermPair("秘书长", "генеральный секретарь")])
        let newer = try TermBase(tbx: Array(Self.newer.utf8), file: "b.tbx")
        let (german, arabic) = (try #require(LanguageTag("de")), try #require(LanguageTag("ar")))
        #expect(
            newer.pairs(arabic, german) == [TermPair("جسر", "Brücke"), TermPair("جسر", "Steg")])
        #expect(newer.pairs(german, russian).isEmpty)
    }

    @Test(arguments: [
        ("<tmx/>", "expected TBX, found <tmx>"), ("<tbx><text>", "x.tbx:1:"),
        ("", "x.tbx:1:1"),
        ("<tbx>\n<conceptEntry><langSec><term>a</term></langSec></conceptEntry></tbx>", "x.tbx:2:"),
        ("<tbx><conceptEntry>\n<term>a</term></conceptEntry></tbx>", "x.tbx:2:1: a term stands"),
        (
            "<!DOCTYPE tbx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n"
                + "<tbx><conceptEntry><langSec xml:lang=\"en\"><term>&b;</term></langSec>"
                + "</conceptEntry></tbx>", "'&b;' is not expanded"
        ),
    ])
    func whatIsNoTermBaseIsRefused(text: String, part: String) {
        do {
            _ = try TermBase(tbx: Array(text.utf8), file: "x.tbx")
            Issue.record("no error")
        } catch { #expect("\(error)".contains(part), "\(error)") }
    }

    /// Whatever is cut off or struck by other bytes ends in a result or an error, not in a trap.
    @Test func damageIsSurvived() {
        var random = Numbers(seed: 5)
        let sound = Array(Self.older.utf8)
        for length in stride(from: 0, to: sound.count, by: 7) {
            _ = try? TermBase(tbx: Array(sound[..<length]), file: "x.tbx")
        }
        for _ in 0..<300 {
            var bytes = sound
            bytes[random.below(bytes.count)] = UInt8(random.below(256))
            _ = try? TermBase(tbx: bytes, file: "x.tbx")
        }
    }

    /// Deep nesting meets the limit of libxml2, not that of the stack.
    @Test func depthIsBounded() {
        let deep = "<tbx>" + String(repeating: "<a>", count: 100_000)
        #expect(throws: InterchangeError.self) {
            try TermBase(tbx: Array(deep.utf8), file: "x.tbx")
        }
    }
}

/// Numbers that are the same on every run.
struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, bound)
    }
}
