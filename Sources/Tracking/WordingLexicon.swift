internal import TextCore

/// What a version's language has for words that change what is said; see `wording.txt` of the locale data.
public struct WordingLexicon: Sendable {
    /// Lower-case words, or characters of a script without spaces, that multiply the number before them.
    public let multipliers: [String: Int]
    /// Lower-case words of negation, or characters that carry it.
    public let negations: Set<String>
    /// What words begin with, and what stands further on in them, that carry a negation.
    public let negatingBeginnings: [String]
    public let negatingParts: [String]
    /// Folded words that stand for numbers: numerals, names of months, "both", "half".
    public let numberWords: [String: Set<Double>]
    /// Words are whole, not parts of others.
    public let hasWholeWords: Bool

    public static let none = WordingLexicon(
        multipliers: [:], negations: [], hasWholeWords: true)

    public init(
        multipliers: [String: Int], negations: Set<String>,
        negatingBeginnings: [String] = [], negatingParts: [String] = [],
        numberWords: [String: Set<Double>] = [:], hasWholeWords: Bool
    ) {
        self.multipliers = multipliers
        self.negations = negations
        self.negatingBeginnings = negatingBeginnings
        self.negatingParts = negatingParts
        self.numberWords = numberWords
        self.hasWholeWords = hasWholeWords
    }

    /// The numbers that words of a folded text stand for.
    func spokenNumbers(_ folded: String) -> Set<Double> {
        var found: Set<Double> = []
        if hasWholeWords {
            for word in Self.words(folded) { found.formUnion(numberWords[word] ?? []) }
        } else {
            for (word, values) in numberWords where folded.contains(word) {
                found.formUnion(values)
            }
        }
        return found
    }

    /// How many words of a folded text negate something.
    func negationCount(_ folded: String) -> Int {
        if hasWholeWords { return Self.words(folded).reduce(0) { $0 + (isNegation($1) ? 1 : 0) } }
        return negations.reduce(0) { $0 + folded.ranges(of: $1).count }
    }

    private func isNegation(_ word: String) -> Bool {
        negations.contains(word)
            || word.firstIndex(of: "'").map { negations.contains(String(word[...$0])) } ?? false
            || negatingBeginnings.contains(where: word.hasPrefix)
            || negatingParts.contains(where: word.dropFirst().contains)
    }

    /// Whether a folded text negates anything.
    func negates(_ folded: String) -> Bool {
        guard hasWholeWords else { return negations.contains(where: folded.contains) }
        return Self.words(folded).contains(where: isNegation)
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
