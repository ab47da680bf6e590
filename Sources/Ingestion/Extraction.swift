public import TextCore

/// What was taken from a page or a pasted text: the article's blocks, what is no article, and what it says of itself.
public struct Extraction: Sendable {
    public struct Block: Hashable, Sendable {
        public let kind: BlockKind
        /// White space collapsed; never empty.
        public let text: String

        public init(_ kind: BlockKind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// Site text that is not the article: set aside, never dropped.
    public struct Furniture: Hashable, Sendable {
        /// As in `furniture.txt`: `navigation`, `share`, `comments` …; `headline` for one that is said again
        public let kind: String
        public let text: String
        /// Why it was set aside, in words.
        public let reason: String
        /// How many blocks of the article stand before it.
        public let position: Int
    }

    /// The article without its title, in order.
    public let blocks: [Block]
    public let furniture: [Furniture]
    public let metadata: PageMetadata
    public let language: LanguageGuess
    /// What a reader should know of the reading itself, such as that the encoding was guessed.
    public let notes: [String]

    /// The article as one text, its title first.
    public var document: Document {
        var bytes: [UInt8] = []
        var spans: [TextCore.Block] = []
        let title = metadata.title.map { [Block(.title, $0)] } ?? []
        for block in title + blocks {
            if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
            let start = bytes.count
            bytes += Text(block.text).bytes
            spans.append(TextCore.Block(block.kind, TextSpan(start, bytes.count)))
        }
        return Document(text: Text(utf8: bytes), language: language.tag, blocks: spans)
    }
}

/// What a page says of itself.
public struct PageMetadata: Hashable, Sendable {
    public struct Alternate: Hashable, Sendable {
        public let language: LanguageTag
        public let url: String
    }

    /// Without the site's name.
    public var title: String?
    /// ISO 8601, as precise as the page has it.
    public var date: String?
    public var author: String?
    public var outlet: String?
    /// Canonical.
    public var url: String?
    /// The same article in other languages.
    public var alternates: [Alternate] = []
    /// As declared, before any check.
    public var declaredLanguage: LanguageTag?

    public init() {}
}

/// The language of a text and how it is known.
public struct LanguageGuess: Hashable, Sendable {
    public enum Evidence: String, Sendable {
        /// The caller said so.
        case given
        /// The page says so.
        case declared
        /// A detector is sure.
        case detected
        /// The script and the commonest words speak for it; may be wrong.
        case guessed
        case unknown
    }

    public let tag: LanguageTag
    public let evidence: Evidence

    public init(_ tag: LanguageTag, _ evidence: Evidence) {
        self.tag = tag
        self.evidence = evidence
    }
}
