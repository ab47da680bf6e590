public import TextCore

/// A block of an article by itself, before it has a place in a file.
public struct DraftBlock: Hashable, Sendable {
    public let kind: BlockKind
    public let text: String

    public init(_ kind: BlockKind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// The plain files that hold an article's text, and how blocks stand in them.
///
/// A block is a run of lines; a blank line ends it, and so does a line that starts with a marker: `# ` title, `## `
/// subhead, `- ` list item, `> ` quotation, `: ` caption, `| ` table row. Everything else is a paragraph. A line that
/// only looks like one of these has a `\` before it. The document's text is the file itself, so a position in it is a
/// position in the file.
public enum ArticleMarkup {
    private static let markers: [(kind: BlockKind, marker: [UInt8])] = [
        (.title, Array("# ".utf8)), (.subhead, Array("## ".utf8)),
        (.listItem, Array("- ".utf8)), (.quotation, Array("> ".utf8)),
        (.caption, Array(": ".utf8)), (.tableRow, Array("| ".utf8)),
    ]
    private static let backslash = UInt8(ascii: "\\")

    /// Finds the blocks of a file. Every text has a reading; none is refused.
    public static func document(_ text: Text, language: LanguageTag) -> Document {
        var blocks: [Block] = []
        var open: (kind: BlockKind, start: Int, end: Int)?
        func close() {
            if let block = open {
                blocks.append(Block(block.kind, TextSpan(block.start, block.end)))
            }
            open = nil
        }
        var lineEnd = -1
        for line in text.lines() {
            // `lines` leaves empty lines out: a gap of more than one byte was one.
            if line.start > lineEnd + 1 { close() }
            lineEnd = line.end
            let span = text.trimmed(line)
            if span.isEmpty {
                close()
                continue
            }
            let (kind, start) = reading(text, span)
            if let kind {
                close()
                open = (kind, start, span.end)
                // A heading is one line.
                if kind == .title || kind == .subhead { close() }
            } else if let block = open {
                open = (block.kind, block.start, span.end)
            } else {
                open = (.paragraph, start, span.end)
            }
        }
        close()
        return Document(text: text, language: language, blocks: blocks)
    }

    /// The kind that a line's marker gives, or `nil`, and where its own text starts. An escaped line is a paragraph.
    private static func reading(_ text: Text, _ line: TextSpan) -> (BlockKind?, Int) {
        let own = text.bytes[line.range]
        if let (kind, marker) = markers.first(where: { own.starts(with: $0.marker) }) {
            return (kind, text.trimmed(TextSpan(line.start + marker.count, line.end)).start)
        }
        return looksEscaped(own) ? (.paragraph, line.start + 1) : (nil, line.start)
    }

    private static func looksEscaped(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == backslash else { return false }
        let rest = line.drop { $0 == backslash }
        return markers.contains { rest.starts(with: $0.marker) }
    }

    /// The file for a list of blocks: the text that ``document(_:language:)`` reads as the same blocks.
    ///
    /// White space at the ends of lines and empty blocks are left out. A line end inside a block stays where that can
    /// be read back, and is a space otherwise.
    public static func compose(_ blocks: [DraftBlock]) -> Text {
        var file = ""
        for block in blocks {
            let text = blockText(block)
            if !text.isEmpty { file += (file.isEmpty ? "" : "\n\n") + text }
        }
        return Text(file.isEmpty ? "" : file + "\n")
    }

    private static func blockText(_ block: DraftBlock) -> String {
        let text = Text(block.text.split(whereSeparator: \.isNewline).joined(separator: "\n"))
        let lines = text.lines().map { text[text.trimmed($0)] }.filter { !$0.isEmpty }
        guard let first = lines.first else { return "" }
        let isHeading = block.kind.isHeading
        let marker = markers.first { $0.kind == block.kind }?.marker
        let start =
            marker.map { String(decoding: $0, as: UTF8.self) } ?? (needsEscape(first) ? "\\" : "")
        return lines.dropFirst().reduce(start + first) { text, line in
            text + (isHeading || needsEscape(line) ? " " : "\n") + line
        }
    }

    private static func needsEscape(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        return looksEscaped(bytes[...]) || markers.contains { bytes.starts(with: $0.marker) }
    }
}

extension Document {
    /// The blocks with their texts.
    public var drafts: [DraftBlock] { blocks.map { DraftBlock($0.kind, text[$0.span]) } }
}
