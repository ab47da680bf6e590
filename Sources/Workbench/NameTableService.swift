internal import Corpus
public import TextCore

/// The names of a corpus: every entity with its forms by language.
public struct NameTableService: Sendable {
    public struct Form: Hashable, Sendable {
        public let language: LanguageTag
        public let form: String
        public let count: Int
        /// Where it first occurs, at most ``placeLimit``.
        public let places: [Place]
    }

    /// A line of a version's text.
    public struct Place: Hashable, Sendable {
        public let slug: String
        public let version: String
        /// From 1.
        public let line: Int
    }

    /// Enough to look a spelling up; a common name has thousands.
    public static let placeLimit = 5

    public struct Row: Hashable, Sendable {
        /// A known entity's id, or the key that its mentions share.
        public let key: String
        public let kind: EntityKind
        public let isKnown: Bool
        /// By language, the commonest first.
        public let forms: [Form]
        /// Languages that spell the entity in more than one way.
        public let inconsistent: [LanguageTag]

        public var count: Int { forms.reduce(0) { $0 + $1.count } }
    }

    public struct Report: Sendable {
        /// Known entities first, then the commonest.
        public let rows: [Row]
        /// Articles that could not be read, with the reason.
        public let problems: [StatusService.Problem]
    }

    private let corpus: CorpusService
    private let known: [KnownName]
    private let names: NameService

    public init(_ corpus: CorpusService) throws {
        self.corpus = corpus
        known = try corpus.knownForms()
        names = try NameService(corpus.shelf, known: known)
    }

    /// - Parameter language: only versions in it; all when `nil`.
    public func table(of slugs: [String], language: LanguageTag? = nil) -> Report {
        var tally = NameTally(known)
        var problems: [StatusService.Problem] = []
        for slug in slugs {
            do {
                for version in try corpus.versions(of: slug) where version.isIn(language) {
                    try count(version, slug, &tally)
                }
            } catch {
                problems.append(.init(message: "\(slug): \(error)", hint: nil))
            }
        }
        return Report(rows: tally.rows, problems: problems)
    }

    private func count(
        _ version: VersionReading, _ slug: String, _ tally: inout NameTally
    ) throws {
        let document = version.document
        let places = TextPlaces(document.text)
        for mention in try names.mentions(in: document) {
            tally.add(
                mention, document.text[mention.span], version.key.language,
                Place(
                    slug: slug, version: version.key.string, line: places.line(mention.span.start)))
        }
    }
}

extension VersionReading {
    fileprivate func isIn(_ language: LanguageTag?) -> Bool {
        language.map { key.language.matches($0) } ?? true
    }
}
