internal import Interchange
internal import TextCore

/// The names table of a corpus as files for other tools.
public struct NameExport: Sendable {
    /// The formats' names.
    public static let formats = NameFormat.allCases.map(\.rawValue)

    private let corpus: CorpusService

    public init(_ corpus: CorpusService) { self.corpus = corpus }

    /// The names of `names.jsonl`; with articles, what these mention, with counts.
    public func names(of slugs: [String], format: String) throws -> ExportService.Exported {
        guard let format = NameFormat(rawValue: format) else {
            throw WorkbenchError(
                "names are not written as \(format)",
                hint: "take \(Self.formats.joined(separator: ", "))")
        }
        var problems: [StatusService.Problem] = []
        var entries = try corpus.knownForms().map { Self.entry($0) }
        if !slugs.isEmpty {
            let report = try NameTableService(corpus).table(of: slugs)
            entries = report.rows.map(Self.entry)
            problems = report.problems
        }
        entries.sort { $0.id < $1.id }
        return ExportService.Exported(
            bytes: try format.write(entries), count: entries.count, problems: problems)
    }

    private static func entry(_ name: KnownName) -> NameEntry {
        let forms = name.forms.sorted { $0.key < $1.key }.flatMap { language, forms in
            forms.enumerated().map { index, form in
                NameEntry.Form(language, form, isEstablished: index == 0)
            }
        }
        return NameEntry(id: name.id, kind: name.kind, forms: forms)
    }

    /// Of what texts have, the commonest form counts as the established one.
    private static func entry(_ row: NameTableService.Row) -> NameEntry {
        var seen: Set<LanguageTag> = []
        let forms = row.forms.map {
            NameEntry.Form(
                $0.language, $0.form, isEstablished: seen.insert($0.language).inserted,
                count: $0.count)
        }
        return NameEntry(id: row.key, kind: row.kind, forms: forms)
    }
}
