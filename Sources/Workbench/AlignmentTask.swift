internal import Corpus
internal import TextCore
internal import Tracking

/// The pairs of versions of one article.
struct ArticlePairs: Sendable {
    let slug: String
    /// Each version with what it was made from.
    let origins: [(source: VersionReading, target: VersionReading)]
    /// Every two that are not among these.
    let others: [(source: VersionReading, target: VersionReading)]

    init(_ corpus: CorpusService, _ slug: String) throws(WorkbenchError) {
        let versions = try corpus.versions(of: slug)
        let origins = VersionPairs(versions).pairs
        let known = Set(origins.map { Set([$0.source.key, $0.target.key]) })
        var others: [(source: VersionReading, target: VersionReading)] = []
        for (index, first) in versions.enumerated() {
            for second in versions[(index + 1)...] where !known.contains([first.key, second.key]) {
                others.append((first, second))
            }
        }
        self.slug = slug
        self.origins = origins
        self.others = others
    }
}

/// Two versions that are aligned, with what is left of an earlier alignment.
struct AlignmentTask: Sendable {
    let slug: String
    let source: VersionReading
    let target: VersionReading
    let pair: AlignmentService.Pair
    /// What stays as it is, in order.
    let carried: [Bead]
    /// True when nothing is left to do.
    let isWhole: Bool

    init(
        _ corpus: CorpusService, _ slug: String, _ source: VersionReading,
        _ target: VersionReading, _ thirds: ThirdVersions?, anew: Bool
    ) throws(WorkbenchError) {
        let old = try corpus.carried(slug, source, target)
        let settled = old?.settled ?? []
        let confirmed = settled.filter { $0.status == .confirmed }
        // Of what was left out without a known place, and of confirmed omissions, the merge takes care afterwards.
        let known = Set(confirmed.map { [$0.source, $0.target] })
        let decided = try corpus.decisions(slug, source, target).filter {
            $0.isLink && !known.contains([$0.source, $0.target])
        }
        self.slug = slug
        self.source = source
        self.target = target
        carried = settled
        isWhole = !anew && old?.isWhole == true
        pair = AlignmentService.Pair(
            source: source.forAligning(with: target.key, thirds),
            target: target.forAligning(with: source.key, thirds), earlier: confirmed + decided,
            settled: anew ? [] : settled.filter { $0.status == .auto })
    }

    /// Nothing is written where nothing is new.
    func store(_ beads: [Bead], _ corpus: CorpusService) throws(WorkbenchError) {
        if isWhole, try corpus.isCurrent(slug, source, target) { return }
        try corpus.store(beads, slug, source, target)
    }

    func outcome(
        _ beads: [Bead], _ thirds: ThirdVersions?
    ) -> CorpusAlignmentService.Outcome {
        let links = beads.filter(\.isLink)
        func share(_ count: Int, _ all: Int) -> Double {
            all == 0 ? 0 : Double(count) / Double(all)
        }
        return .init(
            slug: slug, source: source.key.string, target: target.key.string, beads: beads,
            linkedSource: share(
                links.reduce(0) { $0 + $1.source.count }, source.sentences.count),
            linkedTarget: share(
                links.reduce(0) { $0 + $1.target.count }, target.sentences.count),
            meanScore: links.isEmpty
                ? 0 : links.reduce(0) { $0 + $1.score } / Double(links.count),
            agreement: thirds.flatMap { agreement(beads, $0) })
    }

    private func agreement(
        _ beads: [Bead], _ thirds: ThirdVersions
    ) -> CorpusAlignmentService.ThirdAgreement? {
        let triangles = thirds.triangles(beads, source.key, target.key).map(\.triangle)
        guard !triangles.isEmpty else { return nil }
        return .init(
            comparedCount: triangles.reduce(0) { $0 + $1.comparedCount },
            contradictingCount: triangles.reduce(0) { $0 + $1.contradicting.count })
    }
}

extension VersionReading {
    /// This text as the aligner takes it.
    fileprivate func forAligning(
        with other: VersionKey, _ thirds: ThirdVersions?
    ) -> AlignmentService.Side {
        AlignmentService.Side(
            language: key.language, sentences: texts, kinds: sentences.map(\.kind),
            ties: thirds?.ties(self, with: other) ?? [])
    }
}
