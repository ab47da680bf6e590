internal import LocaleData
internal import Synchronization
internal import TextCore
internal import Tracking

/// What each language has for numbers and negations, made ready once. Safe to share.
final class WordingShelf: Sendable {
    private let shelf: ProfileShelf
    private let ready = Mutex<[LanguageTag: WordingLexicon]>([:])

    init(_ shelf: ProfileShelf) { self.shelf = shelf }

    func lexicon(_ language: LanguageTag) throws(LocaleDataError) -> WordingLexicon {
        if let known = ready.withLock({ $0[language] }) { return known }
        let profile = try shelf.profile(language)
        // Korean writes its negations together with the verb.
        let isWhole = profile.wording.negations.allSatisfy { !$0.isOfJoinedScript }
        let lexicon = WordingLexicon(
            multipliers: profile.wording.multipliers, negations: profile.wording.negations,
            negatingBeginnings: profile.wording.negatingBeginnings,
            negatingParts: profile.wording.negatingParts,
            numberWords: Self.numberWords(profile.wording, language),
            hasWholeWords: isWhole && profile.basics.spaces)
        ready.withLock { $0[language] = lexicon }
        return lexicon
    }

    /// What ICU spells, with what the locale data adds.
    private static func numberWords(
        _ wording: Wording, _ language: LanguageTag
    ) -> [String: Set<Double>] {
        var words: [String: Set<Double>] = [:]
        for vocabulary in [Vocabulary.spelledNumbers, .months, .shortMonths] {
            for entry in vocabulary.entries(language) {
                guard let value = Double(entry.key) else { continue }
                var word = Normalizer.fold(entry.word).replacing("\u{AD}", with: "")
                if word.last == "." { word.removeLast() }
                // "4月" has its number in digits.
                guard word.unicodeScalars.contains(where: CharacterTable.shared.isLetter),
                    !word.unicodeScalars.contains(where: CharacterTable.shared.isDigit)
                else { continue }
                words[word, default: []].insert(value)
            }
        }
        for (word, values) in wording.numbers { words[word, default: []].formUnion(values) }
        return words
    }
}

extension String {
    /// Han, kana or Hangul, whose negations are parts of words.
    fileprivate var isOfJoinedScript: Bool {
        unicodeScalars.contains {
            [.han, .hiragana, .katakana, .hangul].contains(CharacterTable.shared.script($0))
        }
    }
}
