import Testing
import TextCore

@testable import Alignment

struct SentenceAlignerTests {
    static func tag(_ string: String) throws -> LanguageTag { try #require(LanguageTag(string)) }

    static func pair(
        _ source: (String, [String]), _ target: (String, [String]), earlier: [Bead] = []
    ) throws -> AlignmentPair {
        AlignmentPair(
            source: AlignmentSide(language: try tag(source.0), lines: source.1),
            target: AlignmentSide(language: try tag(target.0), lines: target.1), earlier: earlier)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func findsMostBeadsOfAnInventedLanguage(seed: UInt64) {
        let text = InventedText(seed: seed, beads: 50)
        let pair = text.pair()
        let beads = SentenceAligner().align(pair)
        #expect(covers(beads, pair))
        #expect(recall(beads, text.beads) > 0.85)
        #expect(beads.allSatisfy { (0...1).contains($0.score) })
    }

    @Test func everySentenceIsInOneBeadWhateverComes() {
        var random = Random(seed: 7)
        let pieces = ["a", "слово", "字字", "كلمة", ".", "«»", "12,5", "🎭", "\u{301}", " ", ""]
        for _ in 0..<60 {
            let line = { () -> String in
                (0..<random.below(6)).map { _ in pieces[random.below(pieces.count)] }.joined(
                    separator: " ")
            }
            let source = (0..<random.below(9)).map { _ in line() }
            let target = (0..<random.below(9)).map { _ in line() }
            let pair = AlignmentPair(
                source: AlignmentSide(language: .undetermined, lines: source),
                target: AlignmentSide(language: .english, lines: target))
            #expect(covers(SentenceAligner().align(pair), pair))
        }
    }

    @Test func emptySidesGiveOmissions() throws {
        let none = try Self.pair(("en", []), ("ru", []))
        #expect(SentenceAligner().align(none).isEmpty)
        let one = try Self.pair(("en", ["One.", "Two."]), ("ru", []))
        let beads = SentenceAligner().align(one)
        #expect(beads.map(\.source) == [0..<1, 1..<2])
        #expect(beads.allSatisfy { $0.target.isEmpty && $0.score > 0.99 })
        let other = try Self.pair(("en", []), ("ar", ["نعم."]))
        #expect(SentenceAligner().align(other).map(\.target) == [0..<1])
        #expect(SentenceAligner().align([]).beads.isEmpty)
    }

    @Test func locksAreKeptAndRejectedBeadsStayAway() {
        let text = InventedText(seed: 5, beads: 40, changes: 0)
        let odd = Bead(source: 10..<11, target: 12..<15, score: 0.5, status: .confirmed)
        let wide = Bead(source: 20..<27, target: 21..<22, score: 1, status: .confirmed)
        let rejected = Bead(source: 3..<4, target: 3..<4, score: 0.9, status: .rejected)
        let pair = text.pair(earlier: [wide, rejected, odd])
        let beads = SentenceAligner().align(pair)
        #expect(covers(beads, pair))
        #expect(beads.contains(odd) && beads.contains(wide))
        #expect(!beads.contains { $0.source == 3..<4 && $0.target == 3..<4 })
        // What lies before the locks is not disturbed.
        #expect(beads.contains { $0.source == 7..<8 && $0.target == 7..<8 })
    }

    @Test func locksThatCannotHoldAreLeftOut() {
        let text = InventedText(seed: 6, beads: 20)
        let outside = Bead(source: 900..<901, target: 0..<1, score: 1, status: .confirmed)
        let first = Bead(source: 5..<6, target: 8..<9, score: 1, status: .confirmed)
        let sharing = Bead(source: 5..<7, target: 9..<10, score: 1, status: .confirmed)
        let pair = text.pair(earlier: [sharing, outside, first])
        let beads = SentenceAligner().align(pair)
        #expect(covers(beads, pair))
        #expect(beads.contains(first))
        #expect(!beads.contains(sharing))
    }

    @Test func theSameEveryTime() {
        let text = InventedText(seed: 8, beads: 16)
        let first = SentenceAligner().align([text.pair(), text.pair()])
        let second = SentenceAligner().align([text.pair(), text.pair()])
        #expect(first.beads == second.beads)
        #expect(first.lexicon.entries == second.lexicon.entries)
        #expect(first.beads[0] == first.beads[1])
    }

    /// Two sentences by two are one bead when a part of the first is told in the second, and two beads otherwise.
    @Test func wordsThatCrossASentenceEndJoinBeads() {
        var text = InventedText(seed: 12, beads: 60, changes: 0)
        for index in stride(from: 4, to: 60, by: 6) { text.moveTail(of: index) }
        let pair = text.pair()
        let beads = SentenceAligner().align(pair)
        #expect(covers(beads, pair))
        let joined = beads.filter { $0.source.count == 2 && $0.target.count == 2 }
        let true2 = joined.filter { ($0.source.lowerBound - 4) % 6 == 0 }
        #expect(true2.count >= 8)
        #expect(joined.count - true2.count <= 1)
        #expect(beads.count { $0.source.count == 1 && $0.target.count == 1 } >= 36)
    }

    @Test func aLongSentenceMayBeToldInSixShortOnes() {
        var text = InventedText(seed: 11, beads: 60, changes: 0)
        for (from, to) in [(1, 6), (1, 1), (1, 1), (5, 1), (1, 1)] { text.add(from, to) }
        let long = text.beads.filter { $0.source.count + $0.target.count > 5 }
        #expect(recall(SentenceAligner().align(text.pair()), long) == 1)
        var options = AlignmentOptions()
        options.largestSide = 3
        let found = SentenceAligner(options).align(text.pair())
        #expect(found.allSatisfy { max($0.source.count, $0.target.count) <= 3 })
        #expect(covers(found, text.pair()))
    }

    @Test func aMissingParagraphIsFound() {
        let text = InventedText(seed: 9, beads: 44, changes: 0)
        let target = Array(text.target[..<20] + text.target[32...])
        let pair = AlignmentPair(
            source: AlignmentSide(language: .undetermined, lines: text.source),
            target: AlignmentSide(language: .undetermined, lines: target))
        let beads = SentenceAligner().align(pair)
        #expect(covers(beads, pair))
        let missing = Set(beads.filter { $0.target.isEmpty }.flatMap(\.source))
        #expect(missing.intersection(20..<32).count >= 10)
        let turned = AlignmentPair(source: pair.target, target: pair.source)
        let added = Set(
            SentenceAligner().align(turned).filter { $0.source.isEmpty }.flatMap(\.target))
        #expect(added.intersection(20..<32).count >= 10)
    }

    @Test func aTitleDoesNotJoinTheParagraphBelow() throws {
        let source = AlignmentSide(
            language: try Self.tag("de"),
            sentences: [
                .init("Hochwasser", kind: .title), .init("Der Fluss stieg um 3,5 Meter."),
                .init("Niemand kam zu Schaden."),
            ])
        let target = AlignmentSide(
            language: .english,
            sentences: [
                .init("Flood", kind: .title), .init("The river rose by 3.5 metres."),
                .init("No one was hurt."),
            ])
        let beads = SentenceAligner().align(AlignmentPair(source: source, target: target))
        #expect(beads.map(\.source) == [0..<1, 1..<2, 2..<3])
        #expect(beads.map(\.target) == [0..<1, 1..<2, 2..<3])
    }

    @Test func repeatedSentencesEndAndCover() {
        let pair = AlignmentPair(
            source: AlignmentSide(
                language: .undetermined, lines: Array(repeating: "The same line.", count: 40)),
            target: AlignmentSide(
                language: .undetermined, lines: Array(repeating: "Та же строка.", count: 36)))
        let beads = SentenceAligner().align(pair)
        #expect(covers(beads, pair))
        #expect(beads.filter(\.isLink).count > 25)
    }

    @Test func oneSideAThousandTimesLonger() {
        let short = ["Only this."]
        let pair = AlignmentPair(
            source: AlignmentSide(language: .english, lines: short),
            target: AlignmentSide(
                language: .undetermined, lines: (0..<1000).map { "Satz \($0)." }))
        #expect(covers(SentenceAligner().align(pair), pair))
        let long = AlignmentPair(
            source: AlignmentSide(language: .english, lines: ["One.", "Two."]),
            target: AlignmentSide(
                language: .english,
                lines: [String(repeating: "word ", count: 3000), "Two."]))
        #expect(covers(SentenceAligner().align(long), long))
    }

    /// A band must find the same as a full search.
    @Test func theBandFollowsAGap() {
        let text = InventedText(seed: 10, beads: 90, changes: 4)
        let target = Array(text.target[..<30] + text.target[60...])
        let pair = AlignmentPair(
            source: AlignmentSide(language: .undetermined, lines: text.source),
            target: AlignmentSide(language: .undetermined, lines: target))
        var options = AlignmentOptions()
        options.passes = 2
        let whole = SentenceAligner(options).align(pair)
        options.fullSearchCells = 1_000
        options.firstBand = 20
        options.laterBand = 12
        let banded = SentenceAligner(options).align(pair)
        #expect(covers(banded, pair))
        #expect(recall(banded, whole) > 0.9)
    }
}
