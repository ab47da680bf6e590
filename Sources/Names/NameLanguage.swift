internal import LocaleData

/// A language's locale data, made ready for reading names.
struct NameLanguage: Sendable {
    let names: NameProfile
    let tokenizer: NameTokenizer
    let spelling: RewriteRules
    let reading: RewriteRules
    let romanisation: RewriteRules
    /// What this language confuses, adds and drops.
    let habits: [SoundProfile.Cost]
    let inflection: Inflection
    /// Its place in the matcher's tables of costs.
    let number: Int

    init(_ profile: LocaleProfile, number: Int) {
        names = profile.names
        tokenizer = NameTokenizer(names: profile.names)
        spelling = RewriteRules(profile.sounds.spelling.map { ($0.key, $0.value) })
        reading = RewriteRules(profile.sounds.reading.map { ($0.key, $0.value) })
        romanisation = RewriteRules(profile.names.transliteration.map { ($0.from, $0.to) })
        habits = profile.sounds.own
        inflection = Inflection(profile.names)
        self.number = number
    }
}
