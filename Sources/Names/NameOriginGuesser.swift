public import LocaleData
public import TextCore

/// Tells the language of a name by its script, letters, endings and known words.
///
/// A name is short, and many are of several languages: the answer says how sure it is, and which others could be.
public struct NameOriginGuesser: Sendable {
    public struct Guess: Hashable, Sendable {
        public let language: LanguageTag
        /// 0 to 1, among the languages that have signs of this script.
        public let confidence: Double
        /// What speaks for it: letters, endings, words; empty where only the script does.
        public let signs: [String]
    }

    private let all: [NameSigns]

    public init(_ signs: [NameSigns]) { all = signs }

    /// Languages that the name could be of, the likeliest first; those far behind are left out. Empty for a name
    /// without letters, or in a script that no language's data knows.
    public func guesses(_ name: String) -> [Guess] {
        let text = Text(name).string
        let scripts = Set(
            text.unicodeScalars.filter(CharacterTable.shared.isLetter)
                .map { CharacterTable.shared.script($0).code })
        guard !scripts.isEmpty else { return [] }
        let lower = Normalizer.lowercase(text, .undetermined)
        let words = lower.split { !Self.isOfWord($0) }.map(String.init)
        let scored = all.compactMap { signs -> (NameSigns, Evidence)? in
            guard scripts.isSubset(of: signs.scripts) else { return nil }
            return (signs, Self.evidence(signs, lower, words))
        }
        guard let best = scored.map(\.1.score).max() else { return [] }
        // Where something speaks for a language, those that nothing speaks for are out.
        let shares = scored.filter { $0.1.score > 0 || best <= 0 }
            .map { ($0.0.language, $0.1, NaturalExponential.of(1.3 * ($0.1.score - best))) }
        let total = shares.reduce(0) { $0 + $1.2 }
        return shares.map {
            Guess(language: $0.0, confidence: $0.2 / total, signs: $0.1.found)
        }
        .filter { $0.confidence >= 0.08 }
        .sorted { ($1.confidence, $0.language.string) < ($0.confidence, $1.language.string) }
    }

    /// The likeliest language, where it is at least as sure as `threshold`.
    public func language(of name: String, atLeast threshold: Double = 0.5) -> LanguageTag? {
        guesses(name).first.flatMap { $0.confidence >= threshold ? $0.language : nil }
    }

    private static func isOfWord(_ character: Character) -> Bool {
        character.unicodeScalars.contains(where: CharacterTable.shared.isLetter)
    }

    private struct Evidence {
        var score: Double
        var found: [String] = []

        mutating func add(_ value: Double, _ sign: String) {
            score += value
            if !found.contains(sign) { found.append(sign) }
        }
    }

    /// Evidence adds up as in a sum of log odds; one sign of a kind counts once a word.
    private static func evidence(
        _ signs: NameSigns, _ name: String, _ words: [String]
    ) -> Evidence {
        var evidence = Evidence(score: signs.weight)
        for scalar in Set(name.unicodeScalars).sorted() {
            if signs.letters.contains(scalar) { evidence.add(3, String(scalar)) }
            if signs.foreign.contains(scalar) { evidence.score -= 4 }
        }
        for word in words {
            if signs.words.contains(word) { evidence.add(2.5, word) }
            if let ending = longest(signs.endings, { word.hasSuffix($0) && word != $0 }) {
                evidence.add(0.8 + 0.5 * length(ending), "-\(ending)")
            }
            if let beginning = longest(signs.beginnings, { word.hasPrefix($0) && word != $0 }) {
                evidence.add(0.5 + 0.4 * length(beginning), "\(beginning)-")
            }
            if let part = longest(signs.parts, { word.contains($0) }) {
                evidence.add(0.4 + 0.35 * length(part), "-\(part)-")
            }
        }
        return evidence
    }

    private static func length(_ sign: String) -> Double { Double(sign.unicodeScalars.count) }

    private static func longest(_ list: [String], _ matches: (String) -> Bool) -> String? {
        list.filter(matches).max { $0.unicodeScalars.count < $1.unicodeScalars.count }
    }
}
