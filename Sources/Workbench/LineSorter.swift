internal import LocaleData
internal import TextCore

/// Sorts the lines of a plain text into paragraphs and headings, and leaves site furniture out.
struct LineSorter: Sendable {
    private let furniture: [DeferredExpression]
    private let sieve: PatternSieve

    init(_ profile: LocaleProfile) {
        furniture = profile.furniture.map { DeferredExpression($0.pattern) }
        sieve = PatternSieve(
            profile.furniture.map { PatternLiterals($0.pattern) }, wholly: true, profile.tag)
    }

    func blocks(_ text: Text) -> [Block] {
        let lines = text.lines().map(text.trimmed).filter { !$0.isEmpty }
        let furniture = furniture(lines, text)
        return lines.filter { !furniture.contains($0) }.map {
            Block(isHeading(text, $0) ? .subhead : .paragraph, $0)
        }
    }

    /// Furniture is short; a long line is not even tried.
    private func furniture(_ lines: [TextSpan], _ text: Text) -> Set<TextSpan> {
        var found: Set<TextSpan> = []
        text.bytes.withUnsafeBufferPointer { bytes in
            sieve.forEachCandidate(bytes, lines.filter { $0.count < 200 }) { line, patterns in
                let isFurniture = patterns.contains {
                    furniture[$0].expression?.wholeMatch(in: text, line) != nil
                }
                if isFurniture { found.insert(line) }
            }
        }
        return found
    }

    /// A short line that no mark ends, such as a headline between paragraphs.
    private func isHeading(_ text: Text, _ line: TextSpan) -> Bool {
        guard line.count < 120 else { return false }
        let last = text.scalar(before: line.end).0
        return CharacterTable.shared.isLetter(last) || CharacterTable.shared.isDigit(last)
    }
}
