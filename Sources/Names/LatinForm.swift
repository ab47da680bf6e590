internal import LocaleData
internal import TextCore

/// A name's words in Latin letters, as its own language reads them: what a Latin language writes, and what those
/// conventions start from that read pinyin, romaji or a romanisation.
struct LatinForm {
    let reader: NameReader
    let source: LocaleProfile

    private var rendering: RenderingProfile { source.names.rendering }

    /// - Parameter target: the language of the reader; its own way to romanise goes first.
    func words(_ name: String, for target: LanguageTag? = nil) -> [WrittenName.Word] {
        let scripts = Set(
            name.unicodeScalars.filter(CharacterTable.shared.isLetter)
                .map(CharacterTable.shared.script))
        if scripts.contains(.han) { return hanWords(name) }
        let written = WrittenName(name, source.tag).words
        if scripts == [.hangul], written.count <= 2 { return koreanWords(written) }
        return paired(written).flatMap { word in
            var word = word
            word.text = latin(word.text, target)
            return divided(word)
        }
    }

    /// An article that a hyphen sets off is a word of its own, and small: "al-Sisi".
    private func divided(_ word: WrittenName.Word) -> [WrittenName.Word] {
        let parts = word.text.split(separator: "-").map(String.init)
        guard parts.count > 1 else { return [word] }
        return parts.enumerated().map { index, part in
            var piece = word
            piece.text = part
            piece.joint = index == 0 ? word.joint : .hyphen
            piece.isSmall = word.isSmall || index < parts.count - 1 && part.count == 2
            return piece
        }
    }

    private func latin(_ text: String, _ target: LanguageTag?) -> String {
        if let known = rendering.words[text] { return known }
        if target?.likelyScript == "Latn", let known = rendering.latinWords[text] { return known }
        let own = target.flatMap { rendering.intoLatin[$0.language] }
        if let steps = own ?? rendering.intoLatin["-"] { return reader.pool.transform(text, steps) }
        let record = reader.record(text, source.tag, source)
        return (record.readings.first?.tokens ?? []).joined()
    }

    /// Two words that the data knows as one name become one.
    private func paired(_ words: [WrittenName.Word]) -> [WrittenName.Word] {
        guard words.count > 1, !rendering.words.isEmpty else { return words }
        var result: [WrittenName.Word] = []
        for word in words {
            if let last = result.last, rendering.words["\(last.text) \(word.text)"] != nil {
                result[result.count - 1].text = "\(last.text) \(word.text)"
            } else {
                result.append(word)
            }
        }
        return result
    }

    // MARK: Chinese and Japanese

    private func hanWords(_ name: String) -> [WrittenName.Word] {
        if source.tag.language == "zh", let native = HanName(name, source.names) {
            let syllables = native.parts.map { native.syllables($0, reader.pool, tones: false) }
            return syllables.enumerated().map { index, syllables in
                WrittenName.Word(
                    text: syllables.joined(separator: "'"), joint: index == 0 ? .none : .space)
            }
        }
        let record = reader.record(name, source.tag, source)
        var tokens = record.readings.first?.tokens ?? []
        if tokens.count == 2, let known = knownGiven(name) { tokens[1] = known }
        return tokens.enumerated().map { index, token in
            WrittenName.Word(text: token, joint: index == 0 ? .none : .space)
        }
    }

    /// The reading of a whole given name behind a family name that the data knows.
    private func knownGiven(_ name: String) -> String? {
        let whole = WrittenName(name, source.tag).words.map(\.text).joined()
        let lengths = (1..<max(2, whole.count)).reversed()
        for length in lengths where source.names.familyNames[String(whole.prefix(length))] != nil {
            return rendering.words[String(whole.dropFirst(length))]
        }
        return nil
    }

    // MARK: Korean

    /// A family name of the data and the syllables of a given name: "문재인" is 문 and 재인.
    private func koreanWords(_ written: [WrittenName.Word]) -> [WrittenName.Word] {
        guard let (family, given) = Self.korean(written, source.names),
            let reading = source.names.familyNames[family]?.first
        else {
            return written.map { word in
                var word = word
                word.text = latin(word.text, nil)
                return word
            }
        }
        let syllables = given.map { latin(String($0), nil) }
        return [
            WrittenName.Word(text: reading.lowercased(), joint: .none),
            WrittenName.Word(text: syllables.joined(separator: "-"), joint: .space),
        ]
    }

    /// The family name and the given name's syllables, where the data knows the family name.
    static func korean(
        _ written: [WrittenName.Word], _ names: NameProfile
    ) -> (family: String, given: [Character])? {
        let whole = written.map(\.text).joined()
        let isCompound = whole.count > 2 && names.familyNames[String(whole.prefix(2))] != nil
        let length = written.count == 2 ? written[0].text.count : isCompound ? 2 : 1
        let family = String(whole.prefix(length))
        let given = Array(whole.dropFirst(length))
        guard written.count <= 2, names.familyNames[family] != nil, (1...3).contains(given.count)
        else { return nil }
        return (family, given)
    }
}
