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
        _ language: String, newline: SegmentationRules.NewlineMode = .paragraph
    ) throws -> SegmentationRules {
        let catalogue = try LocaleCatalogue(directory: locales)
        let tag = try #require(LanguageTag(language))
        return SegmentationRules(try catalogue.profile(for: tag), newline: newline)
    }

    static func segmenter(
        _ language: String, newline: SegmentationRules.NewlineMode = .paragraph
    ) throws -> SentenceSegmenter {
        SentenceSegmenter(try rules(language, newline: newline))
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
        ("en", "Three were named: |a) the bridge, |b) the port"),
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
        ("en", "The mask 🎭 fell.| 𝒜 was first (it was. Really.) and last."),
    ])
    func splits(language: String, marked: String) throws {
        let expected = marked.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        let text = Text(marked.replacingOccurrences(of: "|", with: ""))
        let found = try Self.segmenter(language).sentences(in: text).map { text[$0] }
        #expect(found == expected)
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
