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
    private let book = WordBook()
    private let keys = WordMemory<String>()

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

    /// The key of a name in its dictionary form, as mentions have it.
    public func key(of name: String) -> String {
        keys.value(of: name) { NameKeyer(reader: reader, profile: profile).key(of: name) }
    }

    /// - Parameters:
    ///   - sentences: the sentences of the document, in text order; without them each block is one.
    ///   - isKeyed: false leaves keys empty but those of known names; ``key(of:)`` gives them.
    /// - Returns: mentions in text order, none overlapping.
    public func mentions(
        in document: Document, sentences: [TextSpan] = [], isKeyed: Bool = true
    ) -> [Mention] {
        let text = document.text
        let starts = sentences.isEmpty ? document.blocks.map(\.span.start) : sentences.map(\.start)
        book.startText()
        let scan = WordScan(text: text, starts: starts, book: book)
        let blocks = document.blocks.map { scan.words(in: $0.span) }
        var lower = SeenWords(count: book.count)
        var loneLower = lower
        var (all, counts) = (CapitalShare(), [String: Int]())
        for words in blocks {
            all.add(words)
            for word in words {
                if word.shape == .capitalised { counts[word.folded, default: 0] += 1 }
                guard word.shape == .lower else { continue }
                lower.insert(word)
                if word.gap != .hyphen { loneLower.insert(word) }
            }
        }
        var cased = CasedNameScan(
            evidence: evidence, isCapitalRich: false, lowerWords: lower, loneLowerWords: loneLower)
        var found: [NameCandidate] = []
        for words in blocks {
            var own = CapitalShare()
            own.add(words)
            cased.isCapitalRich = all.isRich || own.isRich
            found += candidates(words, text, cased)
        }
        let repeated = RepeatedNameScan(evidence, found)
        for words in blocks { found += repeated.candidates(words) }
        let linker = MentionLinker(
            language: language, key: isKeyed ? key(of:) : { _ in "" },
            forms: DictionaryForm(evidence: evidence, seen: counts))
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

    /// How many of the words that need no capital have one.
    private struct CapitalShare {
        private var inside = 0
        private var capitals = 0

        mutating func add(_ words: [TextWord]) {
            for word in words where !word.opens {
                if word.shape == .capitalised { capitals += 1 }
                if word.shape == .capitalised || word.shape == .lower { inside += 1 }
            }
        }

        /// More than three in ten.
        var isRich: Bool { inside >= 4 && capitals * 10 > inside * 3 }
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
