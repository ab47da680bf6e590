/// What the index knows of a version: enough for a status without opening a text.
public struct VersionFacts: Hashable, Sendable {
    public let slug: String
    public let key: VersionKey
    public let title: String?
    public let date: String?
    public let origin: VersionKey?
    /// The origin's revision that the version was made from, where it was noted.
    public let pin: Revision?
    public let review: ReviewState
    /// `nil` when the text is missing.
    public let revision: Revision?
    public let sentenceCount: Int

    public init(
        slug: String, key: VersionKey, title: String? = nil, date: String? = nil,
        origin: VersionKey? = nil, pin: Revision? = nil, review: ReviewState = .draft,
        revision: Revision?, sentenceCount: Int = 0
    ) {
        self.slug = slug
        self.key = key
        self.title = title
        self.date = date
        self.origin = origin
        self.pin = pin
        self.review = review
        self.revision = revision
        self.sentenceCount = sentenceCount
    }
}

/// What the index knows of an alignment: how many sentences of each side have a counterpart.
public struct AlignmentFacts: Hashable, Sendable {
    public struct Side: Hashable, Sendable {
        public let version: VersionKey
        public let revision: Revision
        public let sentenceCount: Int
        public let linkedCount: Int

        public init(
            version: VersionKey, revision: Revision, sentenceCount: Int, linkedCount: Int
        ) {
            self.version = version
            self.revision = revision
            self.sentenceCount = sentenceCount
            self.linkedCount = linkedCount
        }
    }

    public let slug: String
    public let source: Side
    public let target: Side

    public init(slug: String, source: Side, target: Side) {
        self.slug = slug
        self.source = source
        self.target = target
    }
}

/// The facts of one article.
public struct ArticleFacts: Hashable, Sendable {
    public let slug: String
    /// In order of their keys.
    public var versions: [VersionFacts]
    public var alignments: [AlignmentFacts]

    public init(slug: String, versions: [VersionFacts], alignments: [AlignmentFacts] = []) {
        self.slug = slug
        self.versions = versions
        self.alignments = alignments
    }
}

/// Something in the corpus that could not be read, in words.
public struct CorpusProblem: Hashable, Sendable {
    public let message: String
    public let nextStep: String?

    public init(_ error: CorpusError) {
        message = "\(error)"
        nextStep = error.nextStep
    }

    init(message: String, nextStep: String?) {
        self.message = message
        self.nextStep = nextStep
    }
}
