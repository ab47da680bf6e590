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
    }

    public struct Utterance: Sendable {
        public let slug: String
        public let renderings: [Rendering]
        /// In what they differ, in plain words.
        public let differences: [String]
    }

    private let quotes: CorpusQuotes

    public init(_ quotes: CorpusQuotes) { self.quotes = quotes }

    /// The utterances of an article, in the order of its source; single renderings too.
    public func utterances(_ slug: String) throws -> [Utterance] {
        let (versions, found) = try tracked(slug)
        return found.map { utterance in
            Utterance(
                slug: slug, renderings: utterance.renderings.map { rendering($0, versions) },
                differences: utterance.differences.map(\.words))
        }
    }

    /// The same with spans in the versions' texts, for checks.
    func tracked(
        _ slug: String
    ) throws -> (versions: [VersionReading], utterances: [Tracking.Utterance]) {
        let versions = try quotes.corpus.versions(of: slug)
        var texts: [VersionQuotes] = []
        for version in Self.sourceFirst(versions) {
            texts.append(
                VersionQuotes(
                    version: version.key, text: version.document.text, sentences: version.spans,
                    quotes: try quotes.found(in: version)))
        }
        let records = try quotes.corpus.alignments(slug)
        return (versions, UtteranceGrouper(texts).utterances(records))
    }

    /// The utterances of which a rendering contains the words, without regard to case.
    public func utterances(containing words: String, in slugs: [String]) throws -> [Utterance] {
        let wanted = Normalizer.fold(Text(words).string)
        return try slugs.flatMap { slug in
            try utterances(slug).filter { utterance in
                utterance.renderings.contains { rendering in
                    rendering.quotes.contains { Normalizer.fold($0.words.text).contains(wanted) }
                }
            }
        }
    }

    private static func sourceFirst(_ versions: [VersionReading]) -> [VersionReading] {
        guard let hub = VersionPairs.hub(versions) else { return versions }
        return [hub] + versions.filter { $0.key != hub.key }
    }

    private func rendering(
        _ rendering: Tracking.Rendering, _ versions: [VersionReading]
    ) -> Rendering {
        guard let version = versions.first(where: { $0.key == rendering.version }) else {
            return Rendering(version: rendering.version.string, quotes: [], chain: [])
        }
        let text = version.document.text
        let offsets = text.offsets
        let reported = rendering.quotes.map { ReportedQuote($0, text, offsets) }
        return Rendering(
            version: version.key.string, quotes: reported,
            chain: Self.chain(reported.first, version, versions))
    }

    /// What the text says, and before the page the way that its record tells: a version made from another is its
    /// translation.
    private static func chain(
        _ quote: ReportedQuote?, _ version: VersionReading, _ versions: [VersionReading]
    ) -> [Step] {
        var steps = (quote?.chain ?? []).map {
            Step(
                action: $0.action, language: $0.language, agent: $0.agent?.text,
                status: $0.status, evidence: $0.evidence?.text)
        }
        let publish = steps.last?.action == "publish" ? steps.removeLast() : nil
        var way: [Step] = []
        var current: VersionReading? = version
        var seen: Set<VersionKey> = []
        while let next = current, let origin = next.version.origin, seen.insert(next.key).inserted {
            way.append(
                Step(
                    action: "translate", language: next.key.language.string, agent: nil,
                    status: "stated", evidence: "made from \(origin.version.string)"))
            current = versions.first { $0.key == origin.version }
        }
        // What the record states, the text need not state or presume a second time.
        let languages = Set(way.map(\.language))
        steps.removeAll { $0.action == "translate" && languages.contains($0.language) }
        steps += way.reversed()
        steps.append(
            Step(
                action: "publish", language: version.key.language.string,
                agent: version.version.author ?? version.key.outlet,
                status: publish?.status ?? "stated", evidence: nil))
        return steps
    }
}

extension UtteranceDifference {
    fileprivate var words: String {
        func list(_ keys: [VersionKey]) -> String { keys.map(\.string).joined(separator: ", ") }
        return switch self {
        case .mediation(let flagged, let silent):
            "\(list(silent)) leave out what \(list(flagged)) say of the interpreter or translation"
        case .form(let quoted, let paraphrased):
            "quoted in \(list(quoted)), paraphrased in \(list(paraphrased))"
        case .speaker(let names):
            "speaker: "
                + names.sorted { $0.key < $1.key }.map { "\($0.key) in \(list($0.value))" }
                .joined(separator: "; ")
        case .number(let number, let present, let absent):
            "\(number) stands in \(list(present)), not in \(list(absent))"
        }
    }
}
