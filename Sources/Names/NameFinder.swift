public import LocaleData
public import TextCore

/// Finds mentions of persons, organisations and countries in running text.
///
/// Known names first; then, by the script, capitalised words, given names or family names for which a title, a verb of
/// saying or the look of a name speaks. Not thread-safe, as its reader is not.
public struct NameFinder {
    private let profile: LocaleProfile
    private let language: LanguageTag
    private let reader: NameReader
    private let evidence: NameEvidence
    private let known: KnownNameScan
    private let unspaced: UnspacedNameScan?

    /// - Parameter known: what a corpus knows; a mention of one carries its id as key.
    public init(
        _ profile: LocaleProfile, language: LanguageTag, known: [KnownName] = [],
        reader: NameReader
    ) {
        self.profile = profile
        self.language = language
        self.reader = reader
        let inflection = reader.language(profile).inflection
        var places = reader.places(profile)
        for name in known where name.kind == .place {
            name.forms.filter { $0.key.language == language.language }.values.joined()
                .forEach { places.insert($0) }
        }
        evidence = NameEvidence(profile, inflection: inflection, places: places)
        unspaced = profile.basics.spaces ? nil : UnspacedNameScan(evidence: evidence)
        self.known = KnownNameScan(known, language: language, inflection: inflection) { form in
            let text = Text(form)
            return WordScan(text: text, starts: []).words(in: text.span).map(\.folded)
        }
    }

    /// - Parameter sentences: the sentences of the document, in text order; without them each block is one.
    /// - Returns: mentions in text order, none overlapping.
    public func mentions(in document: Document, sentences: [TextSpan] = []) -> [Mention] {
        let text = document.text
        let starts = sentences.isEmpty ? document.blocks.map(\.span.start) : sentences.map(\.start)
        let scan = WordScan(text: text, starts: starts)
        let blocks = document.blocks.map { (kind: $0.kind, words: scan.words(in: $0.span)) }
        let all = blocks.flatMap(\.words)
        let lower = all.filter { $0.shape == .lower }
        var cased = CasedNameScan(
            evidence: evidence, isCapitalRich: false, lowerWords: Set(lower.map(\.folded)),
            loneLowerWords: Set(lower.filter { $0.gap != .hyphen }.map(\.folded)))
        let isRich = Self.isCapitalRich(all)
        var found: [NameCandidate] = []
        for block in blocks {
            cased.isCapitalRich = isRich || Self.isCapitalRich(block.words)
            found += candidates(block.words, text, cased)
        }
        found += RepeatedNameScan(evidence, found).candidates(all)
        let linker = MentionLinker(
            language: language,
            keyer: NameKeyer(reader: reader, language: language, profile: profile),
            forms: DictionaryForm(evidence: evidence, seen: Self.counts(all)))
        return linker.mentions(Self.withoutOverlaps(found, count: text.count), in: text)
    }

    private func candidates(
        _ words: [TextWord], _ text: Text, _ cased: CasedNameScan
    ) -> [NameCandidate] {
        if let unspaced {
            return words.flatMap { known.candidates(inside: $0) }
                + unspaced.candidates(words, in: text)
        }
        return known.candidates(words) + cased.candidates(words)
            + UncasedNameScan(evidence: evidence).candidates(words)
    }

    /// More than three in ten words that need no capital have one.
    private static func isCapitalRich(_ words: [TextWord]) -> Bool {
        let inside = words.filter { !$0.opens && [.lower, .capitalised].contains($0.shape) }
        let capitals = inside.filter { $0.shape == .capitalised }.count
        return inside.count >= 4 && capitals * 10 > inside.count * 3
    }

    private static func counts(_ words: [TextWord]) -> [String: Int] {
        words.reduce(into: [:]) { counts, word in
            if word.shape == .capitalised { counts[word.folded, default: 0] += 1 }
        }
    }

    /// Known names go before others, longer before shorter ones.
    private static func withoutOverlaps(_ candidates: [NameCandidate], count: Int)
        -> [NameCandidate]
    {
        let ranks = candidates.indices.filter { !candidates[$0].span.isEmpty }.map { index in
            let candidate = candidates[index]
            return (
                candidate.known == nil ? 1 : 0, -candidate.span.count, candidate.span.start, index
            )
        }.sorted(by: <)
        var isTaken = [Bool](repeating: false, count: count)
        var kept: [NameCandidate] = []
        for (_, _, _, index) in ranks
        where !isTaken[candidates[index].span.range].contains(true) {
            let candidate = candidates[index]
            for offset in candidate.span.range { isTaken[offset] = true }
            kept.append(candidate)
        }
        return kept.sorted { $0.span < $1.span }
    }
}
