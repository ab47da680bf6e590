internal import TextCore

/// Where quotations stand in a text, for callers who want each kept whole.
///
/// It is asked for growing offsets and reads the text once. A mark that nothing closes within its paragraph opens
/// nothing. Single marks are left alone: most of them are apostrophes.
struct QuotationSpans {
    private enum Closer: Int, CaseIterable {
        case straight, double, guillemet, reversed, corner, whiteCorner

        func closes(_ scalar: Unicode.Scalar) -> Bool {
            switch (self, scalar) {
            case (.straight, "\""), (.guillemet, "»"), (.reversed, "«"), (.corner, "」"),
                (.whiteCorner, "』"):
                true
            case (.double, "”"), (.double, "“"), (.double, "\""): true
            default: false
            }
        }
    }

    private let reader: ByteReader
    private var offset = 0
    /// The quotation read last: after its opening mark, and after its closing one.
    private var open = 0
    private var close = 0
    /// Up to where no such mark closes anything, so that many open marks are not searched for again and again.
    private var unclosed = [Int](repeating: 0, count: Closer.allCases.count)

    init(_ reader: ByteReader) { self.reader = reader }

    /// - Parameter end: where a sentence would end; not smaller than the one asked for before.
    mutating func hold(_ end: Int) -> Bool {
        while offset < end, let item = reader.item(at: offset) {
            offset = item.end
            guard let closer = opener(item), let found = closing(closer, from: item.end) else {
                continue
            }
            (open, close) = (item.end, found)
            offset = found
        }
        return open < end && end < close
    }

    private func opener(_ item: ByteReader.Item) -> Closer? {
        guard item.has([.opener, .ambiguous]) else { return nil }
        switch item.scalar {
        case "“", "„": return .double
        case "«": return .guillemet
        case "「": return .corner
        case "『": return .whiteCorner
        case "»": return isAtWord(item) ? .reversed : nil
        case "\"": return isAtWord(item) ? .straight : nil
        default: return nil
        }
    }

    /// A space or nothing before it, a word behind it.
    private func isAtWord(_ item: ByteReader.Item) -> Bool {
        let before = reader.item(before: item.start)
        let after = reader.item(at: item.end)
        return before.map { $0.has([.space, .opener, .dash, .pause]) } ?? true
            && after.map { !$0.has(.space) } ?? false
    }

    /// The end of the mark that closes, before the next blank line.
    private mutating func closing(_ closer: Closer, from start: Int) -> Int? {
        if start < unclosed[closer.rawValue] { return nil }
        var offset = start
        while let item = reader.item(at: offset) {
            if closer.closes(item.scalar) { return item.end }
            offset = item.end
            if item.scalar == "\n", reader.byte(offset) == 0x0A { break }
        }
        unclosed[closer.rawValue] = offset
        return nil
    }
}
