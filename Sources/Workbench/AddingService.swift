internal import Corpus
public import TextCore

/// Puts texts into a corpus.
public struct AddingService: Sendable {
    /// What the user says of a text; it goes before what the text says of itself.
    public struct Details: Sendable {
        public var slug: String
        public var language: LanguageTag?
        public var outlet: String?
        public var from: String?
        public var title: String?
        public var date: String?
        public var url: String?
        public var author: String?

        public init(slug: String) { self.slug = slug }
    }

    public enum Change: String, Sendable {
        case added, updated, unchanged
    }

    public struct Answer: Sendable {
        public let slug: String
        public let key: String
        public let change: Change
        public let sentenceCount: Int
        /// The revision of the source that the version is now pinned to.
        public let pin: String?
    }

    private let corpus: CorpusService

    public init(_ corpus: CorpusService) { self.corpus = corpus }

    /// Adds a text as a version, or replaces the version that has its key.
    ///
    /// - Parameter bytes: plain text, a paragraph a line or between blank lines, or the corpus's own markup.
    public func add(_ bytes: [UInt8], _ details: Details) throws(WorkbenchError) -> Answer {
        guard let language = details.language else {
            throw WorkbenchError("the language is not known", hint: "name it with --lang")
        }
        let text = Text(utf8: bytes)
        guard !Self.looksLikeHTML(text) else {
            throw WorkbenchError("this is HTML, which cannot be read yet", hint: "give its text")
        }
        let blocks = Self.document(text, language).drafts
        return try add(blocks, language, raw: .init(bytes, .txt), details)
    }

    /// Text that has neither blank lines nor markers has a paragraph a line.
    private static func document(_ text: Text, _ language: LanguageTag) -> Document {
        let marked = ArticleMarkup.document(text, language: language)
        return marked.blocks.count == 1 && marked.blocks[0].kind == .paragraph
            ? Document(plain: text, language: language) : marked
    }

    private static func looksLikeHTML(_ text: Text) -> Bool {
        let start = text.bytes[text.trimmed(text.span).range].prefix(20)
        let folded = Normalizer.fold(String(decoding: start, as: UTF8.self))
        return folded.hasPrefix("<!doctype") || folded.hasPrefix("<html")
    }

    private func add(
        _ blocks: [DraftBlock], _ language: LanguageTag, raw: VersionDraft.Raw,
        _ details: Details
    ) throws(WorkbenchError) -> Answer {
        let slug = try CorpusService.slug(details.slug)
        let folder = corpus.folder
        return try WorkbenchError.wrap { () throws(CorpusError) in
            let key = try VersionKey(language, outlet: details.outlet)
            var draft = VersionDraft(key, blocks: blocks, title: details.title)
            draft.date = details.date
            draft.url = details.url
            draft.author = details.author
            draft.from = details.from
            draft.raw = raw
            return try folder.locked { (writer) throws(CorpusError) in
                let before = try folder.text(slug, key)
                let version = try writer.add(draft, to: slug)
                return try answer(slug, version, before)
            }
        }
    }

    private func answer(
        _ slug: Slug, _ version: Version, _ before: VersionText?
    ) throws(CorpusError) -> Answer {
        let now = try corpus.folder.text(slug, version.key)
        let change: Change =
            before == nil ? .added : before?.revision == now?.revision ? .unchanged : .updated
        return Answer(
            slug: slug.string, key: version.key.string, change: change,
            sentenceCount: now.map { corpus.spans($0.document).count } ?? 0,
            pin: version.origin?.revision?.string)
    }
}
