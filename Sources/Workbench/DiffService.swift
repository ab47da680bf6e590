internal import Corpus
internal import TextCore
internal import Tracking

/// What changed in the source of a version since the version was made.
public struct DiffService: Sendable {
    public struct Change: Hashable, Sendable {
        /// form, edited, added, removed or moved.
        public let kind: String
        /// A translation of the old text may no longer be right.
        public let isBehind: Bool
        /// The source's words as they were; empty for what was added.
        public let old: String
        /// The source's words as they are; empty for what was removed.
        public let new: String
        /// The version's words that stored beads tie to them; empty where nothing tells.
        public let target: String
    }

    public struct Report: Sendable {
        public let slug: String
        public let version: String
        public let source: String
        /// The source's revision that the version was made from; `nil` where nobody noted it.
        public let pin: String?
        public let revision: String
        /// False where the old text was not kept, so that nothing can be compared.
        public let isOldTextKnown: Bool
        /// Without what was kept, in the order of today's source.
        public let changes: [Change]
    }

    private let corpus: CorpusService

    public init(_ corpus: CorpusService) { self.corpus = corpus }

    public func report(_ slug: String, _ version: String) throws(WorkbenchError) -> Report {
        let reading = try corpus.version(version, of: slug)
        guard let origin = reading.version.origin else {
            throw WorkbenchError(
                "\(slug): '\(reading.key)' was made from no other version",
                hint: "'dragoman add FILE --article \(slug) --from VERSION' notes an origin")
        }
        let source = try corpus.version(origin.version.string, of: slug)
        let drift = try SourceDrift(corpus, try CorpusService.slug(slug), reading, source)
        return Report(
            slug: slug, version: reading.key.string, source: source.key.string,
            pin: origin.revision?.string, revision: source.revision.string,
            isOldTextKnown: drift.isCompared, changes: drift.changes)
    }
}

extension SourceDrift {
    fileprivate var isCompared: Bool {
        if case .compared = state { return true }
        return false
    }

    fileprivate var changes: [DiffService.Change] {
        guard case .compared(let changes) = state else { return [] }
        return changes.filter { $0.kind != .kept }.map { change in
            DiffService.Change(
                kind: change.kind.rawValue, isBehind: change.isBehind,
                old: old[change.old].joined(separator: " "),
                new: source.text(of: Array(change.new)),
                target: version.text(of: targets(of: change)))
        }
    }
}
