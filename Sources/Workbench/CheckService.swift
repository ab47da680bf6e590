internal import Corpus
public import LocaleData
internal import TextCore
internal import Tracking

/// Looks for what a desk must mend: versions behind their source, sentences left out, interpreters not told of, numbers,
/// names and negations that are not those of the source.
public struct CheckService: Sendable {
    /// A problem of one version.
    public struct Finding: Hashable, Sendable {
        /// The same in every run as long as the words it is about stay.
        public let id: String
        /// error, warning or note.
        public let severity: String
        /// The raw value of a rule of the tracking: outdated, number, name and so on.
        public let rule: String
        public let slug: String
        /// The version that someone should look at.
        public let version: String
        /// The version whose words are the evidence.
        public let place: String
        /// In the file of `place`, from 1; `nil` where no words of today are meant.
        public let line: Int?
        /// In Unicode scalars of that file.
        public let start: Int?
        public let end: Int?
        public let evidence: String
        /// The stretch of the version that those words concern; `nil` where `place` is the version itself.
        public let counterpart: Counterpart?
        public let message: String
    }

    public struct Counterpart: Hashable, Sendable {
        /// In the version's file, from 1.
        public let line: Int
        /// In Unicode scalars of that file.
        public let start: Int
        public let end: Int
        public let text: String
    }

    public struct Report: Sendable {
        /// Article by article, in the order of the versions.
        public let findings: [Finding]
        /// What could not be looked at.
        public let problems: [StatusService.Problem]
        /// Articles that could not be read at all.
        public let failureCount: Int
    }

    private let quotes: CorpusQuotes
    private let ingestion: IngestionService

    public init(_ quotes: CorpusQuotes) throws(LocaleDataError) {
        self.quotes = quotes
        ingestion = try IngestionService(quotes.corpus.shelf)
    }

    /// Findings that someone dismissed are left out until the source changes again.
    public func report(
        _ slugs: [String], progress: (Int, Int) -> Void = { _, _ in }
    ) -> Report {
        var findings: [Finding] = []
        var problems = quotes.corpus.abbreviationProblems
        var failures = 0
        for (index, slug) in slugs.enumerated() {
            progress(index, slugs.count)
            do {
                let check = try ArticleCheck(quotes, ingestion, slug)
                let found = try check.findings()
                findings += reported(try check.undismissed(found.findings), check.readings)
                problems += found.problems
            } catch {
                failures += 1
                problems.append(.init(message: "\(slug): \(error)", hint: nil))
            }
        }
        return Report(findings: findings, problems: problems, failureCount: failures)
    }

    private func reported(
        _ findings: [Tracking.Finding], _ readings: [VersionKey: VersionReading]
    ) -> [Finding] {
        let places = readings.mapValues { TextPlaces($0.document.text) }
        return findings.map { finding in
            Finding(finding, places[finding.place], counterpart(finding, readings, places))
        }
    }

    private func counterpart(
        _ finding: Tracking.Finding, _ readings: [VersionKey: VersionReading],
        _ places: [VersionKey: TextPlaces]
    ) -> Counterpart? {
        guard let span = finding.counterpart, let text = readings[finding.version]?.document.text,
            let places = places[finding.version]
        else { return nil }
        return Counterpart(
            line: places.line(span.start), start: places.scalar(span.start),
            end: places.scalar(span.end), text: text[span])
    }
}

extension CheckService.Finding {
    fileprivate init(
        _ finding: Tracking.Finding, _ places: TextPlaces?,
        _ counterpart: CheckService.Counterpart?
    ) {
        id = finding.id
        severity = finding.severity.rawValue
        rule = finding.rule.rawValue
        slug = finding.slug
        version = finding.version.string
        place = finding.place.string
        line = finding.span.flatMap { places?.line($0.start) }
        start = finding.span.flatMap { places?.scalar($0.start) }
        end = finding.span.flatMap { places?.scalar($0.end) }
        evidence = finding.evidence
        self.counterpart = counterpart
        message = finding.message
    }
}
