internal import TextCore

/// What a version's language has for words that change what is said; see `wording.txt` of the locale data.
public struct WordingLexicon: Sendable {
    /// Lower-case words, or characters of a script without spaces, that multiply the number before them.
    public let multipliers: [String: Int]
    /// Lower-case words of negation, or characters that carry it.
    public let negations: Set<String>
    /// Negations are whole words, not parts of them.
    public let hasWholeWords: Bool

    public static let none = WordingLexicon(
        multipliers: [:], negations: [], hasWholeWords: true)

    public init(multipliers: [String: Int], negations: Set<String>, hasWholeWords: Bool) {
        self.multipliers = multipliers
        self.negations = negations
        self.hasWholeWords = hasWholeWords
    }

    /// Whether a folded text negates anything.
    func negates(_ folded: String) -> Bool {
        guard hasWholeWords else { return negations.contains(where: folded.contains) }
        return Self.words(folded).contains { word in
            negations.contains(word)
                || word.firstIndex(of: "'").map { negations.contains(String(word[...$0])) } ?? false
        }
    }

    /// Runs of letters, with the apostrophes between them as plain ones.
    static func words(_ folded: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func finish() {
            while word.last == "'" { word.removeLast() }
            if !word.isEmpty { words.append(String(word)) }
            word.removeAll()
        }
        for scalar in folded.unicodeScalars {
            if CharacterTable.shared.isLetter(scalar) || scalar == "\u{200C}" {
                word.append(scalar)
            } else if scalar == "'" || scalar == "’", !word.isEmpty {
                word.append("'")
            } else {
                finish()
            }
        }
        finish()
        return words
    }
}
