internal import TextCore

/// Cuts a text into words with what a finder of names must know of each.
struct WordScan {
    let text: Text
    /// Where sentences start, ascending.
    let starts: [Int]

    func words(in span: TextSpan) -> [TextWord] {
        var words: [TextWord] = []
        var offset = span.start
        var gapStart = span.start
        while offset < span.end {
            let (scalar, next) = text.scalar(at: offset)
            guard Self.isWordScalar(scalar) else {
                offset = next
                continue
            }
            let end = wordEnd(from: offset, limit: span.end)
            let word = withoutAffixes(TextSpan(offset, end))
            let gap = TextSpan(gapStart, word.start)
            words.append(
                make(word, gap: self.gap(gap, isFirst: words.isEmpty), opens: opens(word, gap)))
            offset = end
            gapStart = word.end
        }
        return words
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        CharacterTable.shared.isLetter(scalar) || CharacterTable.shared.isDigit(scalar)
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{02BC}" || scalar == "\u{05F3}"
    }

    /// Letters, digits and the apostrophes between them.
    private func wordEnd(from start: Int, limit: Int) -> Int {
        var offset = start
        while offset < limit {
            let (scalar, next) = text.scalar(at: offset)
            if !Self.isWordScalar(scalar) {
                guard Self.isApostrophe(scalar), next < limit,
                    Self.isWordScalar(text.scalar(at: next).0)
                else { break }
            }
            offset = next
        }
        return offset
    }

    /// Cuts an elided word before a capital ("l’Italie") and an ending after an apostrophe ("Lavrov’s", "Ankara’da").
    private func withoutAffixes(_ word: TextSpan) -> TextSpan {
        let table = CharacterTable.shared
        var result = word
        var offset = word.start
        while offset < word.end {
            let (scalar, next) = text.scalar(at: offset)
            if Self.isApostrophe(scalar), next < word.end {
                let after = text.scalar(at: next).0
                let isLowerBefore = table.isLowercase(text.scalar(at: word.start).0)
                if table.isUppercase(after), isLowerBefore {
                    result.start = next
                } else if table.isLowercase(after), !isLowerBefore, offset - word.start > 2 {
                    result.end = offset
                    return result
                }
            }
            offset = next
        }
        return result
    }

    private func make(_ span: TextSpan, gap: TextWord.Gap, opens: Bool) -> TextWord {
        TextWord(
            span: span, shape: shape(span), gap: gap, opens: opens,
            folded: folded(span))
    }

    /// Case folding; most words of Latin scripts are plain ASCII and need no library for it.
    private func folded(_ span: TextSpan) -> String {
        let bytes = text.bytes[span.range]
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return Normalizer.fold(text[span]) }
        return String(unsafeUninitializedCapacity: bytes.count) { buffer in
            for (offset, byte) in bytes.enumerated() {
                let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
                buffer[offset] = isUpper ? byte | 0x20 : byte
            }
            return bytes.count
        }
    }

    private func shape(_ span: TextSpan) -> TextWord.Shape {
        let table = CharacterTable.shared
        let (first, next) = text.scalar(at: span.start)
        if table.isDigit(first) { return .number }
        guard table.isUppercase(first) else {
            return table.isLowercase(first) ? .lower : .caseless
        }
        if next == span.end {
            let hasDot = span.end < text.count && text.bytes[span.end] == UInt8(ascii: ".")
            return hasDot ? .initial : .capitals
        }
        var offset = next
        while offset < span.end {
            let (scalar, after) = text.scalar(at: offset)
            if table.isLowercase(scalar) { return .capitalised }
            offset = after
        }
        return .capitals
    }

    private func gap(_ span: TextSpan, isFirst: Bool) -> TextWord.Gap {
        if isFirst { return .other }
        let between = text[span].unicodeScalars
        switch between.count {
        case 0: return .nothing
        case 1:
            guard let only = between.first else { return .nothing }
            if CharacterTable.shared.isWhiteSpace(only) { return only == "\n" ? .other : .space }
            if only == "-" || only == "\u{2010}" || only == "\u{2011}" { return .hyphen }
            if Self.middleDots.contains(only) { return .middleDot }
            return only == "." ? .nothing : .other
        case 2:
            // "J. Smith", "Dr. Koch"
            return between.first == "." && between.last != "\n"
                && between.last.map(CharacterTable.shared.isWhiteSpace) == true ? .space : .other
        default: return .other
        }
    }

    static let middleDots: Set<Unicode.Scalar> = ["\u{B7}", "\u{30FB}", "\u{2022}", "\u{2027}"]

    private func opens(_ word: TextSpan, _ gap: TextSpan) -> Bool {
        let next = starts.partitioningIndex { $0 >= gap.start }
        if next < starts.count, starts[next] <= word.start { return true }
        return text[gap].unicodeScalars.contains { scalar in
            switch CharacterTable.shared.category(scalar) {
            case .open, .initialQuote, .finalQuote: true
            default: scalar == "\"" || scalar == ":" || scalar == "\u{2014}" || scalar == "\n"
            }
        }
    }
}
