import Testing
import TextCore

@testable import Alignment

struct MoveTests {
    /// The beads of a text of which the target sentences of some beads were put before those of another.
    private struct Moved {
        let pair: AlignmentPair
        let beads: [Bead]

        init(_ text: InventedText, _ moved: Range<Int>, before place: Int) {
            var order = Array(text.beads.indices)
            order.removeSubrange(moved)
            let index = order.firstIndex(of: place) ?? order.count
            order.insert(contentsOf: moved, at: index)
            var (targets, starts) = ([String](), [Int: Int]())
            for bead in order {
                starts[bead] = targets.count
                targets += text.target[text.beads[bead].target]
            }
            beads = text.beads.enumerated().map { number, bead in
                let start = starts[number] ?? 0
                return Bead(
                    source: bead.source, target: start..<start + bead.target.count, score: 1)
            }
            pair = AlignmentPair(
                source: AlignmentSide(language: .undetermined, lines: text.source),
                target: AlignmentSide(language: .undetermined, lines: targets))
        }
    }

    private static var options: AlignmentOptions {
        var options = AlignmentOptions()
        options.findsMoves = true
        return options
    }

    /// True when the beads hold every sentence of both sides once, in whatever order.
    private static func holdsAll(_ beads: [Bead], _ pair: AlignmentPair) -> Bool {
        beads.flatMap(\.source).sorted() == Array(pair.source.sentences.indices)
            && beads.flatMap(\.target).sorted() == Array(pair.target.sentences.indices)
    }

    @Test(arguments: [(60..<64, 20), (15..<18, 70), (40..<41, 5)])
    func aMovedParagraphIsFound(moved: Range<Int>, place: Int) {
        let text = Moved(InventedText(seed: 51, beads: 90), moved, before: place)
        let links = text.beads[moved].filter(\.isLink)
        let plain = SentenceAligner().align(text.pair)
        #expect(recall(plain, links) < 0.5)
        #expect(covers(plain, text.pair))
        let found = SentenceAligner(Self.options).align(text.pair)
        #expect(Self.holdsAll(found, text.pair))
        #expect(recall(found, links) > 0.6)
        #expect(recall(found, text.beads) > 0.85)
    }

    /// What nothing was moved in stays as it is.
    @Test(arguments: [UInt64(1), 2, 3])
    func nothingIsFoundWhereNothingMoved(seed: UInt64) {
        let pair = InventedText(seed: seed, beads: 80, changes: 25).pair()
        #expect(SentenceAligner(Self.options).align(pair) == SentenceAligner().align(pair))
    }

    /// Numbers and names in the scripts of six languages, the middle paragraph first on one side.
    @Test func aQuoteMovedUpInArabicAndGerman() {
        let source = (0..<24).map {
            "Am \($0 + 1). Mai zählten die Häfen \(1_200 + 37 * $0) Schiffe."
        }
        var target = (0..<24).map { "في \($0 + 1) مايو أحصت الموانئ \(1_200 + 37 * $0) سفينة." }
        target.insert(contentsOf: target[12..<15], at: 2)
        target.removeSubrange(15..<18)
        func side(_ tag: String, _ lines: [String]) -> AlignmentSide {
            AlignmentSide(language: LanguageTag(tag) ?? .undetermined, lines: lines)
        }
        let pair = AlignmentPair(source: side("de", source), target: side("ar", target))
        let found = SentenceAligner(Self.options).align(pair).filter(\.isLink)
        for (sentence, place) in [(12, 2), (13, 3), (14, 4)] {
            #expect(
                found.contains {
                    $0.source == sentence..<sentence + 1 && $0.target == place..<place + 1
                })
        }
    }

    @Test func rejectedMovesDoNotComeBack() {
        let text = Moved(InventedText(seed: 51, beads: 90), 60..<64, before: 20)
        let found = SentenceAligner(Self.options).align(text.pair)
        let crossing = found.first { bead in
            bead.isLink && text.beads[60..<64].contains { $0.source == bead.source }
        }
        guard let crossing else {
            Issue.record("no moved bead was found")
            return
        }
        let rejected = Bead(
            source: crossing.source, target: crossing.target, score: 0, status: .rejected)
        let pair = AlignmentPair(
            source: text.pair.source, target: text.pair.target, earlier: [rejected])
        let again = SentenceAligner(Self.options).align(pair)
        #expect(Self.holdsAll(again, pair))
        #expect(
            !again.contains { $0.source == crossing.source && $0.target == crossing.target })
    }

    /// A confirmed bead that crosses others comes back as it was, and does not spoil those in order.
    @Test func confirmedBeadsMayCross() {
        let text = InventedText(seed: 52, beads: 40, changes: 0)
        let moved = Bead(source: 2..<3, target: 37..<38, score: 1, status: .confirmed)
        let others = [5, 9, 30].map {
            Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 1, status: .confirmed)
        }
        let pair = text.pair(earlier: [moved] + others)
        let beads = SentenceAligner().align(pair)
        #expect(Self.holdsAll(beads, pair))
        #expect(Set([moved] + others).isSubset(of: Set(beads)))
        #expect(recall(beads, text.beads) > 0.8)
    }

    @Test func movedBeadsBreakWhatTheyTakeFrom() {
        func bead(_ source: Range<Int>, _ target: Range<Int>) -> Bead {
            Bead(source: source, target: target, score: 0.9)
        }
        let beads = [
            bead(0..<2, 0..<1), bead(2..<3, 1..<1), bead(3..<4, 1..<3), bead(4..<4, 3..<4),
        ]
        let moved = [bead(2..<3, 2..<3), bead(1..<2, 3..<4)]
        let result = MovedBeads.inserted(moved, into: beads)
        #expect(
            result.map { [$0.source, $0.target] } == [
                [1..<2, 3..<4], [0..<1, 0..<0], [2..<2, 0..<1], [2..<3, 2..<3], [3..<4, 1..<1],
                [4..<4, 1..<2],
            ])
        #expect(MovedBeads.inserted([], into: beads) == beads)
    }
}
