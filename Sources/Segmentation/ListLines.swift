internal import TextCore

/// Tells a list of short lines in lower case from a sentence that was wrapped.
///
/// Both go on with a small letter; but no line of a list ends in a mark, all are short, and there are three at least.
struct ListLines {
    let reader: ByteReader
    /// Lines of this many bytes may be wrapped text.
    private static let longest = 60

    /// - Parameter start: where a block begins: after a blank line, or at the start of the text.
    /// - Returns: whether the block is such a list, and where it ends.
    func block(at start: Int) -> (isList: Bool, end: Int) {
        var isList = true
        var lines = 0
        var offset = start
        while offset < reader.count {
            var end = offset
            while end < reader.count, reader.bytes[end] != 0x0A { end += 1 }
            let line = reader.trimmed(offset, end)
            if line.isEmpty { break }
            lines += 1
            isList = isList && isItem(line)
            offset = min(end + 1, reader.count)
        }
        return (isList && lines >= 3, max(offset, start + 1))
    }

    private func isItem(_ line: TextSpan) -> Bool {
        guard line.count <= Self.longest, let first = reader.item(at: line.start),
            let last = reader.item(before: line.end)
        else { return false }
        return first.has(.lowercase) && last.has([.word, .closer])
    }
}
