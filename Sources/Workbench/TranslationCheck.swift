internal import Corpus
internal import LocaleData
internal import Names
internal import TextCore
internal import Tracking

/// Compares the versions of one article with what they were made from, paragraph by paragraph.
struct TranslationCheck {
    private struct Place {
        let source: VersionReading
        let version: VersionReading
    }

    private let quotes: CorpusQuotes
    private let found: [VersionKey: CorpusQuotes.Found]
    private let ingestion: IngestionService
    private let slug: String
    private var comparison: PassageComparison
    private var places: [Place] = []
    private var passages: [VersionKey: VersionPassages] = [:]

    /// - Parameter found: the quotes and names of each version.
    init(
        _ quotes: CorpusQuotes, _ ingestion: IngestionService, _ slug: String,
        _ found: [VersionKey: CorpusQuotes.Found]
    ) {
        self.quotes = quotes
        self.ingestion = ingestion
        self.found = found
        self.slug = slug
        comparison = PassageComparison(
            knownPeople: quotes.knownPeople, sounds: quotes.names.ear())
    }

    /// - Parameter beads: a cover of the two texts as they are.
    mutating func add(
        _ source: VersionReading, _ version: VersionReading, _ beads: [Bead]
    ) throws(LocaleDataError) {
        let from = try words(source)
        let to = try words(version)
        for pair in BlockPairs(beads, source, version).pairs
        where !pair.source.isEmpty && !pair.target.isEmpty {
            // Of interpreters the article's utterances tell more: they know the other versions, too.
            comparison.add(
                from.passage(pair.source), to.passage(pair.target), beads: pair.beads,
                comparing: [.words])
            places.append(Place(source: source, version: version))
        }
        // Here and there a name may be left out for a pronoun, but not in the whole text.
        comparison.add(
            from.passage(source.sentences.indices), to.passage(version.sentences.indices),
            beads: [], comparing: [.names])
        places.append(Place(source: source, version: version))
    }

    private mutating func words(_ version: VersionReading) throws(LocaleDataError)
        -> VersionPassages
    {
        if let known = passages[version.key] { return known }
        let found = found[version.key]
        let words = VersionPassages(
            version.document, sentences: version.spans, names: found?.names ?? [],
            quotes: found?.quotes ?? [], try quotes.lexicon(version.key.language), ingestion)
        passages[version.key] = words
        return words
    }

    func findings() -> [Finding] {
        zip(places, comparison.divergences()).flatMap { place, divergences in
            divergences.map { finding($0, place) }
        }
    }

    private func finding(_ divergence: Divergence, _ place: Place) -> Finding {
        // What only the translation has is told at its place there.
        let (side, span) =
            divergence.source.map { (place.source, $0) }
            ?? (place.version, divergence.target ?? TextSpan(0, 0))
        return Finding(
            divergence.rule, slug, place.version.key, place: side.key, span: span,
            evidence: side.document.text[span],
            counterpart: divergence.source == nil || divergence.rule == .name
                ? nil : divergence.target,
            message: divergence.message)
    }
}
