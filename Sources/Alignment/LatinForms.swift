internal import TextCore

/// The tokens of one side in plain Latin letters, where their script spells sounds as Latin does.
struct LatinForms {
    /// By token: ASCII letters, or nothing where the token is no word or its script is not romanised.
    let forms: [[UInt8]]

    private static let romanised: Set<Script> = [.latin, .cyrillic, .greek, .georgian, .armenian]

    init(_ index: TokenIndex) {
        let table = CharacterTable.shared
        // Opening the transform costs 29 ms, so a side in Latin script goes without.
        var transform: Transliterator?
        var isOpen = false
        forms = zip(index.tokens, index.surfaces).map { token, surface in
            guard let first = token.unicodeScalars.first, table.isLetter(first),
                Self.romanised.contains(table.script(first))
            else { return [] }
            if table.script(first) == .latin { return Self.plain(token) }
            if !isOpen {
                transform = Transliterator("Any-Latin; Latin-ASCII; Lower")
                isOpen = true
            }
            let latin = transform?.transliterate(surface) ?? ""
            return Array(Self.plain(latin).prefix(AlignmentTokenizer.stemLength))
        }
    }

    /// Without accents; nothing where a letter is none of ASCII even so.
    private static func plain(_ word: String) -> [UInt8] {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return Array(word.utf8) }
        let table = CharacterTable.shared
        var letters: [UInt8] = []
        for scalar in Normalizer.normalize(word, .nfd).unicodeScalars
        where table.category(scalar) != .nonSpacingMark {
            guard scalar.isASCII else { return [] }
            letters.append(UInt8(scalar.value))
        }
        return letters
    }
}
