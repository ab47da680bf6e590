internal import LocaleData
internal import TextCore

/// A Chinese name of two to four characters: the family name and the given name.
struct HanName {
    let family: String
    let given: String
    private let names: NameProfile

    var parts: [String] { [family, given] }

    /// - Returns: `nil` where the name spells a foreign one, or is none.
    init?(_ name: String, _ names: NameProfile) {
        let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
        let whole = words.joined()
        guard (2...4).contains(whole.count), words.count <= 2,
            whole.unicodeScalars.allSatisfy({ CharacterTable.shared.script($0) == .han })
        else { return nil }
        let simple = Transliterator("Hant-Hans")?.transliterate(whole) ?? whole
        let isCompound = whole.count > 2 && names.familyNames[String(simple.prefix(2))] != nil
        let length = words.count == 2 ? words[0].count : isCompound ? 2 : 1
        guard length < whole.count, names.familyNames[String(simple.prefix(length))] != nil,
            whole.count - length <= 2
        else { return nil }
        family = String(simple.prefix(length))
        given = String(simple.dropFirst(length))
        self.names = names
    }

    /// The pinyin of each character; a family name in the reading that the data gives it.
    func syllables(_ part: String, _ pool: TransformPool, tones: Bool) -> [String] {
        let id = part == family ? "Han-Latin/Names" : "Han-Latin"
        var syllables = part.map { pool.transform(String($0), id) }
        if part == family, let reading = names.familyNames[family]?.first?.lowercased() {
            syllables = Self.corrected(syllables, reading, pool)
        }
        return tones ? syllables : syllables.map { Self.bare($0) }
    }

    /// ICU's syllables where they agree with the data; else the data's, which has no tones.
    private static func corrected(
        _ syllables: [String], _ reading: String, _ pool: TransformPool
    ) -> [String] {
        syllables.map { bare($0) }.joined() == reading ? syllables : [reading]
    }

    /// Without the tone; `ü` keeps its dots.
    static func bare(_ syllable: String) -> String {
        let scalars = Normalizer.normalize(syllable, .nfd).unicodeScalars.filter {
            $0.value < 0x300 || $0 == "\u{308}"
        }
        return Normalizer.normalize(String(String.UnicodeScalarView(scalars)), .nfc)
    }
}
