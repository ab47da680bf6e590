internal import TextCore

/// Cuts a text into words with what a finder of names must know of each.
struct WordScan {
    let text: Text
    /// Where sentences start, ascending.
    let starts: [Int]
    var book = WordBook()

    func words(in span: TextSpan) -> [TextWord] {
        text.bytes.withUnsafeBufferPointer { bytes in
            book.lend { list in
                WordCutter(bytes: bytes, starts: starts).words(in: span, &list)
            }
        }
    }
}

/// The scan over the bytes; most of them are ASCII and need no table.
private struct WordCutter {
    let bytes: UnsafeBufferPointer<UInt8>
    let starts: [Int]
    private let table = CharacterTable.shared

    init(bytes: UnsafeBufferPointer<UInt8>, starts: [Int]) {
        self.bytes = bytes
        self.starts = starts
    }

    func words(in span: TextSpan, _ list: inout WordList) -> [TextWord] {
        var words: [TextWord] = []
        words.reserveCapacity(span.count / 6)
        var offset = span.start
        var gapStart = span.start
        var nextStart = starts.partitioningIndex { $0 >= span.start }
        while offset < span.end {
            let (isWord, next) = wordScalar(at: offset)
            guard isWord else {
                offset = next
                continue
            }
            let run = run(from: offset, limit: span.end)
            let word = run.hasApostrophe ? withoutAffixes(run) : run
            let gap = TextSpan(gapStart, word.start)
            while nextStart < starts.count, starts[nextStart] < gap.start { nextStart += 1 }
            let isStart = nextStart < starts.count && starts[nextStart] <= word.start
            words.append(make(word, gap, isFirst: words.isEmpty, isStart: isStart, &list))
            offset = run.end
            gapStart = word.end
        }
        return words
    }

    /// A word as it was cut.
    private struct Run {
        var start: Int
        var end: Int
        var hash = WordTable.emptyHash
        var isASCII = true
        var hasApostrophe = false
    }

    /// Whether a letter or a digit stands here, and where the next character does.
    @inline(__always)
    private func wordScalar(at offset: Int) -> (isWord: Bool, next: Int) {
        let byte = bytes[offset]
        if byte < 0x80 { return (Self.isWord(byte), offset + 1) }
        let (scalar, next) = UTF8Decoding.scalar(bytes, at: offset)
        return (table.isLetter(scalar) || table.isDigit(scalar), next)
    }

    /// An ASCII letter or digit.
    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        WordTable.small(byte) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{02BC}" || scalar == "\u{05F3}"
    }

    /// Letters, digits and the apostrophes between them.
    private func run(from start: Int, limit: Int) -> Run {
        var run = Run(start: start, end: start)
        while run.end < limit {
            let (isWord, next) = wordScalar(at: run.end)
            if !isWord {
                guard Self.isApostrophe(scalar(at: run.end)), next < limit,
                    wordScalar(at: next).isWord
                else { break }
                run.hasApostrophe = true
            }
            add(run.end..<next, to: &run)
        }
        return run
    }

    @inline(__always)
    private func add(_ range: Range<Int>, to run: inout Run) {
        for index in range {
            run.hash = WordTable.hash(run.hash, bytes[index])
            if bytes[index] >= 0x80 { run.isASCII = false }
        }
        run.end = range.upperBound
    }

    @inline(__always)
    private func scalar(at offset: Int) -> Unicode.Scalar {
        UTF8Decoding.scalar(bytes, at: offset).0
    }

    /// Cuts an elided word before a capital ("l’Italie") and an ending after an apostrophe ("Lavrov’s", "Ankara’da").
    private func withoutAffixes(_ run: Run) -> Run {
        var (start, end) = (run.start, run.end)
        let isLowerBefore = table.isLowercase(scalar(at: run.start))
        var offset = run.start
        while offset < run.end {
            let (scalar, next) = UTF8Decoding.scalar(bytes, at: offset)
            if Self.isApostrophe(scalar), next < run.end {
                let after = self.scalar(at: next)
                if table.isUppercase(after), isLowerBefore {
                    start = next
                } else if table.isLowercase(after), !isLowerBefore, offset - run.start > 2 {
                    end = offset
                    break
                }
            }
            offset = next
        }
        var cut = Run(start: start, end: start)
        add(start..<end, to: &cut)
        return cut
    }

    private func make(
        _ run: Run, _ gap: TextSpan, isFirst: Bool, isStart: Bool, _ list: inout WordList
    ) -> TextWord {
        let entry = list.entry(
            UnsafeBufferPointer(rebasing: bytes[run.start..<run.end]), run.hash,
            isASCII: run.isASCII)
        // One blank stands before most words.
        let isBlank = gap.count == 1 && bytes[gap.start] == 0x20
        return TextWord(
            span: TextSpan(run.start, run.end), shape: shape(run.start, run.end),
            gap: isFirst ? .other : isBlank ? .space : self.gap(gap),
            opens: isStart || !isBlank && opens(gap), folded: entry.folded, number: entry.number)
    }

    private func shape(_ start: Int, _ end: Int) -> TextWord.Shape {
        let byte = bytes[start]
        if byte &- 0x61 < 26 { return .lower }
        let (first, next) = UTF8Decoding.scalar(bytes, at: start)
        if table.isDigit(first) { return .number }
        guard table.isUppercase(first) else {
            return table.isLowercase(first) ? .lower : .caseless
        }
        if next == end {
            let hasDot = end < bytes.count && bytes[end] == UInt8(ascii: ".")
            return hasDot ? .initial : .capitals
        }
        var offset = next
        while offset < end {
            let (scalar, after) = UTF8Decoding.scalar(bytes, at: offset)
            if table.isLowercase(scalar) { return .capitalised }
            offset = after
        }
        return .capitals
    }

    private func gap(_ gap: TextSpan) -> TextWord.Gap {
        guard !gap.isEmpty else { return .nothing }
        let (first, next) = UTF8Decoding.scalar(bytes, at: gap.start)
        if next == gap.end {
            if table.isWhiteSpace(first) { return first == "\n" ? .other : .space }
            if first == "-" || first == "\u{2010}" || first == "\u{2011}" { return .hyphen }
            if WordScan.middleDots.contains(first) { return .middleDot }
            return first == "." ? .nothing : .other
        }
        let (second, end) = UTF8Decoding.scalar(bytes, at: next)
        // "J. Smith", "Dr. Koch"
        return first == "." && end == gap.end && second != "\n" && table.isWhiteSpace(second)
            ? .space : .other
    }

    /// A capital behind this tells nothing.
    private func opens(_ gap: TextSpan) -> Bool {
        var offset = gap.start
        while offset < gap.end {
            let (scalar, next) = UTF8Decoding.scalar(bytes, at: offset)
            switch table.category(scalar) {
            case .open, .initialQuote, .finalQuote: return true
            default:
                if scalar == "\"" || scalar == ":" || scalar == "\u{2014}" || scalar == "\n" {
                    return true
                }
            }
            offset = next
        }
        return false
    }
}

extension WordScan {
    static let middleDots: Set<Unicode.Scalar> = ["\u{B7}", "\u{30FB}", "\u{2022}", "\u{2027}"]
}
