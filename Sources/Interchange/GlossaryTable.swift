internal import TextCore

/// A glossary as people keep it: source, a tab, target; further columns are their own notes.
///
/// Empty lines, and lines that begin with `#`, are no entries.
public enum GlossaryTable {
    /// - Parameter file: the name that errors carry.
    public static func read(_ bytes: [UInt8], file: String) throws(InterchangeError) -> [TermPair] {
        var pairs: [TermPair] = []
        // `Text` drops a byte-order mark and normalises.
        let text = Text(utf8: bytes).string
        for (index, bytes) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        {
            let line = Substring(bytes.last == 0x0D ? bytes.dropLast() : bytes)
            if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map(trimmed)
            guard columns.count >= 2, !columns[0].isEmpty, !columns[1].isEmpty else {
                throw .malformed(
                    file: file, line: index + 1, column: 1,
                    reason: "not a term, a tab and its translation")
            }
            pairs.append(TermPair(columns[0], columns[1]))
        }
        return pairs
    }

    private static func trimmed(_ column: Substring) -> String {
        var column = column
        while column.first?.isWhitespace == true { column.removeFirst() }
        while column.last?.isWhitespace == true { column.removeLast() }
        return String(column)
    }
}
