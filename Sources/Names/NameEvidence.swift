internal import LocaleData
internal import TextCore

/// What a language's data says of a word that may be part of a name.
struct NameEvidence {
    let profile: LocaleProfile
    let inflection: Inflection
    /// Countries, case folded.
    private let places: Set<String>
    private let givenNames: Set<String>
    private let particles: Set<String>
    private let familyEndings: [String]
    /// Forms of verbs and phrases that report speech, single words alone.
    private let reporting: Set<String>

    init(_ profile: LocaleProfile, inflection: Inflection) {
        self.profile = profile
        self.inflection = inflection
        places = Set(Vocabulary.regions.entries(profile.tag).map { Normalizer.fold($0.word) })
        givenNames = profile.names.givenNames
        particles = profile.names.particleWords
        familyEndings =
            profile.names.familyNameEndings + profile.names.feminineEndings.map(\.feminine)
        reporting = Set(
            profile.reporting.forms.filter {
                !$0.value.classes.isDisjoint(with: [.speech, .clause, .address, .according])
            }
            .keys)
    }

    /// A word of the language that a capital does not make a name.
    func isOrdinary(_ word: String) -> Bool {
        let grammar = profile.grammar
        return profile.starters.contains(word) || profile.basics.commonWords.contains(word)
            || grammar.isPronoun(word) || profile.reporting.forms[word] != nil
            || grammar.isMember(
                word, of: .determiner, .auxiliary, .boundary, .conjunction, .complementizer,
                .relative, .temporal, .titleCaseStop)
    }

    func isTitle(_ word: String) -> Bool {
        profile.names.titles.contains(word) || profile.grammar.isRole(word)
    }

    func isBody(_ word: String) -> Bool {
        isAny(word) { profile.grammar.isMember($0, of: .body) }
    }

    func isReporting(_ word: String) -> Bool { reporting.contains(word) }

    func isParticle(_ word: String) -> Bool { particles.contains(word) }

    func isPlace(_ words: String) -> Bool { isAny(words, places.contains) }

    func isGivenName(_ word: String) -> Bool { isAny(word, givenNames.contains) }

    func isPatronymic(_ word: String) -> Bool {
        word.unicodeScalars.count > 5
            && isAny(word) { base in profile.names.patronymicEndings.contains(where: base.hasSuffix)
            }
    }

    func hasFamilyEnding(_ word: String) -> Bool {
        word.unicodeScalars.count > 4 && isAny(word, endsAsFamily)
    }

    /// Ends as a family name in its dictionary form does.
    func endsAsFamily(_ word: String) -> Bool { familyEndings.contains(where: word.hasSuffix) }

    /// True of the word or of a form that it may be a case of.
    private func isAny(_ word: String, _ test: (String) -> Bool) -> Bool {
        test(word)
            || !inflection.isEmpty && inflection.bases(of: word, limit: 8).contains(where: test)
    }
}
