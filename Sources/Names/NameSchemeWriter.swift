public import LocaleData
internal import TextCore

/// Writes a name in other letters by a scheme of its language: a standard, letter by letter, with no look at who reads it.
///
/// Not thread-safe, as its reader is not.
public struct NameSchemeWriter {
    private let reader: NameReader

    public init(_ reader: NameReader) { self.reader = reader }

    public func write(_ name: String, _ scheme: NameScheme, of source: LocaleProfile) -> String {
        let words = words(Text(name).string, scheme, source)
        var form = ""
        for word in words {
            let text = reader.pool.transform(word.text, scheme.steps)
            guard !text.isEmpty else { continue }
            if !form.isEmpty { form += word.joint == .hyphen ? "-" : " " }
            form += word.isSmall && !form.isEmpty ? text : capitalised(text, source)
            if word.isInitial { form += "." }
        }
        return form
    }

    /// The first letter alone, as in "Hsi Chin-p’ing", or that behind an article: "al-Shāmī". Marks that stand for letters
    /// are passed over.
    private func capitalised(_ word: String, _ source: LocaleProfile) -> String {
        let table = CharacterTable.shared
        let article = source.tag.likelyScript == "Arab" ? word.firstIndex(of: "-") : nil
        var result = ""
        var done = false
        for (index, character) in zip(word.indices, word) {
            let isLetter = character.unicodeScalars.contains {
                table.isLowercase($0) || table.isUppercase($0)
            }
            if !done, isLetter, article.map({ index > $0 }) ?? true {
                result += Normalizer.titlecase(String(character), .undetermined)
                done = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    private func words(
        _ name: String, _ scheme: NameScheme, _ source: LocaleProfile
    ) -> [WrittenName.Word] {
        switch scheme.input {
        // Kana are read by the scheme itself.
        case "Latn" where Self.isKana(name): return WrittenName(name, source.tag).words
        case "Latn": return LatinForm(reader: reader, source: source).words(name)
        case "tones": return toned(name, source) ?? WrittenName(name, source.tag).words
        default: return own(WrittenName(name, source.tag).words, source)
        }
    }

    private static func isKana(_ name: String) -> Bool {
        let scripts = Set(
            name.unicodeScalars.filter(CharacterTable.shared.isLetter)
                .map(CharacterTable.shared.script))
        return !scripts.isEmpty && scripts.isSubset(of: [.hiragana, .katakana])
    }

    /// Chinese syllables with their tones, an apostrophe between those of one word.
    private func toned(_ name: String, _ source: LocaleProfile) -> [WrittenName.Word]? {
        guard let native = HanName(name, source.names) else { return nil }
        return native.parts.enumerated().map { index, part in
            WrittenName.Word(
                text: native.syllables(part, reader.pool, tones: true).joined(separator: "'"),
                joint: index == 0 ? .none : .space)
        }
    }

    /// A Korean name's family and given name are two words.
    private func own(
        _ words: [WrittenName.Word], _ source: LocaleProfile
    ) -> [WrittenName.Word] {
        guard let (family, given) = LatinForm.korean(words, source.names) else { return words }
        return [
            WrittenName.Word(text: family, joint: .none),
            WrittenName.Word(text: String(given), joint: .space),
        ]
    }
}
