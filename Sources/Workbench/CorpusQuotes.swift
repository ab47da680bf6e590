internal import Corpus
internal import LocaleData
internal import Quotes
public import TextCore
internal import Tracking

/// The quotes of a corpus's versions, with speakers resolved to the names that the corpus knows.
public struct CorpusQuotes: Sendable {
    /// One version's quotes; offsets count Unicode scalars of its file.
    public struct Listing: Sendable {
        public let slug: String
        public let version: String
        public let language: LanguageTag
        public let quotes: [ReportedQuote]
    }

    /// The quotes and all mentions of names in one version.
    struct Found {
        let quotes: [Quote]
        let names: [Mention]
    }

    let corpus: CorpusService
    private let quotes: QuoteService
    let names: NameService
    private let wording: WordingShelf
    /// What each known person speaks, where the corpus says so.
    let spoken: [String: LanguageTag]
    private let presumes: Bool
    /// The keys of known names: only these are the same in every language.
    private let knownKeys: Set<String>
    /// Those of people.
    let knownPeople: Set<String>

    /// - Parameter presumes: marks quotes of people who, the corpus says, speak another language.
    public init(
        _ corpus: CorpusService, presumes: Bool = false
    ) throws {
        self.corpus = corpus
        self.presumes = presumes
        let records = try corpus.knownNames()
        names = try NameService(corpus.shelf, known: records.map(\.name))
        quotes = QuoteService(corpus.shelf, names: names)
        wording = WordingShelf(corpus.shelf)
        knownKeys = Set(records.map(\.name.id))
        knownPeople = Set(records.map(\.name).filter { $0.kind == .person }.map(\.id))
        spoken = Dictionary(
            records.compactMap { record in record.spokenLanguage.map { (record.name.id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    public func listings(
        _ slug: String, language: LanguageTag? = nil
    ) throws -> [Listing] {
        try corpus.versions(of: slug)
            .filter { version in language.map { version.key.language.matches($0) } ?? true }
            .map { version in
                let text = version.document.text
                let offsets = text.offsets
                return Listing(
                    slug: slug, version: version.key.string, language: version.key.language,
                    quotes: try found(in: version).map { ReportedQuote($0, text, offsets) })
            }
    }

    func found(in version: VersionReading) throws(LocaleDataError) -> [Quote] {
        let found = try quotes.quotes(in: version.document)
        return presumes ? found.map { presumed($0, version.key.language) } : found
    }

    func foundWithNames(in version: VersionReading) throws(LocaleDataError) -> Found {
        let mentions = try names.mentions(in: version.document)
        let found = try quotes.quotes(in: version.document, mentions: mentions)
        return Found(
            quotes: presumes ? found.map { presumed($0, version.key.language) } : found,
            names: mentions)
    }

    /// Those of names that the corpus knows.
    func known(_ mentions: [Mention]) -> [Mention] {
        mentions.filter { knownKeys.contains($0.key) }
    }

    func lexicon(_ language: LanguageTag) throws(LocaleDataError) -> WordingLexicon {
        try wording.lexicon(language)
    }

    /// Nothing in the text says so, hence the flag is never more than a presumption.
    private func presumed(_ quote: Quote, _ language: LanguageTag) -> Quote {
        guard quote.mediation.kind == .none, let key = quote.speaker?.key,
            let mother = spoken[key], mother.language != language.language
        else { return quote }
        return quote.presumedTranslated(from: mother, into: language)
    }
}
