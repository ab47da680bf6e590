internal import TextCore

/// Cuts a sentence into the tokens that alignment compares.
///
/// A word becomes the first five letters of its folded form, a crude stem that needs no knowledge of the language. Han
/// and kana stand character by character, scripts without blanks between words by ICU's dictionary words, numbers in
/// plain digits, punctuation in its common form: "«", "„" and "「" are one token.
struct AlignmentTokenizer: Sendable {
    struct Piece {
        enum Kind {
            case word, whole, number, mark
        }

        /// As written; a number already in plain digits.
        let surface: String
        let kind: Kind
    }

    static let stemLength = 5

    private let words: BreakerPrototype?
    private let table = CharacterTable.shared

    init(_ language: LanguageTag) {
        let script = language.likelyScript
        words =
            Self.solidScripts.contains(script) || script.isEmpty
            ? BreakerPrototype(.words, language) : nil
    }

    func scan(_ text: Text, _ body: (Piece) -> Void) {
        var offset = 0
        while offset < text.count {
            let (scalar, next) = text.scalar(at: offset)
            offset = piece(scalar, text, TextSpan(offset, next), body)
        }
    }

    /// The tokens of a phrase.
    func tokens(_ phrase: String) -> [String] {
        var tokens: [String] = []
        scan(Text(phrase)) { tokens.append(token($0)) }
        return tokens
    }

    /// The token that stands for every form which aligns alike.
    func token(_ piece: Piece) -> String {
        switch piece.kind {
        case .number: piece.surface
        case .whole: Normalizer.normalize(piece.surface, .nfkcFolded)
        case .mark: MarkFolding.fold(piece.surface)
        case .word: stem(Normalizer.normalize(piece.surface, .nfkcFolded))
        }
    }

    /// Hands out what starts at a scalar and returns where the next piece may start.
    private func piece(
        _ scalar: Unicode.Scalar, _ text: Text, _ span: TextSpan, _ body: (Piece) -> Void
    ) -> Int {
        if table.isLetter(scalar) {
            let script = table.script(scalar)
            if Self.isWrittenByCharacter(script) {
                body(Piece(surface: text[span], kind: .whole))
                return span.end
            }
            let end = endOfWord(text, span.end, script)
            let word = TextSpan(span.start, end)
            if Self.isWrittenSolid(script), let words = words?.clone() {
                dictionaryWords(text, word, words, body)
            } else {
                body(Piece(surface: text[word], kind: .word))
            }
            return end
        }
        if table.isDigit(scalar) { return NumberToken.scan(text, from: span.start, body) }
        if isVisibleMark(scalar) { body(Piece(surface: text[span], kind: .mark)) }
        return span.end
    }

    private func dictionaryWords(
        _ text: Text, _ span: TextSpan, _ words: Breaker, _ body: (Piece) -> Void
    ) {
        words.forEachSpan(in: text.bytes, from: span.start, to: span.end) { word, _ in
            body(Piece(surface: text[word], kind: .whole))
        }
    }

    private func endOfWord(_ text: Text, _ start: Int, _ script: Script) -> Int {
        let solid = Self.isWrittenSolid(script)
        var offset = start
        while offset < text.count {
            let (scalar, next) = text.scalar(at: offset)
            guard table.isLetter(scalar) || table.isDigit(scalar) else { break }
            let here = table.script(scalar)
            if Self.isWrittenByCharacter(here) || Self.isWrittenSolid(here) != solid,
                !here.isCommon
            {
                break
            }
            offset = next
        }
        return offset
    }

    /// The first letters with the marks that sit on them.
    private func stem(_ word: String) -> String {
        var letters = 0
        var stem = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            let category = table.category(scalar)
            let isMark = category == .nonSpacingMark || category == .spacingMark
            if !isMark { letters += 1 }
            if letters > Self.stemLength { break }
            stem.append(scalar)
        }
        return String(stem)
    }

    private func isVisibleMark(_ scalar: Unicode.Scalar) -> Bool {
        switch table.category(scalar) {
        case .space, .lineSeparator, .paragraphSeparator, .control, .format, .privateUse,
            .surrogate, .unassigned, .nonSpacingMark, .enclosingMark, .spacingMark:
            false
        default: !table.isWhiteSpace(scalar)
        }
    }

    private static func isWrittenByCharacter(_ script: Script) -> Bool {
        script == .han || script == .hiragana || script == .katakana
    }

    /// Scripts whose words ICU finds in a dictionary.
    private static let solidScripts: Set<String> = ["Thai", "Laoo", "Khmr", "Mymr"]

    private static func isWrittenSolid(_ script: Script) -> Bool {
        script == .thai || script == .lao || script == .khmer || script == .myanmar
    }
}
