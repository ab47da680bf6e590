public import LocaleData
public import TextCore

/// Makes records of names in any script.
///
/// Opens ICU transforms when they are first needed. Not thread-safe: one reader a task; records may be compared with
/// those of other readers that share the same ``NameLanguages``.
public final class NameReader {
    private let languages: NameLanguages
    let pool = TransformPool()
    private var ready: [String: NameLanguage] = [:]

    var table: SoundTable { languages.table }

    public init(_ languages: NameLanguages) { self.languages = languages }

    /// - Parameters:
    ///   - tag: the language that the name is written in.
    ///   - profile: the locale data for it; languages without data share the root's.
    public func record(
        _ name: String, _ tag: LanguageTag, _ profile: LocaleProfile
    ) -> NameRecord {
        record(name, tag, language(profile))
    }

    /// The likeliest reading alone: enough for a key, at a third of the cost of a record.
    func likeliestReading(_ name: String, _ profile: LocaleProfile) -> NameReading? {
        let language = language(profile)
        let tokens = language.tokenizer.tokens(name)
        return readings(tokens, ScriptDetector.main(of: name), language, withOthers: false).first
    }

    /// The places of a language, collected once for all readers.
    func places(_ profile: LocaleProfile) -> PlaceNames { languages.places(profile) }

    func language(_ profile: LocaleProfile) -> NameLanguage {
        let folder = profile.folders.first ?? ""
        if let known = ready[folder] { return known }
        let language = languages.language(profile)
        ready[folder] = language
        return language
    }

    private func record(
        _ name: String, _ tag: LanguageTag, _ language: NameLanguage
    ) -> NameRecord {
        let written = Text(name).string
        let tokens = language.tokenizer.tokens(written)
        let script = ScriptDetector.main(of: written)
        return NameRecord(
            written: written, language: tag, script: script, tokens: tokens,
            readings: readings(tokens, script, language, withOthers: true),
            folded: folded(tokens, script, language),
            costs: language.number)
    }

    private func folded(
        _ tokens: [NameToken], _ script: Script?, _ language: NameLanguage
    ) -> [UInt32] {
        let joined = tokens.map(\.text).joined()
        let plain = script == .han ? pool.transform(joined, "Hant-Hans") : joined
        return plain.unicodeScalars.map(\.value)
    }

    private func readings(
        _ tokens: [NameToken], _ script: Script?, _ language: NameLanguage, withOthers: Bool
    ) -> [NameReading] {
        guard script != nil else { return [] }
        if tokens.contains(where: { Self.hasHan($0.text) }) {
            return HanReader(language: language, pool: pool, table: table).readings(tokens)
        }
        let scheme: NameReading.Scheme = script == .latin ? .spelling : .romanisation
        var readings = [
            NameReading(
                scheme, tokens.map { part($0.text, $0.role, language) }, table: table,
                letterCosts: script == .latin ? nil : language.letterCosts)
        ]
        guard withOthers || readings[0].tokens.isEmpty else { return readings }
        if script == .latin { readings += otherSpellings(tokens, language, readings[0]) }
        readings += dictionaryForms(tokens, language)
        if let reading = fullNames(tokens, language) { readings.append(reading) }
        return readings.filter { !$0.tokens.isEmpty }
    }

    private static func hasHan(_ text: String) -> Bool {
        text.unicodeScalars.contains { CharacterTable.shared.script($0) == .han }
    }

    /// The name as other languages would read its letters, where that differs.
    private func otherSpellings(
        _ tokens: [NameToken], _ language: NameLanguage, _ first: NameReading
    ) -> [NameReading] {
        var readings = [first]
        for spelling in language.spellings.dropFirst() {
            let parts = tokens.map {
                $0.role == .number
                    ? NameReading.Part(latin: $0.text, role: $0.role, sounds: [])
                    : spelled($0.text, $0.role, spelling)
            }
            let reading = NameReading(.otherSpelling, parts, table: table, penalty: 0.02)
            if !readings.contains(where: { $0.sounds == reading.sounds }) {
                readings.append(reading)
            }
        }
        return Array(readings.dropFirst())
    }

    /// Two readings with case endings undone: with each token's likeliest base, and with its next one.
    private func dictionaryForms(
        _ tokens: [NameToken], _ language: NameLanguage
    ) -> [NameReading] {
        guard !language.inflection.isEmpty else { return [] }
        let bases = tokens.map {
            [.particle, .initial, .number, .title].contains($0.role)
                ? [] : language.inflection.bases(of: $0.text)
        }
        let most = min(3, bases.map(\.count).max() ?? 0)
        return (0..<most).map { choice in
            let parts = zip(tokens, bases).map { token, bases in
                part(
                    bases.isEmpty ? token.text : bases[min(choice, bases.count - 1)], token.role,
                    language)
            }
            return NameReading(
                .dictionaryForm, parts, table: table, penalty: 0.04,
                letterCosts: language.letterCosts)
        }
    }

    /// With nicknames replaced by the names they stand for.
    private func fullNames(_ tokens: [NameToken], _ language: NameLanguage) -> NameReading? {
        let nicknames = language.names.nicknames
        guard tokens.contains(where: { nicknames[$0.text] != nil }) else { return nil }
        return NameReading(
            .nickname, tokens.map { part(nicknames[$0.text] ?? $0.text, $0.role, language) },
            table: table, penalty: 0.04, letterCosts: language.letterCosts)
    }

    private func part(
        _ text: String, _ role: NameToken.Role, _ language: NameLanguage
    ) -> NameReading.Part {
        if role == .number { return NameReading.Part(latin: text, role: role, sounds: []) }
        let isLatin = text.unicodeScalars.allSatisfy {
            $0.value < 0x250 || (0x1E00...0x1EFF).contains($0.value)
        }
        if isLatin, let spelling = language.spellings.first {
            return spelled(text, role, spelling)
        }
        let latin = Romaniser(language: language, pool: pool).latin(text)
        return NameReading.Part(
            latin: latin, role: role, sounds: table.sounds(latin, language.reading),
            letters: language.letterCosts == nil ? [] : LetterUnits.units(text))
    }

    /// A token in Latin letters.
    private func spelled(
        _ text: String, _ role: NameToken.Role, _ spelling: RewriteRules
    ) -> NameReading.Part {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        return NameReading.Part(
            latin: text, role: role, sounds: table.sounds(text, spelling),
            bare: isPlain ? nil : pool.transform(text, "Latin-ASCII"))
    }
}
