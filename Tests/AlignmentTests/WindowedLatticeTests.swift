import Testing
import TextCore

@testable import Alignment

struct WindowedLatticeTests {
    /// A text whose two halves of words are known, so that the best way is clear.
    private static func stretch(_ text: InventedText) -> (Stretch, AlignmentModel) {
        var (source, target) = (TokenIndex(.undetermined), TokenIndex(.undetermined))
        let (from, to) = (source.encode(text.pair().source), target.encode(text.pair().target))
        var entries: [TranslationTable.Entry] = []
        for bead in text.beads where bead.source.count == 1 && bead.target.count == 1 {
            let words = (
                from.tokens(of: bead.source.lowerBound), to.tokens(of: bead.target.lowerBound)
            )
            for (left, right) in zip(words.0, words.1) {
                entries.append(
                    .init(from: from.tokens[left], to: to.tokens[right], probability: 0.5))
            }
        }
        var seen: Set<UInt64> = []
        entries.removeAll { !seen.insert(PairNumbering.key($0.from, $0.to)).inserted }
        let model = AlignmentModel(
            toTarget: TranslationTable(entries, rowCount: source.count, index: target),
            toSource: TranslationTable([], rowCount: target.count, index: source),
            length: LengthModel(sources: from.lengths, targets: to.lengths),
            priors: BeadPriors(AlignmentOptions()), backgroundShare: 0.5, lengthWeight: 0.8)
        return (Stretch(source: from, target: to), model)
    }

    private static func band(_ stretch: Stretch, _ model: AlignmentModel) -> Band {
        let (rows, columns) = (stretch.source.count, stretch.target.count)
        let all = Band(sourceCount: rows, targetCount: columns)
        let path = BeadLattice(BandGraph(stretch, all, model), model.gaps).expectation(threshold: 1)
            .path
        return Band(
            around: CoarseSearch.nodes(path), width: 16, sourceCount: rows, targetCount: columns)
    }

    /// What windows find is what one search of the whole finds, and no sentence is lost between them.
    @Test(arguments: [UInt64(41), 42])
    func windowsAgreeWithTheWhole(seed: UInt64) {
        let (stretch, model) = Self.stretch(InventedText(seed: seed, beads: 90))
        let band = Self.band(stretch, model)
        let whole = BeadLattice(BandGraph(stretch, band, model), model.gaps).expectation(
            threshold: 0.2)
        let windows = WindowedLattice(
            stretch, band, model, threshold: 0.2, size: 25, margin: 15
        ).expectation(jobs: 1)
        #expect(Self.places(windows.path) == Self.places(whole.path))
        #expect(Self.places(windows.beads) == Self.places(whole.beads))
    }

    @Test func theSameForEveryNumberOfJobs() {
        let (stretch, model) = Self.stretch(InventedText(seed: 43, beads: 60))
        let band = Self.band(stretch, model)
        let lattice = WindowedLattice(stretch, band, model, threshold: 0.2, size: 12, margin: 6)
        let (one, three) = (lattice.expectation(jobs: 1), lattice.expectation(jobs: 3))
        #expect(one.path.map(\.weight) == three.path.map(\.weight))
        #expect(Self.places(one.beads) == Self.places(three.beads))
        #expect(one.likelihood == three.likelihood)
    }

    /// Where neighbouring windows never meet, the beads still hold every sentence once.
    @Test func noMarginAtAll() {
        let text = InventedText(seed: 44, beads: 60, changes: 60)
        let (stretch, model) = Self.stretch(text)
        let band = Self.band(stretch, model)
        let path = WindowedLattice(stretch, band, model, threshold: 0.2, size: 9, margin: 0)
            .expectation(jobs: 1).path
        let beads = path.map { Bead(source: $0.source, target: $0.target, score: 1) }
        #expect(covers(beads, text.pair()))
    }

    private static func places(_ beads: [WeightedBead]) -> [[Int]] {
        beads.map { [$0.sourceEnd, $0.targetEnd, $0.shape.source, $0.shape.target] }
    }
}
