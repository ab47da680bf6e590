import Testing
import TextCore

@testable import Alignment

/// Texts that lack whole chapters of each other.
struct GapTests {
    /// A text whose sides lack stretches of sentences, and the beads that are left.
    private struct Cut {
        let pair: AlignmentPair
        let beads: [Bead]

        /// - Parameters:
        ///   - source: the beads whose source side is taken out.
        init(_ text: InventedText, source: Range<Int>, target: Range<Int>) {
            var (sources, targets, beads) = ([String](), [String](), [Bead]())
            for (number, bead) in text.beads.enumerated() {
                let (from, to) = (sources.count, targets.count)
                if !source.contains(number) { sources += text.source[bead.source] }
                if !target.contains(number) { targets += text.target[bead.target] }
                beads.append(
                    Bead(source: from..<sources.count, target: to..<targets.count, score: 1))
            }
            self.beads = beads
            pair = AlignmentPair(
                source: AlignmentSide(language: .undetermined, lines: sources),
                target: AlignmentSide(language: .undetermined, lines: targets))
        }
    }

    /// Positions and lengths from a seeded generator; the sides have no token in common.
    @Test(arguments: [UInt64(21), 22])
    func aMissingChapterIsFound(seed: UInt64) {
        var random = Random(seed: seed)
        let text = InventedText(seed: seed, beads: 130)
        let start = 30 + random.below(30)
        let gap = start..<start + 30 + random.below(20)
        let isSource = seed % 2 == 0
        let cut = Cut(text, source: isSource ? gap : 0..<0, target: isSource ? 0..<0 : gap)
        let beads = SentenceAligner().align(cut.pair)
        #expect(covers(beads, cut.pair))
        #expect(recall(beads, cut.beads) > 0.8, "seed \(seed), gap \(gap)")
    }

    /// The source lacks one chapter and the target the next, so the gaps would fill each other.
    @Test func neighbouringGapsOfBothSides() {
        let text = InventedText(seed: 31, beads: 130)
        let cut = Cut(text, source: 40..<65, target: 65..<90)
        let beads = SentenceAligner().align(cut.pair)
        #expect(covers(beads, cut.pair))
        #expect(recall(beads, cut.beads) > 0.8)
        let truth = cut.beads[40..<90].reduce(0) { $0 + $1.source.count + $1.target.count }
        let found = beads.filter { !$0.isLink }.reduce(0) { $0 + $1.source.count + $1.target.count }
        #expect(abs(found - truth) < truth / 4, "\(found) of \(truth)")
    }

    @Test func aSwappedChapterDoesNotSpoilTheOthers() {
        let text = InventedText(seed: 33, beads: 130)
        let chapters = [0..<45, 45..<75, 75..<85, 85..<130]
        var (targets, truth) = ([String](), [Bead]())
        var starts: [Int] = Array(repeating: 0, count: 4)
        for chapter in [0, 2, 1, 3] {
            starts[chapter] = targets.count
            for bead in text.beads[chapters[chapter]] { targets += text.target[bead.target] }
        }
        for chapter in [0, 3] {
            let first = text.beads[chapters[chapter].lowerBound].target.lowerBound
            for bead in text.beads[chapters[chapter]] {
                let shift = starts[chapter] - first
                truth.append(
                    Bead(
                        source: bead.source,
                        target: bead.target.lowerBound + shift..<bead.target.upperBound + shift,
                        score: 1))
            }
        }
        let pair = AlignmentPair(
            source: AlignmentSide(language: .undetermined, lines: text.source),
            target: AlignmentSide(language: .undetermined, lines: targets))
        let beads = SentenceAligner().align(pair)
        #expect(covers(beads, pair))
        #expect(recall(beads, truth) > 0.85)
    }
}
