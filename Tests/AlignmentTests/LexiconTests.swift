import Alignment
import Foundation
import Testing
import TextCore

struct LexiconTests {
    @Test func whatIsSavedIsWhatIsRead() throws {
        let entries: [Lexicon.Entry] = [
            .init(source: "部", target: "минис", toTarget: 0.25, toSource: 1),
            .init(source: "\"", target: "\"", toTarget: 0.5, toSource: 0),
        ]
        let chinese = try #require(LanguageTag("zh-Hans"))
        let russian = try #require(LanguageTag("ru"))
        let lexicon = Lexicon(source: chinese, target: russian, entries: entries)
        let german = try #require(LanguageTag("de"))
        let other = Lexicon(
            source: german, target: chinese,
            entries: [.init(source: "#", target: "号", toTarget: 1, toSource: 0.0625)])
        let text = LexiconFile([lexicon, other]).tsv
        let read = try LexiconFile(tsv: text)
        #expect(read.lexicons.map(\.entries) == [other.entries, lexicon.entries])
        #expect(read.lexicons.map(\.source) == [german, chinese])
        #expect(read.lexicons.map(\.target) == [chinese, russian])
        #expect(read.tsv == text)
        #expect(try LexiconFile(tsv: text.replacingOccurrences(of: "\n", with: "\r\n")).tsv == text)
    }

    @Test func wordsAreLookedUpAsTheAlignerSeesThem() throws {
        let lexicon = Lexicon(
            source: try #require(LanguageTag("uk")), target: try #require(LanguageTag("ar")),
            entries: [
                .init(source: "прези", target: "الرئي", toTarget: 0.5, toSource: 0.5),
                .init(source: "прези", target: "رئيس", toTarget: 0.25, toSource: 0.75),
                .init(source: "міст", target: "جسر", toTarget: 1, toSource: 1),
            ])
        #expect(
            lexicon.translations(of: "ПРЕЗИДЕНТОВІ").map(\.target) == ["رئيس", "الرئي"])
        #expect(lexicon.translations(of: "جِسْر").map(\.source).count <= 1)
        #expect(lexicon.translations(of: "جسر").map(\.source) == ["міст"])
        #expect(lexicon.translations(of: "дощ").isEmpty)
    }

    @Test(arguments: [
        ("", LexiconError.noHeading(1)), ("a\tb\t0.5\t0.5", .noHeading(1)),
        ("# dragoman lexicon\tde\tfr", .noHeading(1)),
        ("# dragoman lexicon\t1\tde\tx y", .noHeading(1)),
        ("# dragoman lexicon\t2\tde\tfr", .otherVersion(1, "2")),
        (
            "# dragoman lexicon\t1\tde\tfr\na\tb\t1\t1\nc\tb\t1\t1\na\tb\t0\t1",
            .repeated(4, first: 2)
        ),
        ("# dragoman lexicon\t1\tde\tfr\nHaus\tmaison\t0.5", .malformedLine(2)),
        ("# dragoman lexicon\t1\tde\tfr\n\nHaus\tmaison\t0.5\t1.5", .noProbability(3)),
        ("# dragoman lexicon\t1\tde\tfr\nHaus\tmaison\tnan\t0.5", .noProbability(2)),
    ])
    func whatCannotBeReadIsNamed(tsv: String, expected: LexiconError) {
        #expect(throws: expected) { try LexiconFile(tsv: tsv) }
    }

    /// A text too short to learn from is aligned by what a longer one taught, in either direction.
    @Test func aSavedLexiconHelps() throws {
        let long = InventedText(seed: 21, beads: 70, changes: 5)
        let saved = LexiconFile([SentenceAligner().align([long.pair()]).lexicon]).tsv
        let lexicon = try #require(try LexiconFile(tsv: saved).lexicons.first)
        let short = InventedText(seed: 22, beads: 12, changes: 40)
        let pair = short.pair()
        let helped = recall(SentenceAligner(lexicon: lexicon).align(pair), short.beads)
        #expect(helped >= recall(SentenceAligner().align(pair), short.beads))
        #expect(helped > 0.8)
    }
}
