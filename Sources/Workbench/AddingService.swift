internal import Corpus
internal import Ingestion
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
        /// Kinds of the site text that was set aside, each with the number of its blocks; most first.
        public let furniture: [(kind: String, count: Int)]
        /// The language came from the text, not from the caller.
        public let isLanguageFound: Bool
    }

    private let corpus: CorpusService
    private let ingestion: IngestionService

    public init(_ corpus: CorpusService, _ ingestion: IngestionService) {
        self.corpus = corpus
        self.ingestion = ingestion
    }

    /// Adds a text as a version, or replaces the version that has its key.
    ///
    /// - Parameter bytes: HTML, a text as people paste it, or the corpus's own markup, which is taken as it stands.
    public func add(_ bytes: [UInt8], _ details: Details) throws(WorkbenchError) -> Answer {
        let text = Text(utf8: bytes)
        let isMarkup = Self.isMarkup(text)
        let page =
            isMarkup
            ? nil : ingestion.extract(bytes, url: details.url, language: details.language)
        let found = details.language ?? page?.language ?? ingestion.language(of: text)
        guard found != .undetermined else {
            throw WorkbenchError("nothing tells the text's language", hint: "name it with --lang")
        }
        let document = page?.document ?? ArticleMarkup.document(text, language: found)
        var known = details
        known.language = found
        known.title = details.title ?? page?.title
        known.date = details.date ?? page?.date
        known.url = details.url ?? page?.url
        known.author = details.author ?? page?.author
        let raw = VersionDraft.Raw(bytes, IngestionService.isHTML(bytes) ? .html : .txt)
        return try add(
            document.drafts, found, raw: raw, known, Self.counts(page),
            isLanguageFound: details.language == nil)
    }

    /// Begins with a title as the corpus's files have it.
    private static func isMarkup(_ text: Text) -> Bool {
        text.bytes[text.trimmed(text.span).range].starts(with: [0x23, 0x20])
    }

    private static func counts(_ page: ExtractedPage?) -> [(kind: String, count: Int)] {
        let kinds = Dictionary(grouping: page?.furniture ?? []) { $0.kind }
        return kinds.map { ($0.key, $0.value.count) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    private func add(
        _ blocks: [DraftBlock], _ language: LanguageTag, raw: VersionDraft.Raw,
        _ details: Details, _ furniture: [(kind: String, count: Int)], isLanguageFound: Bool
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
                return try answer(slug, version, before, furniture, isLanguageFound)
            }
        }
    }

    private func answer(
        _ slug: Slug, _ version: Version, _ before: VersionText?,
        _ furniture: [(kind: String, count: Int)], _ isLanguageFound: Bool
    ) throws(CorpusError) -> Answer {
        let now = try corpus.folder.text(slug, version.key)
        let change: Change =
            before == nil ? .added : before?.revision == now?.revision ? .unchanged : .updated
        return Answer(
            slug: slug.string, key: version.key.string, change: change,
            sentenceCount: now.map { corpus.spans($0.document).count } ?? 0,
            pin: version.origin?.revision?.string, furniture: furniture,
            isLanguageFound: isLanguageFound)
    }
}
