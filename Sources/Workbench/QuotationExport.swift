internal import Corpus
internal import Interchange
internal import TextCore

/// The quotes of articles as linked data, with the way of each and what it is a rendering of.
public struct QuotationExport: Sendable {
    public static let formats = QuotationFormat.allCases.map(\.rawValue)

    /// Characters before and behind a quote that help to find it again.
    private static let context = 32

    private let corpus: CorpusService
    private let trace: TraceService

    public init(_ quotes: CorpusQuotes) {
        corpus = quotes.corpus
        trace = TraceService(quotes)
    }

    /// - Parameter format: one of ``formats``.
    public func quotations(
        of slugs: [String], format: String
    ) throws -> ExportService.Exported {
        guard let writer = QuotationFormat(rawValue: format) else {
            throw WorkbenchError("'\(format)' is no format for quotes")
        }
        let records = try slugs.flatMap(records)
        return ExportService.Exported(
            bytes: try writer.write(records), count: records.count, problems: [])
    }

    private func records(_ slug: String) throws -> [QuotationRecord] {
        let versions = try corpus.versions(of: slug)
        let article = Dictionary(
            versions.map { ($0.key.string, Article(slug, $0)) }, uniquingKeysWith: { $1 })
        let placed = try trace.utterances(slug).flatMap { utterance in
            utterance.renderings.flatMap { rendering in
                rendering.quotes.map { (utterance: utterance, rendering: rendering, quote: $0) }
            }
        }.sorted {
            ($0.rendering.version, $0.quote.words.start, -$0.quote.words.end)
                < ($1.rendering.version, $1.quote.words.start, -$1.quote.words.end)
        }
        var seen: [String: Int] = [:]
        var occurrences: [Place: Int] = [:]
        for (_, rendering, quote) in placed {
            let key = rendering.version + "\u{0}" + quote.words.text
            occurrences[Place(rendering.version, quote)] = seen[key, default: 0]
            seen[key, default: 0] += 1
        }
        return placed.compactMap { utterance, rendering, quote in
            guard let own = article[rendering.version] else { return nil }
            let origin = own.origin.flatMap { article[$0] }
            let originals = utterance.renderings.first { $0.version == own.origin }?.quotes ?? []
            return QuotationRecord(
                page: own.page, words: own.stretch(quote.words),
                occurrence: occurrences[Place(rendering.version, quote)] ?? 0, form: quote.form,
                speaker: quote.speaker?.text, name: quote.speakerName,
                mediation: quote.mediation, mark: quote.mark.map(own.stretch),
                mediator: quote.mediator?.text, relay: quote.relay.map(\.text),
                spokenLanguage: quote.sourceLanguage, chain: rendering.chain.map(Self.step),
                origin: origin?.page,
                original: originals.compactMap { original in
                    guard let origin, let version = own.origin else { return nil }
                    return QuotationRecord.identifier(
                        origin.page, words: original.words.text,
                        occurrence: occurrences[Place(version, original)] ?? 0)
                })
        }
    }

    /// Where a quote stands.
    private struct Place: Hashable {
        let version: String
        let start: Int
        let end: Int

        init(_ version: String, _ quote: ReportedQuote) {
            self.version = version
            start = quote.words.start
            end = quote.words.end
        }
    }

    private static func step(_ step: TraceService.Step) -> QuotationRecord.Step {
        QuotationRecord.Step(
            action: step.action, language: step.language, agent: step.agent,
            isPresumed: step.status == "presumed", evidence: step.evidence)
    }

    /// A version as its quotes need it.
    private struct Article {
        let page: QuotationRecord.Page
        let origin: String?
        private let scalars: [Unicode.Scalar]

        init(_ slug: String, _ reading: VersionReading) {
            let version = reading.version
            page = QuotationRecord.Page(
                article: slug, version: reading.key.string,
                language: reading.key.language.string, title: version.title, url: version.url,
                date: version.date, publisher: version.author ?? reading.key.outlet)
            origin = version.origin?.version.string
            scalars = Array(reading.document.text.string.unicodeScalars)
        }

        func stretch(_ stretch: ReportedQuote.Stretch) -> QuotationRecord.Stretch {
            let start = min(max(0, stretch.start), scalars.count)
            let end = min(max(start, stretch.end), scalars.count)
            return QuotationRecord.Stretch(
                start: start, end: end, text: stretch.text,
                prefix: text(max(0, start - QuotationExport.context)..<start),
                suffix: text(end..<min(scalars.count, end + QuotationExport.context)))
        }

        private func text(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range]))
        }
    }
}
