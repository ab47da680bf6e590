import Foundation
import Segmentation
import Testing
import TextCore

/// Rules of SRX at work.
struct PatternSegmenterTests {
    static func rule(_ isBreak: Bool, _ before: String, _ after: String) -> PatternRule {
        PatternRule(isBreak: isBreak, before: before, after: after)
    }

    static let plain = [
        rule(false, #"\b(?:Dr|z\.B|н\.е|т\.д|mln)\."#, #"\s"#),
        rule(false, #"\b\p{Lu}\."#, #"\s"#),
        rule(true, #"[.!?؟]+["'”»)]*"#, #"\s+\P{Ll}"#),
        rule(true, #"[。！？]+[”」]*"#, ""),
        rule(true, #"\n"#, ""),
    ]

    static func split(_ text: String, _ rules: [PatternRule]) throws -> [String] {
        let text = Text(text)
        return try PatternSegmenter(rules).sentences(in: text).map { text[$0] }
    }

    /// Sentences are marked by `|`, which stands for the blank between them.
    @Test(arguments: [
        "Mr Koch met Dr. Maier. |“Really?” |He left.", "Das kostet z.B. 3 Euro. |Mehr nicht!",
        "Он жил до н.э. |А. Белов уехал.", "Міністр прибув. |«Так?» |Ні.",
        "部长来了。|他说：“好！”|走了。", "وصل الوزير. |هل تحدث؟ |نعم.", "one line\n|another",
        "no rule breaks this", "a b𝒜. |🎭 B", "a\n\n|b\n \n|c",
    ])
    func theFirstRuleThatMatchesDecides(marked: String) throws {
        let expected = marked.split(separator: "|").map {
            $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        #expect(
            try Self.split(marked.replacingOccurrences(of: "|", with: ""), Self.plain) == expected)
    }

    @Test func orderTells() throws {
        let keep = Self.rule(false, "Dr\\.", "\\s")
        let end = Self.rule(true, "\\.", "\\s")
        #expect(try Self.split("Dr. A", [keep, end]) == ["Dr. A"])
        #expect(try Self.split("Dr. A", [end, keep]) == ["Dr.", "A"])
        #expect(try Self.split("a. B. C", []) == ["a. B. C"])
        #expect(try Self.split("  ", [end]).isEmpty)
        #expect(try Self.split("", [end]).isEmpty)
    }

    @Test func matchesMayOverlap() throws {
        #expect(
            try Self.split("x A. B. C. y", [Self.rule(true, #"\s\p{Lu}\.\s"#, "")])
                == ["x A.", "B.", "C.", "y"])
    }

    /// What Java's tools accept, ICU must: unbounded look-back, an open `\Q`, references, flags.
    @Test(arguments: [
        (#"(?i)\bNR\s*\."#, "nr  . 5. Z"), (#"\QNr."#, "Nr. 5. Z"), (#"(N)r\."#, "Nr. 5. Z"),
        (#"(.)\1\."#, "aa. 5. Z"), (#"[^\s[A-Z]]+[:]+\."#, "x:. 5. Z"),
        (#"(?:\p{L}\.)+"#, "z.B. 5. Z"),
        (#"^\s*\p{L}{2,}\."#, "Nr. 5. Z"), (#"N(?#a+b)r\."#, "Nr. 5. Z"), (#"Nr*+\."#, "Nr. 5. Z"),
        (#"(?<word>Nr)\."#, "Nr. 5. Z"), (#"\x{4E}r\."#, "Nr. 5. Z"),
    ])
    func patternsOfOtherToolsAreRead(before: String, text: String) throws {
        let rules = [
            Self.rule(false, "x+y", ""), Self.rule(false, before, #"\s"#),
            Self.rule(false, "(?<word>q)", ""), Self.rule(true, "\\.", "\\s"),
        ]
        let end = text.dropLast(2)
        #expect(try Self.split(text, rules) == [String(end), "Z"])
    }

    @Test func aBadRuleIsNamed() {
        let rules = [Self.rule(true, "\\.", ""), Self.rule(false, "a", "(b")]
        #expect {
            _ = try PatternSegmenter(rules)
        } throws: {
            "\($0)" == "rule 2: '(b' at character 2: a parenthesis without its partner"
        }
    }

    @Test(arguments: [(true, "(a+)+b|\\.", ""), (false, "\\.", "\\s(a+)+b")])
    func aRuleThatTakesTooLongIsNamed(isBreak: Bool, before: String, after: String) throws {
        let text = Text("x. " + String(repeating: "a", count: 60))
        let rules = [Self.rule(isBreak, before, after), Self.rule(true, "\\.", "\\s")]
        #expect {
            _ = try PatternSegmenter(rules).sentences(in: text)
        } throws: {
            "\($0)" == "rule 1: its patterns take too long on this text"
        }
    }

    /// A run of marks that is quadratic for the pattern as it is written, not with its repeats limited.
    @Test func aLongRunOfMarksIsNoFault() throws {
        let dots = String(repeating: ".", count: 30_000)
        let rules = [Self.rule(false, "\\bDr\\.", "\\s"), Self.rule(true, "[.?!]+", "\\s")]
        #expect(try Self.split(dots + "x Dr. A... B", rules) == [dots + "x Dr. A...", "B"])
    }

    @Test func decisionsNameTheirRule() throws {
        let decisions = try PatternSegmenter(Self.plain).decisions(in: Text("Dr. A. B kam. So?"))
        #expect(decisions.map(\.rule) == [1, 2, 3, nil])
        #expect(decisions.map(\.isBoundary) == [false, false, true, true])
        #expect(decisions.map(\.offset) == [3, 6, 13, 17])
    }

    /// The engine against the definition: at every place every rule in order.
    @Test func decidesAsTheDefinitionDoes() throws {
        var random = Random(seed: 11)
        let befores = [
            "\\.", "[.!]", "a\\.", "я\\.", "字", "\\s", "", "\\p{L}", "b\\.\\s", "\"", "(?i)A",
        ]
        let backs =
            befores + [
                "\\p{L}+\\.", "a[^b]*", "(?:a\\.)+", "\\s+字?", "\\.{2,}", "(a|b)+", "\\ba\\.",
                "\\bя", "\\ba|字", "\\b[ab]{2}",
            ]
        let afters = ["\\s", "", "\\s+b", "\\p{Ll}", "[a字]", "(?!\\s)", "$", ".я"]
        let pieces = ["a", "b", "я", "字", "𝒜", ".", "!", " ", "\"", "B"]
        for _ in 0..<300 {
            let rules = (0..<random.below(7)).map { _ in
                let isBreak = random.below(2) == 0
                return Self.rule(
                    isBreak, random.one(of: isBreak ? befores : backs), random.one(of: afters))
            }
            let text = Text((0..<30).map { _ in random.one(of: pieces) }.joined())
            let found = try PatternSegmenter(rules).sentences(in: text)
            #expect(found == Self.defined(rules, text), "\(rules) \(text)")
        }
    }

    static func defined(_ rules: [PatternRule], _ text: Text) -> [TextSpan] {
        var (spans, start): ([TextSpan], Int) = ([], 0)
        for offset in 1..<max(2, text.count) where offset < text.count {
            guard text.bytes[offset] & 0xC0 != 0x80 else { continue }
            let first = rules.first { matches($0, text, offset) }
            if first?.isBreak == true {
                let span = text.trimmed(TextSpan(start, offset))
                if !span.isEmpty { spans.append(span) }
                start = offset
            }
        }
        let rest = text.trimmed(TextSpan(start, text.count))
        return rest.isEmpty ? spans : spans + [rest]
    }

    static func matches(_ rule: PatternRule, _ text: Text, _ offset: Int) -> Bool {
        guard let after = try? RegularExpression("(?:\(rule.after))", ignoringCase: false),
            let before = try? RegularExpression("(?:\(rule.before))", ignoringCase: false),
            after.firstMatch(in: text, TextSpan(offset, text.count))?.span.start == offset
        else { return false }
        return (0...offset).contains { start in
            (start == text.count || text.bytes[start] & 0xC0 != 0x80)
                && before.wholeMatch(in: text, TextSpan(start, offset)) != nil
        }
    }

    /// Spans are ordered, on scalar boundaries, and leave out nothing but white space.
    @Test func spansCoverEveryNonBlankByte() throws {
        var random = Random(seed: 5)
        let pieces = [
            "Wort", "слово", "字", "كلمة", ".", "!", "。", "”", " ", "\n", "\n\n", "🎭", "Dr.",
        ]
        let segmenter = try PatternSegmenter(Self.plain)
        for _ in 0..<300 {
            let text = Text((0..<40).map { _ in random.one(of: pieces) }.joined())
            var end = 0
            for span in try segmenter.sentences(in: text) {
                #expect(span.start >= end && !span.isEmpty && text.trimmed(span) == span)
                #expect(text.trimmed(TextSpan(end, span.start)).isEmpty)
                end = span.end
            }
            #expect(text.trimmed(TextSpan(end, text.count)).isEmpty)
        }
    }
}

/// A seeded generator.
struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}
