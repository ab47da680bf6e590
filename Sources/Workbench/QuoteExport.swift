internal import Interchange

/// The quotes of articles as a table.
public struct QuoteExport: Sendable {
    public enum Format: String, CaseIterable, Sendable {
        case csv, jsonl
    }

    private let quotes: CorpusQuotes

    public init(_ quotes: CorpusQuotes) { self.quotes = quotes }

    public func quotes(of slugs: [String], format: Format) throws -> ExportService.Exported {
        let rows = try slugs.flatMap { slug in
            try quotes.listings(slug).flatMap { listing in
                listing.quotes.map { Self.row($0, listing) }
            }
        }
        let writer: QuoteFormat = format == .csv ? .csv : .jsonl
        return ExportService.Exported(
            bytes: try writer.write(rows), count: rows.count, problems: [])
    }

    private static func row(_ quote: ReportedQuote, _ listing: CorpusQuotes.Listing) -> QuoteRow {
        QuoteRow(
            article: listing.slug, version: listing.version, type: quote.form,
            speaker: quote.speaker?.text ?? "", name: quote.speakerName ?? "",
            mediation: quote.mediation, mark: quote.mark?.text ?? "",
            relay: quote.relay.map(\.text).joined(separator: "; "), words: quote.words.text)
    }
}
