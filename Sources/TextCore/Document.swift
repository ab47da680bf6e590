/// What part of an article a block is.
public enum BlockKind: String, Codable, CaseIterable, Sendable {
    case title, subhead, paragraph, listItem = "list-item", quotation, caption, tableRow =
        "table-row"
}

/// One block of an article: a stretch of its text with its kind.
public struct Block: Hashable, Sendable {
    public let kind: BlockKind
    /// Without the line ends around it.
    public let span: TextSpan

    public init(_ kind: BlockKind, _ span: TextSpan) {
        self.kind = kind
        self.span = span
    }
}

/// A text with its language and its blocks: what every analyser works on.
public struct Document: Sendable {
    public let text: Text
    public let language: LanguageTag
    /// In text order, none overlapping.
    public let blocks: [Block]

    public init(text: Text, language: LanguageTag, blocks: [Block]) {
        self.text = text
        self.language = language
        self.blocks = blocks
    }

    /// Takes each line as a paragraph; for a text of which nothing else is known.
    public init(plain text: Text, language: LanguageTag) {
        self.init(
            text: text, language: language,
            blocks: text.lines().map { Block(.paragraph, text.trimmed($0)) }.filter {
                !$0.span.isEmpty
            })
    }
}

extension Document {
    /// The sentences of a document: a heading is one, every other block is split by itself.
    ///
    /// - Parameter split: finds the sentences of a block's text.
    /// - Returns: spans of the document's text, in order, each inside a block.
    public func sentences<Failure: Error>(
        by split: (Text) throws(Failure) -> [TextSpan]
    ) throws(Failure) -> [TextSpan] {
        var sentences: [TextSpan] = []
        for block in blocks {
            if block.kind.isHeading {
                sentences.append(block.span)
            } else {
                sentences += try split(text.excerpt(block.span)).map {
                    $0.shifted(by: block.span.start)
                }
            }
        }
        return sentences
    }
}

extension BlockKind {
    /// What heads other blocks is one sentence, whatever marks stand in it.
    public var isHeading: Bool { self == .title || self == .subhead }
}

extension Text {
    /// A block as a text of its own; an offset in it is one in this text less the block's start.
    public func excerpt(_ span: TextSpan) -> Text {
        Text(utf8: bytes[span.range], keepsMark: true)
    }
}
