internal import TextCore

/// What a quotation looks like from inside.
struct QuotationShape: Sendable {
    let words: Int
    let startsCapitalised: Bool
    /// The last character is a comma or ends a sentence.
    let endsClosed: Bool
    /// Ends with a full stop, a question or an exclamation mark.
    let endsSentence: Bool
    /// Every longer word has a capital: the name of a work or a thing.
    let isTitle: Bool
    /// A name of the net: dots between letters and no blank.
    let isAddress: Bool

    /// - Parameter span: the words without the marks.
    init(_ text: Text, _ span: TextSpan, hasSpaces: Bool) {
        let table = CharacterTable.shared
        var words = 0
        var capitals = 0
        var longWords = 0
        var scalars = 0
        var length = 0
        var isCapital = false
        var hasCase = false
        var offset = span.start
        func finish() {
            guard length > 0 else { return }
            words += 1
            if length > 3 || isCapital { longWords += 1; if isCapital { capitals += 1 } }
            length = 0
        }
        // A title is short; beyond that only the number of words matters.
        let limit = min(span.end, span.start + 600)
        while offset < limit {
            let (scalar, next) = text.scalar(at: offset)
            if table.isLetter(scalar) || table.isDigit(scalar) {
                if length == 0 { isCapital = table.isUppercase(scalar) || table.isDigit(scalar) }
                if table.isUppercase(scalar) || table.isLowercase(scalar) { hasCase = true }
                length += 1
                scalars += 1
            } else if scalar != "'" && scalar != "’" && scalar != "-" {
                finish()
            }
            offset = next
        }
        finish()
        self.words = hasSpaces || hasCase ? words : max(words, scalars / 2)
        isTitle = hasCase && longWords > 0 && capitals == longWords && words < 9
        let written = text.bytes[span.range.prefix(200)]
        isAddress =
            !written.contains(0x20)
            && written.indices.dropLast().contains {
                written[$0] == 0x2E && WordTable.small(written[$0 + 1]) &- 0x61 < 26
            }
        var first = span.start
        while first < span.end, table.isPunctuation(text.scalar(at: first).0),
            text.scalar(at: first).0 != "…"
        {
            first = text.scalar(at: first).next
        }
        let initial = first < span.end ? text.scalar(at: first).0 : " "
        startsCapitalised = !table.isLowercase(initial)
        let last = span.isEmpty ? " " : text.scalar(before: span.end).0
        endsSentence = ".!?…。！？؟—".unicodeScalars.contains(last)
        endsClosed = endsSentence || ",，،-–".unicodeScalars.contains(last)
    }
}
