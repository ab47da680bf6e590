internal import Ingestion
public import TextCore

/// What was taken from a page, for whoever shows or sends it on.
public struct ExtractedPage: Sendable {
    public struct Block: Sendable {
        public let kind: BlockKind
        public let text: String
    }

    public struct Furniture: Sendable {
        public let kind: String
        public let text: String
        public let reason: String
    }

    public let language: LanguageTag
    /// How the language is known: given, declared, detected, guessed, unknown.
    public let languageEvidence: String
    public let title: String?
    /// ISO 8601.
    public let date: String?
    public let author: String?
    public let outlet: String?
    public let url: String?
    public let alternates: [(language: LanguageTag, url: String)]
    /// The article without its title.
    public let blocks: [Block]
    public let furniture: [Furniture]
    /// What a reader should know of the reading itself, such as that the encoding was guessed.
    public let notes: [String]
    /// The article as one text, its title first.
    public let document: Document

    init(_ extraction: Extraction) {
        language = extraction.language.tag
        languageEvidence = extraction.language.evidence.rawValue
        title = extraction.metadata.title
        date = extraction.metadata.date
        author = extraction.metadata.author
        outlet = extraction.metadata.outlet
        url = extraction.metadata.url
        alternates = extraction.metadata.alternates.map { ($0.language, $0.url) }
        blocks = extraction.blocks.map { Block(kind: $0.kind, text: $0.text) }
        furniture = extraction.furniture.map {
            Furniture(kind: $0.kind, text: $0.text, reason: $0.reason)
        }
        notes = extraction.notes
        document = extraction.document
    }
}
