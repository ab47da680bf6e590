internal import TextCore

/// Tells sentences of the source that the translation leaves out: those that are linked with nothing, and those that
/// share a sentence of the translation which is too short for all of them.
struct OmissionComparison {
    let source: PassageWeight
    let target: PassageWeight
    let beads: [Bead]
    /// The usual length of the translation for each letter of the source.
    let ratio: Double

    /// A translation may be so much shorter before anything is missing.
    private static let shortest = 0.8
    /// In letters: less says nothing that is missed.
    private static let smallest = 10.0

    private static let least = 60.0
    private static let farTooShort = 0.62

    var divergences: [Divergence] {
        let alone = beads.filter { $0.target.isEmpty && !$0.source.isEmpty }
            .flatMap { Array($0.source) }
        var found = alone + beads.filter(\.isLink).compactMap(superfluous)
        if found.isEmpty, let worst = superfluousOfAll { found = [worst] }
        return found.sorted().filter { source.sentences[$0] >= Self.smallest }.map {
            Divergence(
                .missingSentence, source: source.passage.sentences[$0],
                target: target.passage.span, "left out here")
        }
    }

    /// Where the whole is far too short and no bead tells why.
    private var superfluousOfAll: Int? {
        let expected = source.total * ratio
        guard source.sentences.count > 1, expected >= Self.least,
            target.total < Self.farTooShort * expected
        else { return nil }
        return source.sentences.indices.min {
            abs(expected - source.sentences[$0] * ratio - target.total)
                < abs(expected - source.sentences[$1] * ratio - target.total)
        }
    }

    /// The sentence without which the others would be as long as their translation.
    private func superfluous(_ bead: Bead) -> Int? {
        let there = target.of(bead.target)
        let expected = source.of(bead.source) * ratio
        guard bead.source.count > 1, there < Self.shortest * expected else { return nil }
        func misfit(_ index: Int) -> Double {
            abs(expected - source.sentences[index] * ratio - there)
        }
        return bead.source.min { misfit($0) < misfit($1) }
    }
}
