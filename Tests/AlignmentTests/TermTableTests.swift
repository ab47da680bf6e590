import Alignment
import Testing
import TextCore

struct TermTableTests {
    static func words(_ texts: [String]) -> [Substring] {
        texts.flatMap { $0.dropLast().split(separator: " ") }
    }

    /// Texts too short to learn from are aligned by their glossary.
    @Test func aGlossaryHelps() {
        var (alone, helped) = (0.0, 0.0)
        for seed in 30..<38 {
            let text = InventedText(seed: UInt64(seed), beads: 14, changes: 45)
            // Beads pair their words one by one in order.
            let pairs = Set(
                text.beads.flatMap { bead in
                    zip(
                        Self.words(Array(text.source[bead.source])),
                        Self.words(Array(text.target[bead.target]))
                    ).map { Term(String($0), String($1), weight: 1) }
                })
            let terms = pairs.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
            let table = TermTable(source: .undetermined, target: .undetermined, terms: terms)
            #expect(table.count == terms.count)
            let pair = text.pair()
            alone += recall(SentenceAligner().align(pair), text.beads) / 8
            helped += recall(SentenceAligner(terms: table).align(pair), text.beads) / 8
        }
        #expect(helped > alone + 0.05, "\(helped) \(alone)")
    }

    /// Phrases of several words, in scripts with and without blanks, tie their sentences.
    @Test(arguments: [
        ("ru", "zh", "генеральный секретарь", "秘书长"), ("ar", "de", "مجلس الأمن", "Sicherheitsrat"),
        ("uk", "th", "міська рада", "สภาเมือง"), ("he", "en", "בית העירייה", "town hall"),
    ])
    func aPhraseTiesItsSentences(
        source: String, target: String, from: String, to: String
    ) throws {
        let (left, right) = (try #require(LanguageTag(source)), try #require(LanguageTag(target)))
        let table = TermTable(
            source: left, target: right, terms: [Term(from, to, weight: 1)])
        let pair = AlignmentPair(
            source: AlignmentSide(language: left, lines: ["xxxx \(from).", "yyyy."]),
            target: AlignmentSide(language: right, lines: ["zzzz \(to).", "wwww."]))
        let alone = SentenceAligner().align([pair]).lexicon.translations(of: from)
        let taught = SentenceAligner(terms: table).align([pair]).lexicon.translations(of: from)
        func best(_ entries: [Lexicon.Entry]) -> Float { entries.map(\.toTarget).max() ?? 0 }
        #expect(best(taught) > best(alone) + 0.1, "\(taught) \(alone)")
    }

    @Test func emptyAndEndlessTermsArePassedOver() {
        let terms = [
            Term("", "a", weight: 1), Term("a", " ", weight: 1),
            Term("a b c d e f g h i", "a", weight: 1), Term("𠮷野", "e\u{301}", weight: 1),
        ]
        #expect(
            TermTable(source: .undetermined, target: .english, terms: terms).count == 1)
    }
}
