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
        let document = ArticleMarkup.document(Text(utf8: bytes), language: language)
        return try add(document.drafts, language, raw: .init(bytes, .txt), details)
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
