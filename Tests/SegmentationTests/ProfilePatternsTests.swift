import Foundation
import LocaleData
import Segmentation
import Testing
import TextCore

/// Our rules as patterns, for programs that know SRX alone.
struct ProfilePatternsTests {
    static func segmenter(_ language: String) throws -> PatternSegmenter {
        let catalogue = try LocaleCatalogue(directory: SentenceSegmenterTests.locales)
        let tag = try #require(LanguageTag(language))
        return try PatternSegmenter(ProfilePatterns(try catalogue.profile(for: tag)).rules)
    }

    @Test(arguments: [
        ("en", "Mr. Berg came at 5 p.m. |He left. |“No. 5?” |Yes."),
        ("en", "It cost $5. |It was (really. Truly.) cheap etc. |The end."),
        ("ru", "В 1990 г. Анна и А. Белов уехали, т. е. ушли. |«Да». |Дом №. 5 снесли."),
        ("uk", "Він жив на вул. Лесі, 5. |Квиток коштує 90 грн. |Лікар заплатив."),
        ("de", "Am 3. Mai kam Dr. Koch. |Das war z. B. gut. |Er ging am 5. |Dann kam sie."),
        ("zh", "部长（他迟到了。）坐了下来。|“快开始了吗？”有人问。|没人知道。"),
        ("ja", "「はい。」と言った。|帰った。"), ("ar", "وصل الوزير. |هل تحدث؟ |نعم."),
        ("el", "Ήρθε ο κ. Παππάς. |Τι ώρα; |Στις πέντε."), ("hi", "मंत्री आए। |वे बोले।"),
        ("fr", "« Il vient. » |Elle sort. |L’an 44 av. J.-C. fut long."),
        ("en", "do you like it? |why not! said he"),
        ("hy", "Սա ջուր է... |Նրա հրաշքը: |Ուրիշ։"),
        ("und", "Dr. Kim came.\n|Next line\nwraps on"),
    ])
    func splits(language: String, marked: String) throws {
        let expected = marked.split(separator: "|").map {
            $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let text = Text(marked.replacingOccurrences(of: "|", with: ""))
        let found = try Self.segmenter(language).sentences(in: text).map { text[$0] }
        #expect(found == expected)
    }

    /// On the cases of all languages the patterns split nine texts of ten as the segmenter does.
    @Test func theyComeNearTheSegmenter() throws {
        let catalogue = try LocaleCatalogue(directory: SentenceSegmenterTests.locales)
        var (same, all) = (0, 0)
        for name in catalogue.tags {
            let tag = try #require(LanguageTag(name))
            let cases = try LocaleCases.load(
                LocaleCases.Segmentation.self, file: "segmentation", tag: name, in: catalogue)
            let profile = try catalogue.profile(for: tag)
            let patterns = try PatternSegmenter(ProfilePatterns(profile).rules)
            let segmenter = SentenceSegmenter(SegmentationRules(profile))
            for (_, value) in cases {
                let text = Text(value.text)
                all += 1
                if try patterns.sentences(in: text) == segmenter.sentences(in: text) { same += 1 }
            }
        }
        #expect(all > 100)
        #expect(Double(same) >= 0.9 * Double(all), "\(same) of \(all)")
    }
}
