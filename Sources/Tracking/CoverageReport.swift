public import Corpus
internal import TextCore

/// The status of every version of an article, from what the index knows.
public struct CoverageReport {
    /// A version with less of its source is partial. One left-out sentence of twenty still passes.
    public static let completeness = 0.95

    /// Tells how many sentences of a version changed between two revisions; `nil` when an old text is lost.
    public typealias Drift = (VersionKey, _ old: Revision, _ new: Revision) -> Int?

    private let article: ArticleFacts
    private let byKey: [VersionKey: VersionFacts]
    private let drift: Drift

    public init(_ article: ArticleFacts, drift: @escaping Drift) {
        self.article = article
        byKey = Dictionary(article.versions.map { ($0.key, $0) }) { $1 }
        self.drift = drift
    }

    /// One for each version, in order of keys, and one for each language of the table that has none.
    public func statuses(_ columns: LanguageColumns) -> [VersionStatus] {
        let present = Set(article.versions.map { columns[$0.key.language] })
        return article.versions.map(status)
            + columns.languages.filter { !present.contains($0) }.map(absent)
    }

    private func absent(_ language: LanguageTag) -> VersionStatus {
        VersionStatus(
            slug: article.slug, language: language, key: nil, state: .missing, origin: nil,
            coverage: nil, behind: nil, behindOnTheWay: 0, isAlignmentCurrent: true, review: nil)
    }

    private func status(_ version: VersionFacts) -> VersionStatus {
        let alignment = alignment(of: version)
        let coverage = alignment.map { Self.coverage($0.source) }
        let behind = behind(version)
        return VersionStatus(
            slug: article.slug, language: version.key.language, key: version.key,
            state: state(version, coverage, behind), origin: version.origin, coverage: coverage,
            behind: behind.known, behindOnTheWay: behindOnTheWay(version),
            isAlignmentCurrent: alignment.map(isCurrent) ?? true, review: version.review)
    }

    private func state(
        _ version: VersionFacts, _ coverage: Double?, _ behind: Behind
    ) -> VersionStatus.State {
        if version.revision == nil { return .missing }
        if let origin = version.origin, byKey[origin]?.revision == nil { return .orphan }
        if behind.isBehind || behindOnTheWay(version) > 0 { return .outdated }
        if let coverage, coverage < Self.completeness { return .partial }
        return .present
    }

    private enum Behind {
        case current
        case sentences(Int)
        /// The source is another text now, and the old one is lost.
        case unknown
        /// No revision was noted.
        case unpinned

        var isBehind: Bool {
            switch self {
            case .current, .unpinned: false
            case .sentences(let count): count > 0
            case .unknown: true
            }
        }

        var known: Int? {
            switch self {
            case .current: 0
            case .sentences(let count): count
            case .unknown, .unpinned: nil
            }
        }
    }

    private func behind(_ version: VersionFacts) -> Behind {
        guard let origin = version.origin, let source = byKey[origin],
            let revision = source.revision
        else { return .unpinned }
        guard let pin = version.pin else { return .unpinned }
        if pin == revision { return .current }
        return drift(origin, pin, revision).map(Behind.sentences) ?? .unknown
    }

    /// Follows the origins: what a translation's source missed, the translation missed too.
    private func behindOnTheWay(_ version: VersionFacts) -> Int {
        var seen: Set<VersionKey> = [version.key]
        var total = 0
        var next = version.origin
        while let key = next, seen.insert(key).inserted, let source = byKey[key] {
            total += behind(source).known ?? 0
            next = source.origin
        }
        return total
    }

    /// The alignment of a version with its origin, source first; without an origin, any in which it is the target.
    private func alignment(of version: VersionFacts) -> AlignmentFacts? {
        for alignment in article.alignments {
            if alignment.target.version == version.key,
                version.origin == nil || alignment.source.version == version.origin
            {
                return alignment
            }
            if alignment.source.version == version.key, let origin = version.origin,
                alignment.target.version == origin
            {
                return AlignmentFacts(
                    slug: alignment.slug, source: alignment.target, target: alignment.source)
            }
        }
        return nil
    }

    private static func coverage(_ side: AlignmentFacts.Side) -> Double {
        side.sentenceCount == 0 ? 0 : Double(side.linkedCount) / Double(side.sentenceCount)
    }

    private func isCurrent(_ alignment: AlignmentFacts) -> Bool {
        byKey[alignment.source.version]?.revision == alignment.source.revision
            && byKey[alignment.target.version]?.revision == alignment.target.revision
    }
}
