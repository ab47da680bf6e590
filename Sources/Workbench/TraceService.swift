internal import Corpus
internal import Quotes
internal import TextCore
internal import Tracking

/// Follows what was said through all versions of an article.
public struct TraceService: Sendable {
    /// One version's words for an utterance.
    public struct Rendering: Sendable {
        public let version: String
        /// The pieces of a split quotation in order; offsets count Unicode scalars of the version's file.
        public let quotes: [ReportedQuote]
        /// From the mouth to this page, the version's own origin included.
        public let chain: [Step]
    }

    /// One step of the words on their way.
    public struct Step: Sendable {
        /// speak, interpret, translate, relay or publish.
        public let action: String
        public let language: String?
        public let agent: String?
        /// stated or presumed.
        public let status: String
        /// The words, or the record, that say so.
        public let evidence: String?
        /// Of a translation that the article's record tells of: the version that was translated.
        public let from: String?
    }

    public struct Utterance: Sendable {
        public let slug: String
        public let renderings: [Rendering]
        /// In what they differ, in plain words.
        public var differences: [String] { differs.map(\.words) }
        public let differs: [Difference]
    }

    /// Something that not all renderings have.
    public struct Difference: Hashable, Sendable {
        /// mediation, form, speaker, number, name, negation, clause or length.
        public let kind: String
        /// The number, name or clause; `nil` where there is none.
        public let value: String?
        /// The versions that have it, and those that do not; of different speakers neither.
        public let present: [String]
        public let absent: [String]
        public let words: String
    }

    private let quotes: CorpusQuotes

    public init(_ quotes: CorpusQuotes) { self.quotes = quotes }

    /// The utterances of an article, in the order of its source; single renderings too.
    public func utterances(_ slug: String) throws -> [Utterance] {
        try utterances(slug, try quotes.corpus.versions(of: slug))
    }

    /// The utterances of which a rendering contains the words, without regard to case, spaces and outer marks.
    ///
    /// - Returns: also what could not be read, an article each.
    public func utterances(
        containing words: String, in slugs: [String]
    ) -> (found: [Utterance], problems: [String]) {
        let wanted = SoughtWords(words)
        var found: [Utterance] = []
        var problems: [String] = []
        for slug in slugs {
            do {
                let versions = try quotes.corpus.versions(of: slug)
                // Quotes are looked for only where the words stand at all.
                guard versions.contains(where: { wanted.isIn($0.document.text.string) }) else {
                    continue
                }
                found += try utterances(slug, versions).filter { utterance in
                    utterance.renderings.contains { rendering in
                        rendering.quotes.contains { wanted.isIn($0.words.text) }
                    }
                }
            } catch {
                problems.append("\(slug): \(error)")
            }
        }
        return (found, problems)
    }

    /// The utterances with spans in the versions' texts, for checks.
    ///
    /// - Parameter found: what was found in the versions already.
    func tracked(
        _ slug: String, _ versions: [VersionReading],
        _ found: [VersionKey: CorpusQuotes.Found] = [:]
    ) throws -> [Tracking.Utterance] {
        var texts: [VersionQuotes] = []
        for version in Self.sourceFirst(versions) {
            let found = try found[version.key] ?? quotes.foundWithNames(in: version)
            texts.append(
                VersionQuotes(
                    version: version.key, text: version.document.text, sentences: version.spans,
                    quotes: found.quotes, names: quotes.known(found.names),
                    lexicon: try quotes.lexicon(version.key.language),
                    day: version.version.date.flatMap(Self.day)))
        }
        return UtteranceGrouper(texts).utterances(try quotes.corpus.alignments(slug))
    }

    private func utterances(_ slug: String, _ versions: [VersionReading]) throws -> [Utterance] {
        let byKey = Dictionary(versions.map { ($0.key, $0) }) { $1 }
        let offsets = byKey.mapValues(\.document.text.offsets)
        return try tracked(slug, versions).map { utterance in
            let reported = utterance.renderings.map { rendering in
                rendering.quotes.compactMap { quote in
                    Self.reported(quote, byKey[rendering.version], offsets[rendering.version])
                }
            }
            let keys = utterance.renderings.map(\.version)
            let first = zip(keys, reported).compactMap { key, quotes in
                quotes.first.map { (key, $0) }
            }
            let chain = RenderingChain(byKey, Dictionary(first) { $1 })
            return Utterance(
                slug: slug,
                renderings: zip(keys, reported).map { key, quotes in
                    Rendering(
                        version: key.string, quotes: quotes,
                        chain: byKey[key].map(chain.steps(to:)) ?? [])
                },
                differs: utterance.differences.map(Difference.init))
        }
    }

    private static func reported(
        _ quote: Quote, _ version: VersionReading?, _ offsets: OffsetMap?
    ) -> ReportedQuote? {
        guard let version, let offsets else { return nil }
        return ReportedQuote(quote, version.document.text, offsets)
    }

    /// Days of "2024-05-01", counted so that neighbours are at most four apart: enough to tell days from weeks.
    private static func day(_ date: String) -> Int? {
        let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? parts[0] * 372 + parts[1] * 31 + parts[2] : nil
    }

    private static func sourceFirst(_ versions: [VersionReading]) -> [VersionReading] {
        guard let hub = VersionPairs.hub(versions) else { return versions }
        return [hub] + versions.filter { $0.key != hub.key }
    }
}

extension TraceService.Difference {
    fileprivate init(_ difference: UtteranceDifference) {
        func list(_ keys: [VersionKey]) -> String { keys.map(\.string).joined(separator: ", ") }
        switch difference {
        case .mediation(let flagged, let silent):
            self.init(
                "mediation", nil, flagged, silent,
                "\(list(silent)) leave out what \(list(flagged)) say of the interpreter or translation"
            )
        case .form(let quoted, let paraphrased):
            self.init(
                "form", nil, quoted, paraphrased,
                "quoted in \(list(quoted)), paraphrased in \(list(paraphrased))")
        case .speaker(let names):
            self.init(
                "speaker", nil, [], [],
                "speaker: "
                    + names.sorted { $0.key < $1.key }.map { "\($0.key) in \(list($0.value))" }
                    .joined(separator: "; "))
        case .number(let number, let present, let absent):
            self.init(
                "number", number, present, absent,
                "\(number) stands in \(list(present)), not in \(list(absent))")
        case .name(let name, let present, let absent):
            self.init(
                "name", name, present, absent,
                "\(name) is named in \(list(present)), not in \(list(absent))")
        case .negation(let present, let absent):
            self.init(
                "negation", nil, present, absent,
                "\(list(present)) deny something, \(list(absent)) do not")
        case .clause(let clause, let present, let absent):
            self.init(
                "clause", clause, present, absent,
                "“\(clause)” stands in \(list(present)), not in \(list(absent))")
        case .length(let short, let long):
            self.init(
                "length", nil, long, short,
                "\(list(short)) are much shorter than \(list(long)): something may be left out")
        }
    }

    private init(
        _ kind: String, _ value: String?, _ present: [VersionKey], _ absent: [VersionKey],
        _ words: String
    ) {
        self.kind = kind
        self.value = value
        self.present = present.map(\.string)
        self.absent = absent.map(\.string)
        self.words = words
    }
}
