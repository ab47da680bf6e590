internal import Quotes
public import TextCore

/// Compares passages with their translations: numbers, names, negations, quotes, interpreters, what was left out.
///
/// What is reported is meant for a person who will look: a translator may say a thing in other words, but sound text
/// should seldom raise anything. All passages of a collection are read before any is compared, so that it tells what
/// its translators do.
public struct PassageComparison {
    /// What of two passages is compared.
    public enum Aspect: CaseIterable, Sendable {
        /// All but what the others name.
        case words
        case names
        case mediation
    }

    private struct Pair {
        let source: NameWords
        let target: NameWords
        let weights: (source: PassageWeight, target: PassageWeight)
        let beads: [Bead]
        /// Names that the target lacks; none where names are not compared.
        let lacking: [NameWords.Word]
        let aspects: Set<Aspect>
    }

    private var pairs: [Pair] = []
    private var habits = NameHabits()
    private var lengths = LengthHabits()
    private let knownPeople: Set<String>
    private let sounds: (any NameComparing)?

    /// - Parameters:
    ///   - knownPeople: the keys of people whose mentions have the same key in every language.
    ///   - sounds: tells names of different scripts; without it they are told by their letters alone.
    public init(knownPeople: Set<String> = [], sounds: (any NameComparing)? = nil) {
        self.knownPeople = knownPeople
        self.sounds = sounds
    }

    /// - Parameter beads: between the sentences of the two, counted from the first of each passage.
    public mutating func add(
        _ source: Passage, _ target: Passage, beads: [Bead],
        comparing aspects: Set<Aspect> = Set(Aspect.allCases)
    ) {
        let (from, to) = (NameWords(source), NameWords(target))
        let pair = Pair(
            source: from, target: to, weights: (PassageWeight(source), PassageWeight(target)),
            beads: beads,
            lacking: aspects.contains(.names) ? habits.add(from, to, by: sounds) : [],
            aspects: aspects)
        if aspects.contains(.words) { lengths.add(pair.weights.source, pair.weights.target) }
        pairs.append(pair)
    }

    /// Of each pair, in order of the rules.
    public func divergences() -> [[Divergence]] {
        let ratios = lengths.usualRatios()
        return pairs.map { divergences($0, ratios[$0.target.passage.language] ?? 1) }
    }

    /// A passage in another language than it should be is told alone, since all else follows from it.
    private func divergences(_ pair: Pair, _ ratio: Double) -> [Divergence] {
        let (source, target) = (pair.source.passage, pair.target.passage)
        let names = NameComparison(
            source: pair.source, target: pair.target, lacking: pair.lacking, habits: habits,
            knownPeople: knownPeople)
        let named = pair.aspects.contains(.names) ? names.divergences : []
        guard pair.aspects.contains(.words) else { return named }
        if let wrong = LanguageComparison(source: source, target: target).divergence {
            return [wrong]
        }
        let omission = OmissionComparison(
            source: pair.weights.source, target: pair.weights.target, beads: pair.beads,
            ratio: ratio)
        let quotes = QuoteComparison(
            source: source, target: target, ratio: ratio,
            comparesMediation: pair.aspects.contains(.mediation))
        return omission.divergences
            + NumberComparison(source: source, target: target).divergences + named
            + NegationComparison(source: source, target: target, beads: pair.beads).divergences
            + quotes.divergences
    }
}
