internal import TextCore

/// The words of a passage that could be names, and what of it those of another side could be.
struct NameWords {
    struct Word: Hashable {
        let span: TextSpan
        let text: String
        /// Folded.
        let letters: String
        let script: Script?
        /// No word of a language is written so: "RubyGems", "x86"; or a person is meant.
        let isCertain: Bool
    }

    let passage: Passage
    let words: [Word]
    /// The code of the script that the language is likely in.
    let script: String
    /// All words, folded, by script.
    private let letters: [Script?: Set<String>]
    /// Those that are not in lower case, as they stand.
    private let candidates: [Script?: Set<String>]

    private static let shortest = 3
    /// In letters: case endings, and particles that are written together.
    private static let longestEnding = 3

    init(_ passage: Passage) {
        self.passage = passage
        script = passage.language.likelyScript
        let people = passage.names.filter { $0.kind == .person }
        var words: [Word] = []
        var letters: [Script?: Set<String>] = [:]
        var candidates: [Script?: Set<String>] = [:]
        for token in NameToken.tokens(passage) {
            let text = passage.text[token.span]
            let folded = Normalizer.fold(text)
            letters[token.script, default: []].insert(folded)
            guard token.isCapitalised else { continue }
            candidates[token.script, default: []].insert(text)
            let isPerson = people.contains { $0.span.contains(token.span) }
            guard token.length >= Self.shortest, !token.isFirst || token.isMixed || isPerson,
                passage.lexicon.numberWords[folded] == nil
            else { continue }
            words.append(
                Word(
                    span: token.span, text: text, letters: folded, script: token.script,
                    isCertain: (token.isMixed && token.length > Self.shortest) || isPerson))
        }
        self.words = words
        self.letters = letters
        self.candidates = candidates
    }

    /// Words of this script stand here, so that one that is missing can be told by its letters.
    func writes(_ script: Script?) -> Bool {
        self.script == script?.code || letters[script] != nil
    }

    /// The name stands here: in the same letters, with an ending, or, in another script, by its sounds.
    func has(_ word: Word, from language: LanguageTag, by sounds: (any NameComparing)?) -> Bool {
        if let here = letters[word.script],
            here.contains(word.letters) || here.contains(where: { isInflected($0, of: word) })
        {
            return true
        }
        guard let sounds else { return false }
        return candidates.contains { script, texts in
            script != word.script
                && texts.contains { text in
                    forms(text, script).contains {
                        sounds.areOne(word.text, language, $0, passage.language)
                    }
                }
        }
    }

    private func isInflected(_ letters: String, of word: Word) -> Bool {
        letters.hasPrefix(word.letters)
            && letters.unicodeScalars.count - word.letters.unicodeScalars.count
                <= Self.longestEnding
    }

    /// Korean writes particles on to a name.
    private func forms(_ text: String, _ script: Script?) -> [String] {
        guard script == .hangul else { return [text] }
        return (0..<3).compactMap { $0 < text.count - 1 ? String(text.dropLast($0)) : nil }
    }
}

/// A run of letters and digits of one script.
private struct NameToken {
    var span: TextSpan
    var script: Script?
    var length = 0
    /// Begins with a capital, or with a letter of a script that has none.
    var isCapitalised = false
    /// A digit inside, or a capital after a small letter.
    var isMixed = false
    /// The first of its sentence, where every word has a capital.
    var isFirst = false
    private var hasSmall = false

    private init(_ offset: Int, isFirst: Bool) {
        span = TextSpan(offset, offset)
        self.isFirst = isFirst
    }

    static func tokens(_ passage: Passage) -> [NameToken] {
        let table = CharacterTable.shared
        var tokens: [NameToken] = []
        var starts = passage.sentences.map(\.start)[...]
        var isFirst = true
        var isInside = false
        var offset = passage.span.start
        while offset < passage.span.end {
            let (scalar, next) = passage.text.scalar(at: offset)
            if let start = starts.first, start <= offset {
                starts.removeFirst()
                isFirst = true
            }
            let isLetter = table.isLetter(scalar)
            if isLetter || table.isDigit(scalar) {
                let script = isLetter ? table.script(scalar) : nil
                let goesOn =
                    isInside
                    && (script == nil || tokens[tokens.count - 1].script == nil
                        || script == tokens[tokens.count - 1].script)
                if !goesOn {
                    tokens.append(NameToken(offset, isFirst: isFirst))
                    isFirst = false
                }
                tokens[tokens.count - 1].add(scalar, to: next, script, table)
                isInside = true
            } else {
                isInside = false
            }
            offset = next
        }
        return tokens
    }

    private mutating func add(
        _ scalar: Unicode.Scalar, to end: Int, _ script: Script?, _ table: CharacterTable
    ) {
        let isLetter = script != nil
        if length == 0 {
            isCapitalised = isLetter && !table.isLowercase(scalar)
        } else if !isLetter || (hasSmall && table.isUppercase(scalar)) {
            isMixed = true
        }
        if isLetter, table.isLowercase(scalar) { hasSmall = true }
        self.script = self.script ?? script
        span.end = end
        length += 1
    }
}
