internal import LocaleData
internal import TextCore

/// Sorts the lines of a plain text into paragraphs and headings, and leaves site furniture out.
struct LineSorter: Sendable {
    private let furniture: [RegularExpression]

    init(_ profile: LocaleProfile) {
        furniture = profile.furniture.compactMap { try? RegularExpression($0.pattern) }
    }

    func blocks(_ text: Text) -> [Block] {
        text.lines().map(text.trimmed).filter { !$0.isEmpty && !isFurniture(text, $0) }.map {
            Block(isHeading(text, $0) ? .subhead : .paragraph, $0)
        }
    }

    /// Furniture is short; a long line is not even tried.
    private func isFurniture(_ text: Text, _ line: TextSpan) -> Bool {
        line.count < 200 && furniture.contains { $0.wholeMatch(in: text, line) != nil }
    }

    /// A short line that no mark ends, such as a headline between paragraphs.
    private func isHeading(_ text: Text, _ line: TextSpan) -> Bool {
        guard line.count < 120 else { return false }
        let last = text.scalar(before: line.end).0
        return CharacterTable.shared.isLetter(last) || CharacterTable.shared.isDigit(last)
    }
}
