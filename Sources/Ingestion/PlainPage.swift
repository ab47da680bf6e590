internal import TextCore

/// A pasted text as blocks: its title found, wrapped lines joined, subheads told from scraps.
struct PlainPage {
    let blocks: [PageBlock]
    let title: String?
    private let outside: Set<Int>

    init(_ text: Text) {
        let lines = Self.paragraphs(text)
        let title = Self.title(of: lines)
        self.title = title
        let article = Self.article(lines)
        var blocks: [PageBlock] = []
        var outside: Set<Int> = []
        for (index, line) in lines.enumerated() {
            let isHead =
                Self.isShort(line) && index > 0 && index + 1 < lines.count
                && article.contains(index)
            let level = line.text == title ? 1 : isHead && Self.isFollowed(index, lines) ? 2 : 0
            if !article.contains(index) { outside.insert(index) }
            blocks.append(
                PageBlock(
                    text: line.text, kind: Self.kind(line.text, level), node: index,
                    count: line.text.utf8.count, linkCount: 0, words: line.shape.words,
                    isSentence: line.shape.endsSentence, headingLevel: level))
        }
        self.blocks = blocks
        self.outside = outside
    }

    /// What the place alone sets aside.
    func aside(_ block: PageBlock) -> (kind: String, reason: String)? {
        if block.headingLevel == 1 { return nil }
        return outside.contains(block.node) && !block.isSentence
            ? ("navigation", "outside the running text") : nil
    }

    struct Line {
        let text: String
        let shape: BlockShape

        init(_ text: String) {
            self.text = text
            shape = BlockShape(text)
        }
    }

    private static func isShort(_ line: Line) -> Bool {
        !line.shape.endsSentence && line.shape.words <= 14
    }

    /// A subhead stands before running text.
    private static func isFollowed(_ index: Int, _ lines: [Line]) -> Bool {
        lines[index + 1].shape.endsSentence && lines[index + 1].shape.words >= 8
    }

    private static func kind(_ text: String, _ level: Int) -> BlockKind {
        if level > 0 { return .subhead }
        return ["- ", "* ", "• "].contains { text.hasPrefix($0) } ? .listItem : .paragraph
    }

    /// Blank lines part paragraphs; without any, each line is one.
    private static func paragraphs(_ text: Text) -> [Line] {
        var groups: [[String]] = [[]]
        for line in text.string.split(separator: "\n", omittingEmptySubsequences: false) {
            let tidy = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if tidy.isEmpty { groups.append([]) } else { groups[groups.count - 1].append(tidy) }
        }
        return groups.flatMap { isWrapped($0) ? [$0.joined(separator: " ")] : $0 }.map(Line.init)
    }

    /// Mail and old pages break their lines at one width: all lines but the last are nearly as long as the longest,
    /// which is no longer than such a width, and some break within a sentence.
    private static func isWrapped(_ lines: [String]) -> Bool {
        guard lines.count > 1, let longest = lines.map(\.count).max(), (40...100).contains(longest)
        else { return false }
        let full = lines.dropLast().filter { $0.count * 10 >= longest * 7 }.count
        let broken = lines.dropLast().filter { !BlockShape($0).endsSentence }.count
        return full * 10 >= (lines.count - 1) * 8 && broken > 0
    }

    /// A line that comes twice near the start, once perhaps as the end of a breadcrumb; else a short first line.
    private static func title(of lines: [Line]) -> String? {
        let head = lines.prefix(40)
        for (index, line) in head.enumerated()
        where line.shape.words >= 3 && !line.text.contains(">") {
            let isRepeated = head.enumerated().contains { other, earlier in
                other != index
                    && (earlier.text == line.text || earlier.text.hasSuffix("> " + line.text))
            }
            if isRepeated { return line.text }
        }
        guard let first = lines.first, lines.count > 1, isShort(first), first.shape.words >= 2,
            lines[1].shape.endsSentence
        else { return nil }
        return first.text
    }

    /// From the first to the last running text; a text that has none is an article as it is.
    private static func article(_ lines: [Line]) -> ClosedRange<Int> {
        let running = lines.indices.filter {
            lines[$0].shape.endsSentence && lines[$0].shape.words >= 8
        }
        guard let first = running.first, let last = running.last else {
            return 0...max(0, lines.count - 1)
        }
        return first...last
    }
}
