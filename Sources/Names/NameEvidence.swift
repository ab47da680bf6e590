internal import LocaleData
internal import TextCore

/// What a language's data says of a word that may be part of a name.
///
/// A class, since every scan holds it: a copy would count references to each of its lists. Not thread-safe.
final class NameEvidence {
    let profile: LocaleProfile
    let inflection: Inflection
    let places: PlaceNames
    private let titles: Set<String>
    /// Words that make longer titles at their end: "minister" in a language that joins nouns.
    private let titleEndings: Set<String>
    private let ordinary: Set<String>
    private let vowels: Set<Unicode.Scalar>
    private let givenNames: Set<String>
    private let particles: Set<String>
    private let familyEndings: [String]
    /// Forms of verbs and phrases that report speech, single words alone.
    let reporting: Set<String>
    private let traits = WordMemory<WordTraits>()
    private let declensions = WordMemory<[(form: String, worth: Int)]>()

    /// - Parameter places: the language's regions, and the places that a corpus knows.
    init(_ profile: LocaleProfile, inflection: Inflection, places: PlaceNames) {
        self.profile = profile
        self.inflection = inflection
        self.places = places
        titles = Self.titles(profile)
        titleEndings =
            profile.basics.capitalNouns
            ? titles.filter { $0.unicodeScalars.count >= Self.shortestEnding } : []
        ordinary = Self.ordinary(profile)
        vowels = Set(profile.basics.vowels)
        givenNames = profile.names.givenNames
        particles = profile.names.particleWords
        // An ending of one letter says nothing.
        familyEndings =
            (profile.names.familyNameEndings + profile.names.feminineEndings.map(\.feminine))
            .filter { $0.unicodeScalars.count > 1 }
        reporting = Set(
            profile.reporting.forms.filter {
                !$0.value.classes.isDisjoint(with: [.speech, .clause, .address, .according])
            }
            .keys)
    }

    private static func titles(_ profile: LocaleProfile) -> Set<String> {
        let grammar = profile.grammar
        return profile.names.titles.union(grammar.words(.role))
            .union(grammar.words(.roleMasculine)).union(grammar.words(.roleFeminine))
    }

    private static func ordinary(_ profile: LocaleProfile) -> Set<String> {
        let classes: [Grammar.Class] = [
            .pronoun, .pronounMasculine, .pronounFeminine, .pronounNeuter, .pronounPlural,
            .determiner, .auxiliary, .boundary, .conjunction, .complementizer, .relative,
            .temporal, .titleCaseStop,
        ]
        return classes.reduce(profile.starters.union(profile.basics.commonWords)) {
            $0.union(profile.grammar.words($1))
        }.union(profile.reporting.forms.keys)
    }

    /// A word of the language that a capital does not make a name.
    func isOrdinary(_ word: String) -> Bool { ordinary.contains(word) }

    /// A title in any case form.
    func isTitle(_ word: String) -> Bool { traits(of: word).contains(.title) }

    /// In letters; shorter titles end too many words by chance.
    private static let shortestEnding = 6

    /// Looks up the word's own ends, which are few, instead of trying every title.
    private func endsInTitle(_ word: String) -> Bool {
        guard !titleEndings.isEmpty else { return false }
        var rest = word.unicodeScalars.dropFirst()
        while rest.count >= Self.shortestEnding {
            if titleEndings.contains(String(rest)) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// One syllable: its vowels stand together.
    func isSyllable(_ word: String) -> Bool {
        let isVowel = word.unicodeScalars.map(vowels.contains)
        let starts = isVowel.indices.filter { isVowel[$0] && ($0 == 0 || !isVowel[$0 - 1]) }
        return starts.count == 1 && isVowel.count < 6
    }

    func isBody(_ word: String) -> Bool { traits(of: word).contains(.body) }

    func isReporting(_ word: String) -> Bool { reporting.contains(word) }

    func isParticle(_ word: String) -> Bool { particles.contains(word) }

    /// The words are particles as the language has them: "in der", but not "in" alone.
    func areParticles(_ words: ArraySlice<TextWord>) -> Bool {
        let phrases = profile.names.particles
        return words.allSatisfy { phrases.contains($0.folded) }
            || phrases.contains(words.map(\.folded).joined(separator: " "))
    }

    /// The dictionary form of a place that the words make up, all of them.
    func place(_ words: ArraySlice<TextWord>) -> [String]? {
        guard let form = places.match(words), form.count == words.count else { return nil }
        return form
    }

    func isPlace(_ word: TextWord) -> Bool { place([word]) != nil }

    func isGivenName(_ word: String) -> Bool { traits(of: word).contains(.givenName) }

    func isPatronymic(_ word: String) -> Bool { traits(of: word).contains(.patronymic) }

    func hasFamilyEnding(_ word: String) -> Bool { traits(of: word).contains(.familyEnding) }

    /// Ends as a family name in its dictionary form does.
    func endsAsFamily(_ word: String) -> Bool { familyEndings.contains(where: word.hasSuffix) }

    /// Forms that a word could be a case of, and what the locale's lists say for each as a dictionary form.
    func declensions(of word: String) -> [(form: String, worth: Int)] {
        declensions.value(of: word) {
            inflection.bases(of: word, limit: 8).map { ($0, worth($0)) }
        }
    }

    /// What the locale's lists say for a dictionary form.
    func worth(_ form: String) -> Int {
        var worth = 0
        if givenNames.contains(form) { worth += 4 }
        if endsAsFamily(form) { worth += 2 }
        if profile.names.patronymicEndings.contains(where: form.hasSuffix) { worth += 3 }
        return worth
    }

    /// True of the word or of a form that it may be a case of.
    private func traits(of word: String) -> WordTraits {
        traits.value(of: word) {
            var traits: WordTraits = []
            let length = word.unicodeScalars.count
            for form in [word] + (inflection.isEmpty ? [] : inflection.bases(of: word, limit: 8)) {
                if titles.contains(form) || endsInTitle(form) { traits.insert(.title) }
                if profile.grammar.isMember(form, of: .body) { traits.insert(.body) }
                if givenNames.contains(form) { traits.insert(.givenName) }
                if length > 4, endsAsFamily(form) { traits.insert(.familyEnding) }
                if length > 5, profile.names.patronymicEndings.contains(where: form.hasSuffix) {
                    traits.insert(.patronymic)
                }
            }
            return traits
        }
    }
}

/// What the locale's lists say of a word in any case form.
private struct WordTraits: OptionSet {
    let rawValue: UInt8

    static let title = WordTraits(rawValue: 1 << 0)
    static let body = WordTraits(rawValue: 1 << 1)
    static let givenName = WordTraits(rawValue: 1 << 2)
    static let patronymic = WordTraits(rawValue: 1 << 3)
    static let familyEnding = WordTraits(rawValue: 1 << 4)
}
