internal import LocaleData

/// A language's locale data, made ready for reading names.
struct NameLanguage: Sendable {
    let names: NameProfile
    let tokenizer: NameTokenizer
    /// How Latin letters are read, the likeliest way first.
    let spellings: [RewriteRules]
    let reading: RewriteRules
    let romanisation: RewriteRules
    /// What this language confuses, adds and drops.
    let habits: [SoundProfile.Cost]
    let inflection: Inflection
    /// What its letters stand for in Latin ones, where that was learned.
    let letterCosts: LetterCosts?
    /// Its place in the matcher's tables of costs.
    let number: Int

    init(_ profile: LocaleProfile, number: Int) {
        names = profile.names
        tokenizer = NameTokenizer(names: profile.names)
        spellings = Self.spellings(profile)
        reading = RewriteRules(profile.sounds.reading.map { ($0.key, $0.value) })
        romanisation = RewriteRules(profile.names.transliteration.map { ($0.from, $0.to) })
        habits = profile.sounds.own
        inflection = Inflection(profile.names)
        letterCosts = profile.letterCosts.costs.isEmpty ? nil : LetterCosts(profile.letterCosts)
        self.number = number
    }

    /// The language's own way first, then those of languages whose names are met everywhere.
    private static func spellings(_ profile: LocaleProfile) -> [RewriteRules] {
        let base = profile.sounds.spelling
        let own = profile.folders.first ?? ""
        let others = profile.sounds.variants.sorted {
            ($0.key == own ? 0 : 1, $0.key) < ($1.key == own ? 0 : 1, $1.key)
        }
        .map { base.merging($0.value) { $1 } }
        let isOwn = profile.sounds.variants[own] != nil
        return ((isOwn ? [] : [base]) + others + (isOwn ? [base] : []))
            .map { RewriteRules($0.map { ($0.key, $0.value) }) }
    }
}
