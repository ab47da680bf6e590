internal import TextCore

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
    private let seed: [(key: UInt64, to: Float, from: Float)]
    /// For each sample, source word by source word, the number of the pair with each target word.
    private var pairs: [Int32] = []

    private static let averageOccurrences: Float = 3

    /// The words of one bead.
    struct Sample {
        let source: ArraySlice<Int32>
        let target: ArraySlice<Int32>
        let weight: Float
    }

    /// The side whose words are explained by those of the other.
    private enum Side {
        case source, target

        /// The word of a pair that explains.
        func row(_ key: UInt64) -> Int {
            Int(self == .target ? PairNumbering.source(key) : PairNumbering.target(key))
        }

        /// The word of a pair that is explained.
        func column(_ key: UInt64) -> Int {
            Int(self == .target ? PairNumbering.target(key) : PairNumbering.source(key))
        }
    }

    /// One direction: a probability and an expected count for each pair, and the prior.
    private struct Direction {
        let side: Side
        var probabilities: [Float]
        var counts: [Float]
        var priors: [Float]
    }

    init(
        _ samples: [Sample], seed: [(key: UInt64, to: Float, from: Float)], source: TokenIndex,
        target: TokenIndex, _ options: AlignmentOptions
    ) {
        self.options = options
        self.source = source
        self.target = target
        self.samples = samples
        self.seed = seed
        let size = samples.reduce(0) { $0 + $1.source.count * $1.target.count }
        numbering = PairNumbering(expecting: size / 4 + 2 * seed.count)
        pairs.reserveCapacity(size)
        for sample in samples {
            for from in sample.source {
                for to in sample.target {
                    pairs.append(numbering.number(PairNumbering.key(from, to)))
                }
            }
        }
        for entry in seed { _ = numbering.number(entry.key) }
    }

    /// What a direction starts from: the words' shares, and the prior.
    private func start(_ side: Side) -> Direction {
        let zeros = [Float](repeating: 0, count: numbering.pairs.count)
        var direction = Direction(side: side, probabilities: zeros, counts: zeros, priors: zeros)
        for entry in seed {
            guard let number = numbering.find(entry.key) else { continue }
            direction.priors[Int(number)] = side == .target ? entry.to : entry.from
        }
        let explained = side == .target ? target : source
        for (number, key) in numbering.pairs.enumerated() {
            direction.probabilities[number] =
                explained.share(side.column(key)) + direction.priors[number] * 0.5
        }
        return direction
    }

    /// Runs the rounds and returns both tables.
    ///
    /// - Parameter jobs: with more than one the two directions, which know nothing of each other, run side by side.
    func learn(jobs: Int) -> (toTarget: TranslationTable, toSource: TranslationTable) {
        let tables = Parallel.map([Side.target, .source], jobs: jobs) { side in
            var direction = start(side)
            for round in 1...max(1, options.lexiconRounds) {
                count(&direction)
                let discount = round == max(1, options.lexiconRounds) ? options.discount : 0
                normalise(&direction, discount)
            }
            // Counted once more with what chance pairs have left, the counts tell what each word accounts for.
            count(&direction)
            return table(direction)
        }
        return (tables[0], tables[1])
    }

    private func table(_ direction: Direction) -> TranslationTable {
        let side = direction.side
        return TranslationTable(
            entries(direction), rowCount: given(side).count,
            index: side == .target ? target : source, fertilities: fertilities(direction))
    }

    /// The words that say something of those of a side.
    private func given(_ side: Side) -> TokenIndex { side == .target ? source : target }

    /// What the counts of a word's row come to for one occurrence, relative to the mean of all words; a word is taken
    /// to have stood a few more times as an average one.
    private func fertilities(_ direction: Direction) -> [Float] {
        let count = given(direction.side).count
        var totals = [Float](repeating: 0, count: count)
        for (number, key) in numbering.pairs.enumerated() {
            totals[direction.side.row(key)] += direction.counts[number]
        }
        var occurrences = [Float](repeating: 0, count: count)
        for sample in samples {
            let words = direction.side == .target ? sample.source : sample.target
            for word in words { occurrences[Int(word)] += sample.weight }
        }
        let mean = totals.reduce(0, +) / max(1, occurrences.reduce(0, +))
        guard mean > 0 else { return Array(repeating: 1, count: count) }
        return zip(totals, occurrences).map { total, count in
            (total / mean + Self.averageOccurrences) / (count + Self.averageOccurrences)
        }
    }

    private func entries(_ direction: Direction) -> [TranslationTable.Entry] {
        numbering.pairs.indices.compactMap { number in
            let probability = direction.probabilities[number]
            guard probability > 1e-4 else { return nil }
            let key = numbering.pairs[number]
            return .init(
                from: Int32(direction.side.row(key)), to: Int32(direction.side.column(key)),
                probability: probability)
        }
    }

    /// Adds the expected counts of all samples.
    private func count(_ direction: inout Direction) {
        var counter = SampleCounter(pairs: pairs, options)
        let shares = direction.side == .target ? target.shares : source.shares
        for sample in samples {
            switch direction.side {
            case .target:
                counter.countTargets(
                    sample, shares, direction.probabilities, &direction.counts)
            case .source:
                counter.countSources(
                    sample, shares, direction.probabilities, &direction.counts)
            }
            counter.advance(past: sample)
        }
    }

    /// Counts become probabilities: (max(0, count - discount) + κ · prior) / (Σ count + κ).
    private func normalise(_ direction: inout Direction, _ discount: Float) {
        let side = direction.side
        var totals = [Float](repeating: 0, count: given(side).count)
        for (number, key) in numbering.pairs.enumerated() {
            totals[side.row(key)] += direction.counts[number]
        }
        for (number, key) in numbering.pairs.enumerated() {
            let kept = max(0, direction.counts[number] - discount)
            direction.probabilities[number] =
                (kept + options.priorCounts * direction.priors[number])
                / (totals[side.row(key)] + options.priorCounts)
            direction.counts[number] = 0
        }
    }
}
