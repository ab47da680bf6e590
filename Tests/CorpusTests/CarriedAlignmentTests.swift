import Corpus
import Testing
import TextCore

struct CarriedAlignmentTests {
    private static func digests(_ text: String) -> [Revision] {
        text.split(separator: " ").map { Revision(of: Array($0.utf8)) }
    }

    private static func side(_ key: String, _ text: String) -> AlignedSide {
        AlignedSide(
            version: Samples.key(key), revision: Revision(of: Array(text.utf8)),
            sentences: digests(text))
    }

    /// Eight beads: 1-1 six times, an addition to the target after the third, an omission after the fifth.
    private static let record = AlignmentRecord(
        source: side("en", "a b c d e x f"), target: side("uk", "а б в + г ґ д"),
        beads: [
            Bead(source: 0..<1, target: 0..<1, score: 0.99),
            Bead(source: 1..<2, target: 1..<2, score: 0.8),
            Bead(source: 2..<3, target: 2..<3, score: 0.99),
            Bead(source: 0..<0, target: 3..<4, score: 0.95),
            Bead(source: 3..<4, target: 4..<5, score: 0.99),
            Bead(source: 4..<5, target: 5..<6, score: 0.99, status: .confirmed),
            Bead(source: 5..<6, target: 0..<0, score: 0.95),
            Bead(source: 6..<7, target: 6..<7, score: 0.99),
        ])

    /// What is settled, as "source=target" in the sentences' own names.
    private static func carried(_ source: String, _ target: String) -> (words: [String], Bool) {
        let (sources, targets) = (source.split(separator: " "), target.split(separator: " "))
        let result = record.carried(forSource: digests(source), target: digests(target))
        let words = result.settled.map {
            sources[$0.source].joined() + "=" + targets[$0.target].joined()
        }
        return (words, result.isWhole)
    }

    @Test func thePathHasAPlaceForEverySide() {
        let path = Self.record.path
        #expect(path.count == 8)
        #expect(path[3].source == 3..<3 && path[3].target == 3..<4)
        #expect(path[6].source == 5..<6 && path[6].target == 6..<6)
    }

    @Test(arguments: [
        // Nothing changed.
        ("a b c d e x f", "а б в + г ґ д", "a=а b=б c=в =+ d=г e=ґ x= f=д", true),
        // A sentence was edited: its bead and those beside it are open, the doubtful one next to these too.
        ("a b c D e x f", "а б в + г ґ д", "a=а b=б c=в e=ґ x= f=д", false),
        ("a b C d e x f", "а б в + г ґ д", "a=а e=ґ x= f=д", false),
        // Something new at the end and at the beginning.
        ("a b c d e x f g", "а б в + г ґ д", "a=а b=б c=в =+ d=г e=ґ x=", false),
        ("0 a b c d e x f", "а б в + г ґ д", "c=в =+ d=г e=ґ x= f=д", false),
        // What was left out was cut; a confirmed bead beside the place stays.
        ("a b c d e f", "а б в + г ґ д", "a=а b=б c=в =+ d=г e=ґ", false),
        // Both sides lost the same middle.
        ("a b e x f", "а б ґ д", "a=а e=ґ x= f=д", false),
        // A sentence of the target was parted in two.
        ("a b c d e x f", "а б в + г ґ д1 д2", "a=а b=б c=в =+ d=г e=ґ", false),
        ("", "а б в + г ґ д", "", false), ("", "", "", false),
        ("q r", "s", "", false),
    ])
    func beadsMoveWithTheirSentences(
        source: String, target: String, expected: String, isWhole: Bool
    ) {
        let (words, whole) = Self.carried(source, target)
        #expect(words.joined(separator: " ") == expected)
        #expect(whole == isWhole)
    }

    /// What was never aligned is no bead to keep.
    @Test func leftoversAreAlignedAgain() {
        let record = AlignmentRecord(
            source: Self.side("ar", "a b c"), target: Self.side("zh", "а б в"),
            beads: [
                Bead(source: 0..<1, target: 0..<1, score: 0.99),
                Bead(source: 1..<2, target: 0..<0, score: 0),
                Bead(source: 0..<0, target: 1..<2, score: 0),
                Bead(source: 2..<3, target: 2..<3, score: 0.99, status: .confirmed),
            ])
        let carried = record.carried(
            forSource: Self.digests("a b c"), target: Self.digests("а б в"))
        #expect(carried.settled.map(\.source) == [2..<3])
        #expect(!carried.isWhole)
    }

    /// Whatever is edited, what is settled is in order, within the texts, and holds the same sentences.
    @Test func anyEditLeavesSoundBeads() {
        var random = Random(seed: 17)
        for _ in 0..<400 {
            var sources = "a b c d e x f".split(separator: " ").map(String.init)
            var targets = "а б в + г ґ д".split(separator: " ").map(String.init)
            for _ in 0...random.below(4) {
                Self.edit(&sources, &random)
                Self.edit(&targets, &random)
            }
            let carried = Self.record.carried(
                forSource: sources.map { Revision(of: Array($0.utf8)) },
                target: targets.map { Revision(of: Array($0.utf8)) })
            var (source, target) = (0, 0)
            for bead in carried.settled {
                #expect(bead.source.lowerBound >= source && bead.target.lowerBound >= target)
                (source, target) = (bead.source.upperBound, bead.target.upperBound)
                #expect(source <= sources.count && target <= targets.count)
            }
        }
    }

    private static func edit(_ sentences: inout [String], _ random: inout Random) {
        let place = random.below(sentences.count)
        switch random.below(4) {
        case 0 where !sentences.isEmpty: sentences.remove(at: place)
        case 1: sentences.insert("new", at: place)
        case 2 where !sentences.isEmpty: sentences[place] += "'"
        case 3 where !sentences.isEmpty: sentences.swapAt(place, random.below(sentences.count))
        default: break
        }
    }
}

/// Numbers that are the same on every run.
struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, bound)
    }
}
