internal import LocaleData
internal import TextCore

/// Reads names in Han characters.
///
/// A name of two to four characters in one piece is a family name of the locale data and a given name, read in pinyin
/// (or by the data's own readings); characters that spell a foreign name by its sound are read by the data's
/// `transcription`.
struct HanReader {
    let language: NameLanguage
    let pool: TransformPool
    let table: SoundTable

    func readings(_ tokens: [NameToken]) -> [NameReading] {
        let simple = tokens.map { NameToken(simplified($0.text), $0.role) }
        var readings = language.names.characterReadings.isEmpty ? [] : japanese(tokens)
        if let native = native(simple) { readings.append(native) }
        if let transcription = transcription(simple) {
            readings.insert(transcription, at: looksForeign(simple) ? 0 : readings.count)
        }
        return readings
    }

    func simplified(_ text: String) -> String { pool.transform(text, "Hant-Hans") }

    private func looksForeign(_ tokens: [NameToken]) -> Bool {
        tokens.count > 1 || tokens.first.map { $0.text.count > 4 } ?? false
    }

    // MARK: Chinese

    private func native(_ tokens: [NameToken]) -> NameReading? {
        if tokens.count == 1, let name = tokens.first?.text, (2...4).contains(name.count) {
            let parts = split(name)
            return NameReading(.pinyin, parts, table: table)
        }
        return NameReading(
            .pinyin, tokens.map { part(pinyin($0.text).joined(), $0.role) }, table: table,
            penalty: 0.05)
    }

    private func split(_ name: String) -> [NameReading.Part] {
        let isCompound = name.count > 2 && language.names.familyNames[String(name.prefix(2))] != nil
        let family = String(name.prefix(isCompound ? 2 : 1))
        let given = String(name.dropFirst(family.count))
        let reading =
            language.names.familyNames[family]?.first?.lowercased() ?? pinyin(family).joined()
        return [part(reading, .family), part(pinyin(given).joined(), .given)]
    }

    /// The syllable of each character, without tones.
    private func pinyin(_ text: String) -> [String] {
        let latin = Normalizer.normalize(pool.transform(text, "Han-Latin/Names"), .nfd)
        return latin.split(separator: " ").map { syllable in
            String(
                String.UnicodeScalarView(
                    syllable.unicodeScalars.filter { ("a"..."z").contains($0) || $0 == "\u{308}" }))
        }
    }

    private func part(_ latin: String, _ role: NameToken.Role) -> NameReading.Part {
        NameReading.Part(
            latin: latin, role: role, sounds: table.sounds(latin, language.reading))
    }

    // MARK: foreign names

    private func transcription(_ tokens: [NameToken]) -> NameReading? {
        let data = language.names.transcription
        guard !data.isEmpty else { return nil }
        var parts: [NameReading.Part] = []
        for token in tokens {
            var latin = ""
            for character in token.text {
                if let sound = data[String(character)] {
                    latin += sound
                } else {
                    latin += pinyin(String(character)).joined()
                }
            }
            var part = part(latin, token.role)
            part.letters = LetterUnits.units(token.text)
            parts.append(part)
        }
        return NameReading(
            .transcription, parts, table: table, penalty: looksForeign(tokens) ? 0 : 0.12,
            letterCosts: language.letterCosts)
    }

    // MARK: Japanese

    /// Family and given name split at every place, each half read in its commonest ways.
    private func japanese(_ tokens: [NameToken]) -> [NameReading] {
        let text = tokens.map(\.text).joined()
        guard tokens.count <= 2, (2...6).contains(text.count) else { return [] }
        let places = tokens.count == 2 ? [tokens[0].text.count] : splits(text)
        var readings: [NameReading] = []
        for place in places {
            let families = words(String(text.prefix(place)), isFamily: true)
            let givens = words(String(text.dropFirst(place)), isFamily: false)
            for family in families.prefix(3) {
                for given in givens.prefix(4) where readings.count < 12 {
                    readings.append(
                        NameReading(
                            .characters, [part(family, .family), part(given, .given)], table: table
                        ))
                }
            }
        }
        return readings
    }

    private func splits(_ text: String) -> [Int] {
        let known = (1..<text.count).filter {
            language.names.familyNames[String(text.prefix($0))] != nil
        }
        if let longest = known.max() { return [longest] }
        return text.count == 2 ? [1] : text.count == 3 ? [2, 1] : [2]
    }

    /// The readings of a word, by its entry or by its characters.
    private func words(_ word: String, isFamily: Bool) -> [String] {
        if isFamily, let known = language.names.familyNames[word] {
            return known.map { $0.lowercased() }
        }
        var readings = [""]
        for character in word {
            let own =
                language.names.characterReadings[String(character)]
                ?? [romanised(character)]
            readings = own.prefix(3).flatMap { next in readings.map { $0 + next } }
            if readings.count > 12 { readings.removeLast(readings.count - 12) }
        }
        return readings
    }

    private func romanised(_ character: Character) -> String {
        Romaniser(language: language, pool: pool).latin(String(character))
    }
}
