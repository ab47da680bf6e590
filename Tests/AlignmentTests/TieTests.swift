import Alignment
import Testing
import TextCore

struct TieTests {
    /// Sentences that share no word are tied by what a third version says of them, and ties stay out of the lexicon.
    @Test func tiesHelpWhereWordsDoNot() throws {
        let (russian, chinese) = (
            try #require(LanguageTag("ru")), try #require(LanguageTag("zh"))
        )
        let words = ["дом", "сад", "лес", "снег", "хлеб", "вода", "море", "луна", "звезда", "река"]
        let signs = Array("甲乙丙丁戊己庚辛壬癸")
        func pair(tied: Bool) -> AlignmentPair {
            // The target lacks the fourth sentence and has one more before the eighth.
            let sources = words.indices.map { index in
                AlignmentSide.Sentence(
                    "\(words[index]) \(words[index]).", ties: tied ? ["en \(index)"] : [])
            }
            var targets = words.indices.map { index in
                AlignmentSide.Sentence(
                    String(repeating: signs[index], count: 4) + "。",
                    ties: tied ? ["en \(index)"] : [])
            }
            targets.insert(.init("多多多多。"), at: 7)
            targets.remove(at: 3)
            return AlignmentPair(
                source: AlignmentSide(language: russian, sentences: sources),
                target: AlignmentSide(language: chinese, sentences: targets))
        }
        let truth =
            [0, 1, 2, 4, 5, 6].map { ($0, $0 > 3 ? $0 - 1 : $0) } + [(7, 7), (8, 8), (9, 9)]
        func right(_ beads: [Bead]) -> Int {
            truth.count { source, target in
                beads.contains {
                    $0.source == source..<source + 1 && $0.target == target..<target + 1
                }
            }
        }
        let plain = right(SentenceAligner().align(pair(tied: false)))
        let (beads, lexicon) = SentenceAligner().align([pair(tied: true)])
        #expect(right(beads[0]) == truth.count, "\(beads)")
        #expect(plain < truth.count)
        #expect(lexicon.entries.allSatisfy { !$0.source.contains("\u{0}") && !$0.source.isEmpty })
        #expect(lexicon.translations(of: "en").isEmpty)
    }

    /// What is settled comes back as it is, and the rest is found between.
    @Test func settledBeadsStay() {
        let text = InventedText(seed: 8, beads: 40, changes: 0)
        let settled = (0..<40).filter { !(15..<25).contains($0) }.map {
            Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 0.125)
        }
        let pair = text.pair()
        let open = AlignmentPair(source: pair.source, target: pair.target, settled: settled)
        let beads = SentenceAligner().align(open)
        #expect(covers(beads, open))
        #expect(beads.filter { $0.score == 0.125 } == settled)
        #expect(recall(beads, text.beads) > 0.9)
        // A confirmed bead goes before settled ones that it crosses.
        let lock = Bead(source: 4..<6, target: 4..<5, score: 1, status: .confirmed)
        let locked = SentenceAligner().align(
            AlignmentPair(
                source: pair.source, target: pair.target, earlier: [lock], settled: settled))
        #expect(covers(locked, open) && locked.contains(lock))
        #expect(locked.filter { $0.score == 0.125 }.count == settled.count - 2)
    }
}
