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
        let found = RequiredLiterals.of(pattern).map { $0.sorted() }
        for set in expected where set.allSatisfy({ $0.utf8.count >= LiteralFilter.shortest }) {
            #expect(found.contains(set))
        }
        #expect(expected.isEmpty == found.isEmpty)
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
