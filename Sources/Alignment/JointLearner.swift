internal import TextCore

/// Learns lexicon and beads together: each pass weighs all beads by what is known, then learns from the weighted beads.
struct JointLearner: Sendable {
    let options: AlignmentOptions
    var jobs: Int
    private let source: TokenIndex
    private let target: TokenIndex
    private let seed: [(key: UInt64, to: Float, from: Float)]
    var model: AlignmentModel
    /// What is known before the first pass.
    let start: AlignmentModel
    var bands: [Band?]

    let stretches: [Stretch]

    init(
        _ stretches: [Stretch], source: TokenIndex, target: TokenIndex, seed: SeedLexicon,
        _ options: AlignmentOptions, jobs: Int
    ) {
        self.stretches = stretches
        self.jobs = jobs
        self.source = source
        self.target = target
        self.options = options
        self.seed = seed.entries(sourceCount: source.count, targetCount: target.count)
        bands = stretches.map { _ in nil }
        let entries = Self.firstEntries(self.seed)
        start = AlignmentModel(
            toTarget: TranslationTable(entries.toTarget, rowCount: source.count, index: target),
            toSource: TranslationTable(entries.toSource, rowCount: target.count, index: source),
            length: LengthModel(
                sources: stretches.flatMap(\.source.lengths),
                targets: stretches.flatMap(\.target.lengths)),
            priors: BeadPriors(options), backgroundShare: options.backgroundShare,
            lengthWeight: options.lengthWeight)
        model = start
    }

    /// Half of a word's mass is given to what the seed says; the rest stays open.
    private static func firstEntries(
        _ seed: [(key: UInt64, to: Float, from: Float)]
    ) -> (toTarget: [TranslationTable.Entry], toSource: [TranslationTable.Entry]) {
        let toTarget = seed.map { entry in
            TranslationTable.Entry(
                from: PairNumbering.source(entry.key), to: PairNumbering.target(entry.key),
                probability: entry.to * 0.5)
        }
        let toSource = seed.map { entry in
            TranslationTable.Entry(
                from: PairNumbering.target(entry.key), to: PairNumbering.source(entry.key),
                probability: entry.from * 0.5)
        }
        return (toTarget, toSource)
    }

    /// - Returns: for each stretch its most probable beads with their probabilities.
    mutating func run() -> [[WeightedBead]] {
        guard options.passes > 0 else { return expect(isRough: true).map(\.path) }
        var expectations = begin()
        for pass in 1..<max(1, options.passes) {
            learn(from: expectations)
            // What was learned where the first band was right shows where it was wrong.
            if pass < options.coarsePasses { bands = stretches.map { _ in nil } }
            model.gaps = GapPriors(
                leaving: GapPriors.leaving(
                    afterPass: pass, isCertain: !FirstGuess.isDoubtful(expectations)))
            expectations = expect(isRough: pass + 1 < options.roughPasses)
        }
        return expectations.map(\.path)
    }

    /// - Parameter isRough: without a closer look at the beads.
    mutating func expect(isRough: Bool) -> [Expectation] {
        // A long text is searched in windows side by side, many short ones text by text.
        let sizes = stretches.map { $0.isLock ? 0 : $0.source.count + $0.target.count }
        let isOneLong = (sizes.max() ?? 0) * 2 > sizes.reduce(0, +)
        let learner = self
        let looks = Parallel.map(Array(stretches.indices), jobs: isOneLong ? 1 : jobs) { index in
            learner.look(at: index, isRough, jobs: isOneLong ? learner.jobs : 1)
        }
        bands = looks.map(\.band)
        return looks.map(\.expectation)
    }

    /// What is expected of a stretch, and the band of the next pass.
    private func look(
        at index: Int, _ isRough: Bool, jobs: Int
    ) -> (expectation: Expectation, band: Band?) {
        let stretch = stretches[index]
        if stretch.isLock { return (Self.lock(stretch), nil) }
        var model = model
        if stretch.source.count + stretch.target.count < GapPriors.smallestText {
            model.gaps = GapPriors(leaving: nil)
        }
        let band = bands[index] ?? CoarseSearch(model, options).band(stretch, jobs: jobs)
        let expectation = WindowedLattice(
            stretch, band, model, threshold: options.learningThreshold,
            closely: isRough ? nil : options
        ).expectation(jobs: jobs)
        return (expectation, narrowed(band, stretch, expectation))
    }

    private static func lock(_ stretch: Stretch) -> Expectation {
        let bead = WeightedBead(
            sourceEnd: stretch.source.count, targetEnd: stretch.target.count,
            shape: BeadShape(source: stretch.source.count, target: stretch.target.count), weight: 1)
        return Expectation(beads: [bead], path: [bead], nodes: [], likelihood: 0)
    }

    /// The band of the next pass follows the path of this one.
    private func narrowed(_ band: Band, _ stretch: Stretch, _ expectation: Expectation) -> Band {
        let (rows, columns) = (stretch.source.count, stretch.target.count)
        if rows * columns <= options.fullSearchCells { return band }
        return Band(
            around: CoarseSearch.nodes(expectation.path), width: options.laterBand,
            sourceCount: rows, targetCount: columns)
    }

    mutating func learn(from expectations: [Expectation]) {
        var counts: [BeadShape: Float] = [:]
        var lengths: [(source: Float, target: Float, weight: Float)] = []
        for (stretch, expectation) in zip(stretches, expectations) {
            for bead in expectation.beads {
                // What people confirm is seldom the usual.
                if stretch.lock?.status != .confirmed {
                    counts[bead.shape, default: 0] += bead.weight
                }
                guard bead.isLink else { continue }
                lengths.append(
                    (
                        stretch.source.lengths[bead.source].reduce(0, +),
                        stretch.target.lengths[bead.target].reduce(0, +), bead.weight
                    ))
            }
        }
        model.priors.estimate(counts)
        model.length.fit(lengths)
        let words = ModelOne(
            samples(expectations), seed: seed, source: source, target: target, options)
        (model.toTarget, model.toSource) = words.learn(jobs: jobs)
    }

    /// The words of the beads, the surest beads first where the budget does not allow for all.
    private func samples(_ expectations: [Expectation]) -> [ModelOne.Sample] {
        var threshold = options.learningThreshold
        while threshold < 0.5, occurrences(expectations, threshold) > options.learningBudget {
            threshold *= 1.6
        }
        let total = occurrences(expectations, threshold)
        // What is still too much is thinned out evenly.
        let step = max(1, (total + options.learningBudget - 1) / max(1, options.learningBudget))
        var samples: [ModelOne.Sample] = []
        var number = 0
        for (stretch, expectation) in zip(stretches, expectations) {
            for bead in expectation.beads
            where bead.weight >= threshold && occurrences(stretch, bead) > 0 {
                number += 1
                if number % step == 0 { samples.append(sample(stretch, bead)) }
            }
        }
        return samples
    }

    private func occurrences(_ expectations: [Expectation], _ threshold: Float) -> Int {
        zip(stretches, expectations).reduce(0) { sum, pair in
            pair.1.beads.reduce(sum) { sum, bead in
                bead.weight >= threshold ? sum + occurrences(pair.0, bead) : sum
            }
        }
    }

    /// The pairs of words of a bead; none where it has one side, or so many words that they say nothing of each other.
    private func occurrences(_ stretch: Stretch, _ bead: WeightedBead) -> Int {
        guard bead.isLink else { return 0 }
        let count =
            stretch.source.words(of: bead.source).count
            * stretch.target.words(of: bead.target).count
        return count <= options.largestSample ? count : 0
    }

    private func sample(_ stretch: Stretch, _ bead: WeightedBead) -> ModelOne.Sample {
        .init(
            source: stretch.source.words(of: bead.source),
            target: stretch.target.words(of: bead.target),
            weight: bead.weight)
    }
}
