/// A quote of one version with everything that a linked format wants to know of it.
public struct QuotationRecord: Hashable, Sendable {
    /// A stretch of the version's text; offsets count Unicode code points.
    public struct Stretch: Hashable, Sendable {
        public let start: Int
        public let end: Int
        public let text: String
        /// The characters right before and behind, to find the stretch again in a text that has changed.
        public let prefix: String
        public let suffix: String

        public init(start: Int, end: Int, text: String, prefix: String, suffix: String) {
            self.start = start
            self.end = end
            self.text = text
            self.prefix = prefix
            self.suffix = suffix
        }
    }

    /// The version that the quote stands in.
    public struct Page: Hashable, Sendable {
        public let article: String
        public let version: String
        public let language: String
        public let title: String?
        public let url: String?
        public let date: String?
        public let publisher: String?

        public init(
            article: String, version: String, language: String, title: String?, url: String?,
            date: String?, publisher: String?
        ) {
            self.article = article
            self.version = version
            self.language = language
            self.title = title
            self.url = url
            self.date = date
            self.publisher = publisher
        }

        /// The page's address, or a name of its own where it has none.
        var identifier: String { url ?? StableIdentifier.of("page", article, version) }
    }

    /// One step of the words on their way to the page.
    public struct Step: Hashable, Sendable {
        /// speak, interpret, translate, relay or publish.
        public let action: String
        public let language: String?
        public let agent: String?
        public let isPresumed: Bool
        public let evidence: String?

        public init(
            action: String, language: String?, agent: String?, isPresumed: Bool, evidence: String?
        ) {
            self.action = action
            self.language = language
            self.agent = agent
            self.isPresumed = isPresumed
            self.evidence = evidence
        }
    }

    public let page: Page
    public let words: Stretch
    /// Tells quotes of the same words in one version apart; from 0.
    public let occurrence: Int
    /// direct, mixed or indirect.
    public let form: String
    /// The speaker as the text has them, and the dictionary form where they are resolved.
    public let speaker: String?
    public let name: String?
    /// none, interpreted, translated, language_noted or presumed_translated.
    public let mediation: String
    public let mark: Stretch?
    public let mediator: String?
    public let relay: [String]
    public let spokenLanguage: String?
    public let chain: [Step]
    /// The page that this one was translated from, and the rendering of the same words there.
    public let origin: Page?
    public let original: [String]

    public init(
        page: Page, words: Stretch, occurrence: Int, form: String, speaker: String?, name: String?,
        mediation: String, mark: Stretch?, mediator: String?, relay: [String],
        spokenLanguage: String?, chain: [Step], origin: Page?, original: [String]
    ) {
        self.page = page
        self.words = words
        self.occurrence = occurrence
        self.form = form
        self.speaker = speaker
        self.name = name
        self.mediation = mediation
        self.mark = mark
        self.mediator = mediator
        self.relay = relay
        self.spokenLanguage = spokenLanguage
        self.chain = chain
        self.origin = origin
        self.original = original
    }

    public var identifier: String {
        Self.identifier(page, words: words.text, occurrence: occurrence)
    }

    /// Does not change when the text around the words does.
    public static func identifier(_ page: Page, words: String, occurrence: Int) -> String {
        StableIdentifier.of("quote", page.article, page.version, words, "\(occurrence)")
    }

    /// The one who said it, by the best name there is.
    var speakerLabel: String? { name ?? speaker }
}
