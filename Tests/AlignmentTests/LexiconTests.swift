import Alignment
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
        let read = try Lexicon(tsv: lexicon.tsv)
        #expect(read.entries == lexicon.entries)
        #expect(read.source == chinese && read.target == russian)
    }

    @Test(arguments: [
        ("", LexiconError.noHeading), ("a\tb\t0.5\t0.5", .noHeading),
        ("# dragoman lexicon\tde\tfr\nHaus\tmaison\t0.5", .malformedLine(2)),
        ("# dragoman lexicon\tde\tfr\n\nHaus\tmaison\t0.5\t1.5", .noProbability(3)),
        ("# dragoman lexicon\tde\tfr\nHaus\tmaison\tnan\t0.5", .noProbability(2)),
    ])
    func whatCannotBeReadIsNamed(tsv: String, expected: LexiconError) {
        #expect(throws: expected) { try Lexicon(tsv: tsv) }
    }

    /// A text too short to learn from is aligned by what a longer one taught, in either direction.
    @Test func aSavedLexiconHelps() throws {
        let long = InventedText(seed: 21, beads: 70, changes: 5)
        let lexicon = try Lexicon(
            tsv: SentenceAligner().align([long.pair()]).lexicon.tsv)
        let short = InventedText(seed: 22, beads: 12, changes: 40)
        let pair = short.pair()
        let helped = recall(SentenceAligner(lexicon: lexicon).align(pair), short.beads)
        #expect(helped >= recall(SentenceAligner().align(pair), short.beads))
        #expect(helped > 0.8)
    }
}
