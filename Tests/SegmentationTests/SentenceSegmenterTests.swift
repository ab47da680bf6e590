import Foundation
import LocaleData
import Segmentation
import Testing
import TextCore

struct SentenceSegmenterTests {
    static let locales = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "locales").path(percentEncoded: false)

    static func rules(
        _ language: String, newline: SegmentationRules.NewlineMode = .paragraph,
        quotations: SegmentationRules.QuotationMode = .split
    ) throws -> SegmentationRules {
        let catalogue = try LocaleCatalogue(directory: locales)
        let tag = try #require(LanguageTag(language))
        return SegmentationRules(
            try catalogue.profile(for: tag), newline: newline, quotations: quotations)
    }

    static func segmenter(
        _ language: String, newline: SegmentationRules.NewlineMode = .paragraph,
        quotations: SegmentationRules.QuotationMode = .split
    ) throws -> SentenceSegmenter {
        SentenceSegmenter(try rules(language, newline: newline, quotations: quotations))
    }

    /// Sentences are marked by `|` in the text, which stands for the blank between them.
    @Test(arguments: [
        ("en", "The minister left at 3.15.| «He was late.»| Nobody minded!"),
        ("ru", "Он сказал: «Да.»| Потом ушёл…| — Куда?| — Домой."),
        ("uk", "Міністр прибув о 9.30.| Його зустрів Т. Коваль."),
        ("zh", "部长抵达了。|“我很高兴。”|他说完就走了！"),
        ("ar", "وصل الوزير.| هل تحدث؟| نعم."),
        ("de", "Es begann um 8.30 Uhr.| Danach sprach sie."),
        ("hi", "मंत्री आए।| वे बोले।"),
        ("ja", "「はい。」と言った。|帰った。"),
        ("en", "1. The first item| 2. The second item"),
        ("en", "Three were named: |a) the bridge; |b) the port"),
        ("en", "Three were named: a) the bridge, b) the port"),
        ("en", "It rose on Friday (23) and on Saturday (24)."),
        ("ru", "Нужны: |а) паспорт; |б) виза."),
        ("en", "A. Berg and B. Cohen wrote it."),
        ("en", "• bread |• salt"),
        ("en", "\"Go now. \"| She went."),
        ("zh", "他看了《走吧！妈妈》。|好！"),
        ("zh", "“快开始了吗？”有人问。|没人知道。"),
        ("zh", "市长（他迟到了。）坐了下来。|（没人说话。）|会议开始。"),
        ("zh", "请看https://example.org/?a.b?c=d。|免费。"),
        ("uk", "Квиток коштує 90 грн.| Лікар заплатив."),
        ("ru", "Дом построили в 1965 г.| Дорога закрыта."),
        ("ar", "عاش سنة 450 ق.م. جنوب النهر."),
        ("de", "Die Burg in der Seestr. 5 fiel 44 v. Chr. an Rom."),
        ("en", "It ended.| . . . It began . . . Again."),
        ("en", "The items: |i) bread |ii) salt |iii) milk"),
        ("en", "The patient rested.12| Later she left."),
        ("fr", "Du pain, du vin, etc.| L’épicerie ferme."),
        ("en", "Do you like it?| why not.| See https://example.org/a.b?C=d.| Now."),
        ("en", "Read http://example.org/One |http://example.org/Two.| She did."),
        ("en", "It is fine :-)| See you there.| Fine!| ==========| The end."),
        ("en", "The items were lost;| The court closed."),
        ("en", "Russia Today programming was streamed on all the channels of the port."),
        ("en", "It rained; I stayed at home;| The court closed early."),
        ("fr", "Incendie au port |Les pompiers ont travaillé toute la nuit sans repos."),
        ("ru", "Пожар в порту |На месте работали всю ночь пять экипажей.| Тихо."),
        ("tr", "İlk gün geldi vb.| İkinci gün gitti."),
        ("hy", "Նախարարը եկավ...| Նա խոսեց։| Ժողովը փակվեց."),
        ("ko", "회의가 끝났습니다| 내일 다시 만나요| 장소는 같다."),
        ("en", "The mask 🎭 fell.| 𝒜 was first (it was. Really.) and last."),
    ])
    func splits(language: String, marked: String) throws {
        let expected = marked.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        let text = Text(marked.replacingOccurrences(of: "|", with: ""))
        let found = try Self.segmenter(language).sentences(in: text).map { text[$0] }
        #expect(found == expected)
    }

    /// A quotation is one sentence with its frame when it is kept; marks that nothing closes hold nothing.
    @Test(arguments: [
        ("en", "“It rained. We left,” she said.| All went."),
        ("ru", "«Дождь. Мы ушли», — сказала она.| Все ушли."),
        ("uk", "«Дощ. Ми пішли», — сказала вона.| Усі пішли."),
        ("zh", "“下雨了。我们走了。”|大家都走了。"),
        ("ar", "قالت: «هطل المطر. غادرنا».| ذهب الجميع."),
        ("de", "„Es regnete. Wir gingen“, sagte sie.| Alle gingen.| »Ja. Gut.«| Ende."),
        ("en", "He said: \"Go. Now!\"| She said: \"Go.| Nobody did.| 𝒜.| É"),
    ])
    func keepsQuotations(language: String, marked: String) throws {
        let expected = marked.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        let text = Text(marked.replacingOccurrences(of: "|", with: ""))
        let segmenter = try Self.segmenter(language, quotations: .keep)
        #expect(segmenter.sentences(in: text).map { text[$0] } == expected)
    }

    @Test func listsOfShortLinesAreItems() throws {
        let text = Text("features\ncontact manager\nevents, activities\n\nit was a long\nnight.")
        let found = try Self.segmenter("en").sentences(in: text).map { text[$0] }
        #expect(
            found == [
                "features", "contact manager", "events, activities", "it was a long\nnight.",
            ])
    }

    @Test(arguments: [
        (SegmentationRules.NewlineMode.paragraph, ["One line", "Second line\nwraps on"]),
        (.line, ["One line", "Second line", "wraps on"]),
        (.wrap, ["One line\nSecond line\nwraps on"]),
    ])
    func newlines(mode: SegmentationRules.NewlineMode, expected: [String]) throws {
        let text = Text("One line\nSecond line\nwraps on")
        let found = try Self.segmenter("en", newline: mode).sentences(in: text).map { text[$0] }
        #expect(found == expected)
    }

    /// Spans are ordered, on scalar boundaries, and leave out nothing but white space, whatever the text.
    @Test func spansCoverEveryNonBlankByte() throws {
        let segmenter = try Self.segmenter("und")
        let pieces = [
            "Wort", "слово", "字", "كلمة", ".", "!", "?", "…", "。", "\"", "«", "»", "(", ")", "[",
            "]", " ", "\n",
            "\n\n", "-", "—", "1", "12", ",", ":", "e\u{301}", "🎭", "z.B.", "\u{200F}",
        ]
        var state: UInt64 = 42
        for _ in 0..<400 {
            var string = ""
            for _ in 0..<30 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                string += pieces[Int(state >> 33) % pieces.count]
            }
            let text = Text(string)
            var covered = 0
            for span in segmenter.sentences(in: text) {
                #expect(span.start >= covered && !span.isEmpty)
                let gap = TextSpan(covered, span.start)
                #expect(text.trimmed(gap).isEmpty, "lost '\(text[gap])' in '\(string)'")
                #expect(text.bytes[span.start] & 0xC0 != 0x80)
                covered = span.end
            }
            #expect(text.trimmed(TextSpan(covered, text.count)).isEmpty)
        }
    }

    @Test func everyDecisionHasAReason() throws {
        let text = Text("No. Yes! U.S. forces. 3.5 km")
        let decisions = try Self.segmenter("en").decisions(in: text)
        #expect(decisions.map(\.reason).contains(.strongTerminator))
        #expect(decisions.last?.reason == .endOfText)
        #expect(decisions.map(\.offset) == decisions.map(\.offset).sorted())
    }

    @Test func emptyAndBlankTextsHaveNoSentence() throws {
        let segmenter = try Self.segmenter("en")
        #expect(segmenter.sentences(in: Text("")).isEmpty)
        #expect(segmenter.sentences(in: Text(" \n\u{3000}")).isEmpty)
    }
}
