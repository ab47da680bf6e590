public import LocaleData
internal import TextCore

extension NameRecord {
    /// The tokens of the name; where no space divides family and given name, as the likeliest reading divides them.
    public var parts: [NameToken] {
        guard tokens.count == 1, let whole = tokens.first?.text, let reading = readings.first,
            reading.tokens.count == 2
        else { return tokens }
        let roles = reading.roles
        guard let length = familyLength(whole, reading.tokens) else { return tokens }
        return [
            NameToken(String(whole.prefix(length)), roles[0] == .unknown ? .family : roles[0]),
            NameToken(String(whole.dropFirst(length)), roles[1] == .unknown ? .given : roles[1]),
        ]
    }

    /// A Chinese compound family name has two characters, others one; elsewhere nothing tells.
    private func familyLength(_ whole: String, _ latin: [String]) -> Int? {
        guard script == .han, (2...4).contains(whole.count) else { return nil }
        let vowels: Set<Character> = ["a", "e", "i", "o", "u", "ü"]
        // Pinyin has one run of vowels a syllable, and a syllable is a character.
        var runs = 0
        var inside = false
        for letter in latin[0] {
            let isVowel = vowels.contains(letter)
            if isVowel, !inside { runs += 1 }
            inside = isVowel
        }
        return runs < whole.count && runs > 0 ? runs : nil
    }
}

extension NameReader {
    /// A name as it is shown: NFC, one space between words, and what the language's data takes away or unifies.
    public func display(_ name: String, _ profile: LocaleProfile) -> String {
        let words = Text(name).string.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        guard let steps = profile.names.rendering.display else { return words }
        return Normalizer.normalize(pool.transform(words, steps), .nfc)
    }
}
