internal import Workbench

/// `status --json`
struct StatusRecord: Encodable {
    private struct Version: Encodable {
        let lang: String
        let version: String?
        let title: String?
        let state: String
        let origin: String?
        let coverage: Double?
        let behind: Int?
        /// Changes further up, in the versions that the source was made from.
        let upstream: Int
        /// True when a text changed since the two were aligned.
        let realign: Bool
        let review: String?
    }

    private struct Article: Encodable {
        let article: String
        let title: String?
        let versions: [Version]
    }

    private struct Problem: Encodable {
        let message: String
        let hint: String?
    }

    private let corpus: String
    private let languages: [String]
    private let articles: [Article]
    private let problems: [Problem]

    init(_ report: StatusService.Report) {
        corpus = report.name
        languages = report.languages
        problems = report.problems.map { Problem(message: $0.message, hint: $0.hint) }
        articles = report.rows.map { row in
            Article(
                article: row.slug, title: row.title, versions: row.cells.map(Self.version))
        }
    }

    private static func version(_ cell: StatusService.Cell) -> Version {
        Version(
            lang: cell.language, version: cell.key, title: cell.title, state: cell.state,
            origin: cell.origin,
            coverage: cell.coverage.map { ($0 * 10_000).rounded() / 10_000 },
            behind: cell.behind, upstream: cell.behindOnTheWay,
            realign: !cell.isAlignmentCurrent, review: cell.review)
    }
}
