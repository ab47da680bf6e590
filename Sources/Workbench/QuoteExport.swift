internal import Corpus
internal import Interchange
internal import LocaleData
internal import TextCore

/// The quotes of articles as a table.
public struct QuoteExport: Sendable {
    public enum Format: String, CaseIterable, Sendable {
        case csv, jsonl
    }

    private let corpus: CorpusService
    private let service: QuoteService

    /// Speakers are resolved to the corpus's known names.
    public init(_ corpus: CorpusService, _ shelf: ProfileShelf) throws(WorkbenchError) {
        self.corpus = corpus
        let known = try corpus.knownNames().map(\.name)
        do throws(LocaleDataError) {
            service = QuoteService(shelf, names: try NameService(shelf, known: known))
        } catch { throw WorkbenchError(error) }
    }

    public func quotes(
        of slugs: [String], format: Format
    ) throws(WorkbenchError) -> ExportService.Exported {
        var rows: [QuoteRow] = []
        for slug in slugs {
            for reading in try corpus.versions(of: slug) { rows += try self.rows(slug, reading) }
        }
        let writer: QuoteFormat = format == .csv ? .csv : .jsonl
        return ExportService.Exported(
            bytes: try ExportService.written { () throws(InterchangeError) in
                try writer.write(rows)
            }, count: rows.count, problems: [])
    }

    private func rows(
        _ slug: String, _ reading: VersionReading
    ) throws(WorkbenchError) -> [QuoteRow] {
        let offsets = reading.document.text.offsets
        do throws(LocaleDataError) {
            return try service.quotes(in: reading.document).map {
                let quote = ReportedQuote($0, reading.document.text, offsets)
                return QuoteRow(
                    article: slug, version: reading.key.string, type: quote.form,
                    speaker: quote.speaker?.text ?? "", name: quote.speakerName ?? "",
                    mediation: quote.mediation, mark: quote.mark?.text ?? "",
                    relay: quote.relay.map(\.text).joined(separator: "; "), words: quote.words.text)
            }
        } catch { throw WorkbenchError(error) }
    }
}
