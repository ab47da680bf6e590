internal import TextCore

/// Cuts a text into what a search looks for, the same way when it is stored and when it is asked for.
///
/// ICU finds the words. A word of Han or kana gives a token a character, since dictionaries cut the same words
/// differently from one context to the next, and a phrase of characters finds any of them. Words of other scripts are
/// case-folded; where readers take a letter with and without its mark for one (café, ё, harakat), marks go.
struct WordFolding {
    struct Token {
        let bytes: [UInt8]
        let span: TextSpan
    }

    private static let looseScripts: [Script] = [.latin, .greek, .cyrillic, .arabic, .hebrew]
    private let breaker: Breaker

    /// - Returns: `nil` when ICU has no data.
    init?() {
        guard let breaker = Breaker(.words, .undetermined) else { return nil }
        self.breaker = breaker
    }

    func tokens(_ bytes: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        breaker.forEachSpan(in: bytes) { span, status in
            switch status {
            case .none: break
            case .ideographs, .kana: tokens += Self.characters(bytes, span)
            case .letters, .number:
                let folded = Self.fold(bytes[span.range])
                if !folded.isEmpty { tokens.append(Token(bytes: folded, span: span)) }
            }
        }
        return tokens
    }

    private static func characters(_ bytes: [UInt8], _ span: TextSpan) -> [Token] {
        var tokens: [Token] = []
        var start = span.start
        while start < span.end {
            var end = start + 1
            while end < span.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
            let folded = fold(bytes[start..<end])
            if !folded.isEmpty { tokens.append(Token(bytes: folded, span: TextSpan(start, end))) }
            start = end
        }
        return tokens
    }

    static func fold(_ word: ArraySlice<UInt8>) -> [UInt8] {
        if word.allSatisfy({ $0 < 0x80 }) {
            return word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        }
        let folded = Normalizer.normalize(String(decoding: word, as: UTF8.self), .nfkcFolded)
        return Array(withoutMarks(folded).utf8)
    }

    private static func withoutMarks(_ word: String) -> String {
        let table = CharacterTable.shared
        var plain = String.UnicodeScalarView()
        var isLoose = false
        for scalar in Normalizer.normalize(word, .nfd).unicodeScalars {
            if table.category(scalar) == .nonSpacingMark {
                if !isLoose { plain.append(scalar) }
            } else {
                isLoose = looseScripts.contains(table.script(scalar))
                plain.append(scalar)
            }
        }
        return Normalizer.normalize(String(plain), .nfc)
    }
}
