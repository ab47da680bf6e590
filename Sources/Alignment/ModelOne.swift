/// IBM Model 1 in both directions, learned from weighted beads.
///
/// Brown et al. 1993, with three changes: a word may come from the background with a fixed share; it comes from words
/// near its own place rather than from those far away; and after the last round a discount is taken off every expected
/// count, which removes the pairs that met by chance.
struct ModelOne {
    private let options: AlignmentOptions
    private let source: TokenIndex
    private let target: TokenIndex
    private var numbering: PairNumbering
    private let samples: [Sample]

    private static let averageOccurrences: Float = 3
    /// For each sample, source word by source word, the number of the pair with each target word.
    private var pairs: [Int32] = []
    private var toTarget: Direction
    private var toSource: Direction

    /// The words of one bead.
    struct Sample {
        let source: ArraySlice<Int32>
        let target: ArraySlice<Int32>
        let weight: Float
    }

    /// One direction: a probability and an expected count for each pair, and the prior.
    private struct Direction {
        var probabilities: [Float] = []
        var counts: [Float] = []
        var priors: [Float] = []
    }

    init(
        _ samples: [Sample], seed: [(key: UInt64, to: Float, from: Float)], source: TokenIndex,
        target: TokenIndex, _ options: AlignmentOptions
    ) {
        self.options = options
        self.source = source
        self.target = target
        self.samples = samples
        let size = samples.reduce(0) { $0 + $1.source.count * $1.target.count }
        numbering = PairNumbering(expecting: size / 4 + 2 * seed.count)
        pairs.reserveCapacity(size)
        toTarget = Direction()
        toSource = Direction()
        for sample in samples {
            for from in sample.source {
                for to in sample.target {
                    pairs.append(numbering.number(PairNumbering.key(from, to)))
                }
            }
        }
        for entry in seed { _ = numbering.number(entry.key) }
        start(seed)
    }

    private mutating func start(_ seed: [(key: UInt64, to: Float, from: Float)]) {
        let count = numbering.pairs.count
        let zeros = [Float](repeating: 0, count: count)
        toTarget = Direction(probabilities: zeros, counts: zeros, priors: zeros)
        toSource = toTarget
        for entry in seed {
            guard let number = numbering.find(entry.key) else { continue }
            toTarget.priors[Int(number)] = entry.to
            toSource.priors[Int(number)] = entry.from
        }
        for (number, key) in numbering.pairs.enumerated() {
            toTarget.probabilities[number] =
                target.share(Int(PairNumbering.target(key))) + toTarget.priors[number] * 0.5
            toSource.probabilities[number] =
                source.share(Int(PairNumbering.source(key))) + toSource.priors[number] * 0.5
        }
    }

    /// Runs the rounds and returns both tables.
    mutating func learn() -> (toTarget: TranslationTable, toSource: TranslationTable) {
        for round in 1...max(1, options.lexiconRounds) {
            count()
            let discount = round == max(1, options.lexiconRounds) ? options.discount : 0
            normalise(&toTarget, rowCount: source.count, discount, PairNumbering.source)
            normalise(&toSource, rowCount: target.count, discount, PairNumbering.target)
        }
        // Counted once more with what chance pairs have left, the counts tell what each word accounts for.
        count()
        let occurrences = occurrences()
        return (
            TranslationTable(
                entries(toTarget, from: PairNumbering.source, to: PairNumbering.target),
                rowCount: source.count, index: target,
                fertilities: fertilities(toTarget, occurrences.source, PairNumbering.source)),
            TranslationTable(
                entries(toSource, from: PairNumbering.target, to: PairNumbering.source),
                rowCount: target.count, index: source,
                fertilities: fertilities(toSource, occurrences.target, PairNumbering.target))
        )
    }

    /// How often each word occurs in the samples.
    private func occurrences() -> (source: [Float], target: [Float]) {
        var sources = [Float](repeating: 0, count: source.count)
        var targets = [Float](repeating: 0, count: target.count)
        for sample in samples {
            for word in sample.source { sources[Int(word)] += sample.weight }
            for word in sample.target { targets[Int(word)] += sample.weight }
        }
        return (sources, targets)
    }

    /// What the counts of a word's row come to for one occurrence, relative to the mean of all words; a word is taken
    /// to have stood a few more times as an average one.
    private func fertilities(
        _ direction: Direction, _ occurrences: [Float], _ row: (UInt64) -> Int32
    ) -> [Float] {
        var totals = [Float](repeating: 0, count: occurrences.count)
        for (number, key) in numbering.pairs.enumerated() {
            totals[Int(row(key))] += direction.counts[number]
        }
        let mean = totals.reduce(0, +) / max(1, occurrences.reduce(0, +))
        guard mean > 0 else { return Array(repeating: 1, count: occurrences.count) }
        return zip(totals, occurrences).map { total, count in
            (total / mean + Self.averageOccurrences) / (count + Self.averageOccurrences)
        }
    }

    private func entries(
        _ direction: Direction, from: (UInt64) -> Int32, to: (UInt64) -> Int32
    ) -> [TranslationTable.Entry] {
        numbering.pairs.indices.compactMap { number in
            let probability = direction.probabilities[number]
            guard probability > 1e-4 else { return nil }
            let key = numbering.pairs[number]
            return .init(from: from(key), to: to(key), probability: probability)
        }
    }

    /// Adds the expected counts of all samples.
    private mutating func count() {
        var counter = SampleCounter(pairs: pairs, options)
        let (targetShares, sourceShares) = (target.shares, source.shares)
        for sample in samples {
            counter.countTargets(
                sample, targetShares, toTarget.probabilities, &toTarget.counts)
            counter.countSources(
                sample, sourceShares, toSource.probabilities, &toSource.counts)
            counter.advance(past: sample)
        }
    }

    /// Counts become probabilities: (max(0, count - discount) + κ · prior) / (Σ count + κ).
    private func normalise(
        _ direction: inout Direction, rowCount: Int, _ discount: Float, _ row: (UInt64) -> Int32
    ) {
        var totals = [Float](repeating: 0, count: rowCount)
        for (number, key) in numbering.pairs.enumerated() {
            totals[Int(row(key))] += direction.counts[number]
        }
        for (number, key) in numbering.pairs.enumerated() {
            let kept = max(0, direction.counts[number] - discount)
            direction.probabilities[number] =
                (kept + options.priorCounts * direction.priors[number])
                / (totals[Int(row(key))] + options.priorCounts)
            direction.counts[number] = 0
        }
    }
}
