internal import TextCore

/// A form of a name, as far as it must agree with other forms of it in the same language.
struct NameSpelling {
    private let words: [String]
    /// One word in capitals, such as an acronym.
    private let isAcronym: Bool

    init(_ form: String) {
        let written = Text(form).string
        words = Normalizer.fold(written).split { $0.isWhitespace || $0 == "." || $0 == "-" }
            .map(String.init)
        let table = CharacterTable.shared
        isAcronym =
            words.count == 1 && written.unicodeScalars.count > 1
            && written.unicodeScalars.allSatisfy { table.isUppercase($0) }
    }

    /// True where one is the other shortened: a surname alone, an initial, an acronym, a part where no space divides.
    func agrees(with other: NameSpelling) -> Bool {
        if isAcronym != other.isAcronym { return true }
        let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
        return short.words.allSatisfy { word in
            long.words.contains { $0 == word || Self.isShortened(word, $0) }
        }
    }

    private static func isShortened(_ a: String, _ b: String) -> Bool {
        let (short, long) = a.utf8.count <= b.utf8.count ? (a, b) : (b, a)
        if short.unicodeScalars.count == 1 { return long.hasPrefix(short) }
        return isUndivided(short) && long.contains(short)
    }

    /// Written in a script whose words no space divides.
    private static func isUndivided(_ word: String) -> Bool {
        [.han, .hiragana, .katakana].contains(ScriptDetector.main(of: word))
    }
}
