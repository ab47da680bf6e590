internal import Corpus
internal import TextCore
internal import Tracking

/// Where every version of every article stands.
public struct StatusService: Sendable {
    /// One version, or one wanted language that has none.
    public struct Cell: Hashable, Sendable {
        public let language: String
        public let key: String?
        public let title: String?
        /// missing, orphan, outdated, partial or present.
        public let state: String
        public let origin: String?
        /// 0 to 1; `nil` where nothing was aligned.
        public let coverage: Double?
        public let behind: Int?
        public let behindOnTheWay: Int
        public let isAlignmentCurrent: Bool
        public let review: String?
    }

    public struct Row: Hashable, Sendable {
        public let slug: String
        public let title: String?
        public let cells: [Cell]
    }

    public struct Problem: Hashable, Sendable {
        public let message: String
        public let hint: String?
    }

    public struct Report: Sendable {
        public let name: String
        /// Wanted ones first, then the others that occur, sorted.
        public let languages: [String]
        public let rows: [Row]
        public let problems: [Problem]

        /// The same with the versions in one state alone.
        public func only(state: String?) -> Report {
            guard let state else { return self }
            let kept = rows.map { row in
                Row(
                    slug: row.slug, title: row.title,
                    cells: row.cells.filter { $0.state == state })
            }
            return Report(
                name: name, languages: languages, rows: kept.filter { !$0.cells.isEmpty },
                problems: problems)
        }
    }

    public static let states = VersionStatus.State.allCases.map(\.rawValue)
    private let corpus: CorpusService

    public init(_ corpus: CorpusService) { self.corpus = corpus }

    /// - Parameter slug: one article, or `nil` for all.
    public func report(_ slug: String? = nil) throws(WorkbenchError) -> Report {
        var one: Slug?
        if let slug { one = try CorpusService.slug(slug) }
        return try corpus.withIndex { (index) throws(CorpusError) in
            if let one { try corpus.folder.require(one) }
            return try report(index, one)
        }
    }

    private func report(_ index: CorpusIndex, _ slug: Slug?) throws(CorpusError) -> Report {
        var problems = try index.problems(slug).map {
            Problem(message: $0.message, hint: $0.nextStep)
        }
        var manifest = Manifest(name: "")
        do throws(CorpusError) { manifest = try corpus.folder.manifest() } catch {
            problems.append(Problem(message: "\(error)", hint: error.nextStep))
        }
        if slug == nil {
            problems += corpus.folder.slugs().problems.map {
                Problem(message: "\($0)", hint: $0.nextStep)
            }
            problems += corpus.abbreviationProblems
        }
        let articles = try index.facts(slug)
        // Where the corpus names no languages, every one that an article has is wanted of all.
        let columns = LanguageColumns(
            wanted: manifest.languages,
            found: Set(articles.flatMap { $0.versions.map(\.key.language) }))
        return Report(
            name: manifest.name, languages: columns.languages.map(\.string),
            rows: articles.map { row($0, columns, index) }, problems: problems)
    }

    private func row(
        _ article: ArticleFacts, _ columns: LanguageColumns, _ index: CorpusIndex
    ) -> Row {
        let report = CoverageReport(article) { key, old, new in
            drift(index, article.slug, key, old, new)
        }
        return Row(
            slug: article.slug, title: article.versions.compactMap(\.title).first,
            cells: report.statuses(columns).map { status in
                let version = article.versions.first { $0.key == status.key }
                return Self.cell(status, version?.title, columns)
            })
    }

    private static func cell(
        _ status: VersionStatus, _ title: String?, _ columns: LanguageColumns
    ) -> Cell {
        Cell(
            language: columns[status.language].string, key: status.key?.string,
            title: title, state: status.state.rawValue, origin: status.origin?.string,
            coverage: status.coverage, behind: status.behind,
            behindOnTheWay: status.behindOnTheWay,
            isAlignmentCurrent: status.isAlignmentCurrent, review: status.review?.rawValue)
    }

    /// Compares two revisions of a text once; later the index knows.
    private func drift(
        _ index: CorpusIndex, _ slug: String, _ key: VersionKey, _ old: Revision, _ new: Revision
    ) -> Int? {
        if let known = try? index.drift(slug, key, old, new) { return known }
        guard let name = try? Slug(slug),
            let before = try? corpus.folder.text(name, key, at: old),
            let now = try? corpus.folder.text(name, key, at: new)
        else { return nil }
        let changed = SentenceDiff(old: sentences(before), new: sentences(now)).behindCount
        try? index.storeDrift(changed, slug, key, old, new)
        return changed
    }

    private func sentences(_ text: VersionText) -> [String] {
        corpus.spans(text.document).map { text.document.text[$0] }
    }
}
