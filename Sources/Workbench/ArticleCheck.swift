internal import Corpus
internal import Quotes
internal import TextCore
internal import Tracking

/// The findings of one article.
struct ArticleCheck {
    typealias Found = (findings: [Finding], problems: [StatusService.Problem])

    let readings: [VersionKey: VersionReading]
    private let slug: Slug
    private let versions: [VersionReading]
    private let quotes: CorpusQuotes
    private let ingestion: IngestionService
    private var corpus: CorpusService { quotes.corpus }

    init(
        _ quotes: CorpusQuotes, _ ingestion: IngestionService, _ slug: String
    ) throws(WorkbenchError) {
        self.quotes = quotes
        self.ingestion = ingestion
        self.slug = try CorpusService.slug(slug)
        versions = try quotes.corpus.versions(of: slug)
        readings = Dictionary(versions.map { ($0.key, $0) }) { $1 }
    }

    func findings() throws -> Found {
        var found: Found = ([], [])
        var words: [VersionKey: CorpusQuotes.Found] = [:]
        for version in versions { words[version.key] = try quotes.foundWithNames(in: version) }
        var translations = TranslationCheck(quotes, ingestion, slug.string, words)
        for version in versions {
            guard let origin = version.version.origin?.version else { continue }
            guard let source = readings[origin] else {
                found.findings.append(
                    Finding(
                        .orphan, slug.string, version.key, place: version.key, span: nil,
                        evidence: origin.string,
                        message: "made from \(origin), which is not there"))
                continue
            }
            let drift = try SourceDrift(corpus, slug, version, source)
            found.findings += drift.findings(slug.string)
            if let record = try record(of: drift, &found) {
                found.findings += missing(drift, record)
                try translations.add(source, version, record.cover)
            }
        }
        // A sentence that is linked with nothing is told once.
        let known = Set(found.findings.map(\.id))
        found.findings += translations.findings().filter { !known.contains($0.id) }
        found.findings += try mediationLost(words)
        found.findings += try contradictions()
        return found
    }

    /// Links between versions that were not made from each other, where the way over a third one leads elsewhere.
    private func contradictions() throws(WorkbenchError) -> [Finding] {
        var covers: [(source: VersionReading, target: VersionReading, beads: [Bead])] = []
        var thirds = ThirdVersions()
        for pair in corpus.folder.alignedPairs(slug) {
            guard let source = readings[pair.source], let target = readings[pair.target],
                let record = try corpus.alignment(slug, pair.source, pair.target),
                record.fits(source, target)
            else { continue }
            covers.append((source, target, record.cover))
            thirds.add(record.cover, source.key, target.key)
        }
        return covers.filter { !$0.source.isKin(to: $0.target) }.flatMap { cover in
            contradictions(cover.beads, cover.source, cover.target, thirds)
        }
    }

    private func contradictions(
        _ beads: [Bead], _ source: VersionReading, _ target: VersionReading,
        _ thirds: ThirdVersions
    ) -> [Finding] {
        var against: [Bead: [VersionKey]] = [:]
        for (third, triangle) in thirds.triangles(beads, source.key, target.key) {
            for bead in triangle.contradicting { against[bead, default: []].append(third) }
        }
        return beads.compactMap { bead in
            guard let others = against[bead] else { return nil }
            let span = source.spans[bead.source.lowerBound]
                .union(source.spans[bead.source.upperBound - 1])
            let words = target.spans[bead.target.lowerBound]
                .union(target.spans[bead.target.upperBound - 1])
            return Finding(
                .contradiction, slug.string, target.key, place: source.key, span: span,
                evidence: source.document.text[span],
                message: "linked with “\(target.document.text[words])”, but not over "
                    + others.map(\.string).joined(separator: ", "))
        }
    }

    /// Without those that a person dismissed, for good or for today's source.
    func undismissed(_ findings: [Finding]) throws(WorkbenchError) -> [Finding] {
        var dismissed: Set<String> = []
        for version in versions {
            let source = version.version.origin.flatMap { readings[$0.version] } ?? version
            let annotations = try WorkbenchError.wrap { () throws(CorpusError) in
                try corpus.folder.annotations(slug, version.key)
            }
            for dismissal in annotations.dismissed
            where dismissal.until == nil || dismissal.until == source.revision {
                dismissed.insert(dismissal.finding)
            }
        }
        return findings.filter { !dismissed.contains($0.id) }
    }

    /// The stored alignment of a version and its source, where it fits both.
    private func record(
        of drift: SourceDrift, _ found: inout Found
    ) throws(WorkbenchError) -> AlignmentRecord? {
        let (source, version) = (drift.source, drift.version)
        guard let record = try corpus.alignment(slug, source.key, version.key) else {
            found.problems.append(problem("\(source.key) and \(version.key) are not aligned"))
            return nil
        }
        guard record.fits(source, version) else {
            found.problems.append(
                problem("\(source.key) or \(version.key) changed since they were aligned"))
            return nil
        }
        return record
    }

    private func problem(_ message: String) -> StatusService.Problem {
        .init(message: "\(slug): \(message)", hint: "'dragoman align \(slug)' aligns its versions")
    }

    /// The source's sentences without a counterpart: whole blocks as one finding. What has changed since is told already.
    private func missing(_ drift: SourceDrift, _ record: AlignmentRecord) -> [Finding] {
        let linked = Set(record.cover.filter(\.isLink).flatMap { Array($0.source) })
        let source = drift.source
        let changed = drift.changedSentences
        let blocks = Dictionary(grouping: source.sentences.indices) { source.sentences[$0].block }
        return blocks.sorted { $0.key < $1.key }.flatMap { _, sentences -> [Finding] in
            let alone = sentences.filter { !linked.contains($0) && !changed.contains($0) }
            if alone.count == sentences.count {
                return [missing(.missingParagraph, sentences, drift)]
            }
            return alone.map { missing(.missingSentence, [$0], drift) }
        }
    }

    private func missing(
        _ rule: Finding.Rule, _ sentences: [Int], _ drift: SourceDrift
    ) -> Finding {
        let all = drift.source.sentences
        let kind = rule == .missingSentence ? "sentence" : all[sentences[0]].kind.words
        let span = all[sentences[0]].span.union(all[sentences[sentences.count - 1]].span)
        return Finding(
            rule, slug.string, drift.version.key, place: drift.source.key, span: span,
            evidence: drift.source.document.text[span],
            message: "no counterpart of this \(kind) of \(drift.source.key)")
    }

    /// Quotes whose interpreter or translator another version tells of. The speaker's own language needs none.
    private func mediationLost(
        _ found: [VersionKey: CorpusQuotes.Found]
    ) throws -> [Finding] {
        let utterances = try TraceService(quotes).tracked(slug.string, versions, found)
        var findings: [Finding] = []
        for utterance in utterances {
            for case .mediation(let flagged, let silent) in utterance.differences {
                let told = utterance.renderings.filter(\.tellsOfMediation)
                let spoken = spokenLanguages(utterance, told)
                guard !told.isEmpty else { continue }
                findings += utterance.renderings.filter {
                    silent.contains($0.version) && !flagged.contains($0.version)
                        && !spoken.contains($0.version.language.language)
                        && !isSource($0.version, of: told)
                }.map { mediationLost($0, told) }
            }
        }
        return findings
    }

    /// Where a translation tells of an interpreter and its source does not, the words were spoken in the source's language.
    private func isSource(_ key: VersionKey, of told: [Rendering]) -> Bool {
        told.contains { telling in
            var seen: Set<VersionKey> = [telling.version]
            var next = readings[telling.version]?.version.origin?.version
            while let origin = next, seen.insert(origin).inserted {
                if origin == key { return true }
                next = readings[origin]?.version.origin?.version
            }
            return false
        }
    }

    private func spokenLanguages(_ utterance: Utterance, _ told: [Rendering]) -> Set<String> {
        let stated = told.flatMap { $0.quotes.compactMap(\.mediation.sourceLanguage) }
        let known = utterance.renderings.flatMap { rendering in
            rendering.quotes.compactMap { $0.speaker?.key.flatMap { quotes.spoken[$0] } }
        }
        return Set((stated + known).map(\.language))
    }

    private func mediationLost(_ rendering: Rendering, _ told: [Rendering]) -> Finding {
        var marks: [String] = []
        for telling in told {
            let mark = telling.quotes.lazy.compactMap(\.mediation.mark).first
            let words = mark.flatMap { readings[telling.version]?.document.text[$0] }
            let told = words.map { "\(telling.version) “\($0)”" } ?? telling.version.string
            if !marks.contains(told) { marks.append(told) }
        }
        let text = readings[rendering.version]?.document.text
        return Finding(
            .mediationLost, slug.string, rendering.version, place: rendering.version,
            span: rendering.span, evidence: text?[rendering.span] ?? "",
            message: "no word of the interpreter or translation that others tell of: "
                + marks.joined(separator: ", "))
    }
}

extension Rendering {
    /// More than the language that was spoken.
    fileprivate var tellsOfMediation: Bool {
        quotes.contains { [.interpreted, .translated].contains($0.mediation.kind) }
    }
}

extension SourceDrift {
    /// Sentences of today's source that changed since.
    fileprivate var changedSentences: Set<Int> {
        guard case .compared(let changes) = state else { return [] }
        return Set(changes.filter(\.isBehind).flatMap { Array($0.new) })
    }

    fileprivate func findings(_ slug: String) -> [Finding] {
        switch state {
        case .unpinned: return []
        case .lost:
            let pin = version.version.origin?.revision?.string ?? ""
            return [
                Finding(
                    .sourceLost, slug, version.key, place: source.key, span: nil, evidence: pin,
                    message: "\(source.key) is another text now, and its revision was not kept")
            ]
        case .compared(let changes):
            return changes.filter(\.isBehind).map { outdated($0, slug) }
        }
    }

    private func outdated(_ change: SentenceChange, _ slug: String) -> Finding {
        let spans = source.sentences[change.new].map(\.span)
        let span = spans.dropFirst().reduce(spans.first) { $0?.union($1) }
        return Finding(
            .outdated, slug, version.key, place: source.key, span: span,
            evidence: span.map { source.document.text[$0] }
                ?? old[change.old].joined(separator: " "),
            message: "\(change.kind.rawValue) in \(source.key) since this was made")
    }
}

extension BlockKind {
    fileprivate var words: String {
        switch self {
        case .listItem: "list item"
        case .tableRow: "table row"
        default: rawValue
        }
    }
}

extension VersionReading {
    /// True where one was made from the other.
    fileprivate func isKin(to other: VersionReading) -> Bool {
        version.origin?.version == other.key || other.version.origin?.version == key
    }
}
