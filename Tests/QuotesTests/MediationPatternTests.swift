import LocaleData
import Testing
import TextCore

@testable import Quotes

struct MediationPatternTests {
    /// Every match of the pattern holds a word of each set.
    @Test(arguments: [
        (
            #"\b(?:through|via) (?:an?|the) interpreters?\b"#,
            [["through", "via"], [" "], [" interpreter"]]
        ),
        (#"через (?:своего )?переводчик(?:а|ов)"#, [["через "], ["переводчик"], ["а", "ов"]]),
        (
            #"[(\[](?:перевод|übersetzt)[^)]{0,9}[)\]]"#,
            [["(", "["], ["übersetzt", "перевод"], [")", "]"]]
        ),
        (#"(?<!\bx )通过翻译"#, [["通过翻译"]]),
        (#"a|b*"#, []),
    ])
    func requiredLiterals(pattern: String, expected: [[String]]) {
        let found = PatternLiterals(pattern).required.map { $0.sorted() }
        for set in expected { #expect(found.contains(set)) }
        #expect(expected.isEmpty == found.isEmpty)
    }

    /// Every match begins with one of the words, or that cannot be told.
    @Test(
        arguments: [
            (#"(?<!\bx )\b(?:through|via) an? "#, ["through", "via"]),
            (
                #"(?:ламаною |чистою )?(?<language>польською|чеською)"#,
                ["ламаною ", "польською", "чистою ", "чеською"]
            ),
            (#"[(（](?:in )?(?<language>Urdu)"#, ["(", "（"]),
            (#"о?б чём"#, ["б чём", "о"]),
            (#"(?:流暢な)?(?:英|仏)語"#, ["仏", "流暢な", "英"]),
            (#"\p{L}+ через"#, nil),
            (#"(?:да)?"#, nil),
            (#"(?:^|[ ])нет"#, nil),
        ] as [(String, [String]?)])
    func leadingLiterals(pattern: String, expected: [String]?) {
        #expect(PatternLiterals(pattern).leading?.sorted() == expected?.sorted())
    }

    /// Trying each place where a match can begin finds what a search finds.
    @Test(arguments: [
        ("en", "She said in Welsh, and in Urdu (in Thai), then in plain English."),
        ("ru", "Он сказал по-китайски, через переводчика и по-русски (по-английски)."),
        ("ja", "首相は英語で、通訳を通じて「はい」と述べた（英語）。"),
        ("ar", "قال الوزير بالفرنسية عبر مترجم: «نعم»."),
    ])
    func placesAreTriedAsASearchWould(tag: String, sentence: String) throws {
        let profile = try LocaleCatalogue(directory: QuoteFixture.locales)
            .profile(for: try #require(LanguageTag(tag)))
        let text = Text(sentence)
        let found = MediationScanner(profile).matches(
            in: text, [Block(.paragraph, text.span)], [text.span])
        var all: [(span: TextSpan, cueClass: MediationCue.Class)] = []
        for cue in profile.mediation {
            for match in try RegularExpression(cue.pattern).matches(in: text) {
                all.append((text.trimmed(match.span), cue.cueClass))
            }
        }
        let cancelling = all.filter { $0.cueClass == .none }.map(\.span)
        for (span, cueClass) in all where cueClass != .none && cueClass != .relay && !span.isEmpty {
            let isCancelled = cancelling.contains { $0.overlaps(span) }
            let isFound = found[0].contains { $0.span == span && $0.cueClass == cueClass }
            #expect(isFound != isCancelled)
        }
        #expect(!found[0].isEmpty)
    }

    @Test(arguments: [
        (#"(?<!\bbook )\bin (?:Welsh|Urdu)"#, #"(?=in )(?<!\bbook )\bin (?:Welsh|Urdu)"#),
        (#"(?<![(\[])\b(?:via|with)"#, #"(?<![(\[])\b(?:via|with)"#),
        (#"(?<!a)ba?c"#, #"(?=b)(?<!a)ba?c"#),
        (#"(?<!a)bc|de"#, #"(?<!a)bc|de"#),
        ("через переводчика", "через переводчика"),
    ])
    func guards(pattern: String, expected: String) {
        #expect(GuardedPattern.of(pattern) == expected)
    }

    @Test func filterFindsWordsInAnyCase() throws {
        let filter = LiteralFilter([["переводчик"], ["翻译"], ["interpreter"]], .english)
        var hits: [Int] = []
        Array("INTERPRETER, Переводчик и ПЕРЕВОДЧИК, 翻译 и перевод".utf8).withUnsafeBufferPointer {
            filter.forEachHit($0) { _, set in hits.append(set) }
        }
        #expect(hits == [2, 0, 0, 1])
    }

    @Test func spansAreFoundByIndex() {
        let index = SpanIndex([TextSpan(10, 20), TextSpan(0, 50), TextSpan(70, 80)])
        #expect(index.overlaps(TextSpan(40, 45)))
        #expect(!index.overlaps(TextSpan(50, 70)))
        #expect(index.overlaps(TextSpan(79, 99)))
    }
}
