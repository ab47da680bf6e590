public import TextCore

/// Aligns the sentences of translations by what the texts themselves teach.
///
/// Lexicon and beads are learned together by expectation maximisation over every pair of a collection, from nothing but
/// lengths, numbers, punctuation and words that look alike. The same input gives the same output.
public struct SentenceAligner: Sendable {
    private let options: AlignmentOptions
    private let names: (any TokenKeying)?
    private let lexicon: Lexicon?
    private let terms: TermTable?

    /// - Parameters:
    ///   - names: ties the renderings of a name in two scripts.
    ///   - lexicon: what was learned before; used where its languages are those of a pair.
    ///   - terms: what glossaries and dictionaries say, of the languages of the pairs.
    public init(
        _ options: AlignmentOptions = AlignmentOptions(), names: (any TokenKeying)? = nil,
        lexicon: Lexicon? = nil, terms: TermTable? = nil
    ) {
        self.options = options
        self.names = names
        self.lexicon = lexicon
        self.terms = terms
    }

    /// Aligns one pair and learns from it alone.
    ///
    /// - Returns: beads in order that together hold every sentence of both sides once. The score of an `auto` bead is
    ///   the calibrated probability that it is right; confirmed beads come back as they were.
    public func align(_ pair: AlignmentPair, jobs: Int = 1) -> [Bead] {
        align([pair], jobs: jobs).beads.first ?? []
    }

    /// Aligns many pairs of one language pair and learns one lexicon from them all.
    ///
    /// - Parameters:
    ///   - pairs: the languages of the first count for all; texts of other languages want a call of their own.
    ///   - jobs: how many threads at most; the answer is the same for every number.
    /// - Returns: the beads of each pair, in the order of the pairs, and the lexicon that was learned.
    public func align(
        _ pairs: [AlignmentPair], jobs: Int = 1
    ) -> (beads: [[Bead]], lexicon: Lexicon) {
        let languages = pairs.first.map { ($0.source.language, $0.target.language) }
        var source = TokenIndex(languages?.0 ?? .undetermined)
        var target = TokenIndex(languages?.1 ?? .undetermined)
        let sides = pairs.map { (source.encode($0.source), target.encode($0.target)) }
        let cuts = zip(pairs, sides).map { pair, sides in
            Stretch.cut(sides.0, sides.1, pair.earlier, settled: pair.settled)
        }
        let seed = SeedCollector(
            source, target, names: names, lexicon: lexicon, terms: terms
        ).seed()
        var learner = JointLearner(
            cuts.flatMap(\.self), source: source, target: target, seed: seed, options, jobs: jobs)
        var paths = learner.run()[...]
        var work: [(pair: AlignmentPair, whole: Stretch, paths: [(Stretch, [WeightedBead])])] = []
        for (index, cut) in cuts.enumerated() {
            let (source, target) = sides[index]
            work.append(
                (
                    pairs[index], Stretch.whole(source, target, pairs[index].earlier),
                    Array(zip(cut, paths))
                ))
            paths = paths.dropFirst(cut.count)
        }
        let model = learner.model
        let beads = Parallel.map(work, jobs: jobs) {
            self.beads($0.pair, $0.whole, $0.paths, model)
        }
        return (beads, Lexicon(model, source, target))
    }

    /// - Parameter paths: the stretches of a pair with their beads.
    private func beads(
        _ pair: AlignmentPair, _ whole: Stretch,
        _ paths: [(Stretch, [WeightedBead])], _ model: AlignmentModel
    ) -> [Bead] {
        let calibration = ScoreCalibration(shapes: paths.flatMap { $0.1.map(\.shape) })
        let inOrder = paths.flatMap { Self.beads($1, $0, calibration, model.length) }
        let crossing = Stretch.crossing(pair.earlier, whole.source.count, whole.target.count)
        let beads = MovedBeads.inserted(crossing, into: inOrder)
        guard options.findsMoves else { return beads }
        var finder = MoveFinder(
            whole, paths.flatMap { stretch, path in path.map(stretch.placed) }, taken: crossing,
            model, options)
        let moves = Self.beads(finder.moves(), whole, calibration, model.length)
        return MovedBeads.inserted(moves, into: beads)
    }

    private static func beads(
        _ path: [WeightedBead], _ stretch: Stretch, _ calibration: ScoreCalibration,
        _ length: LengthModel
    ) -> [Bead] {
        if let lock = stretch.lock { return [lock] }
        return path.map { bead in
            let placed = stretch.placed(bead)
            return Bead(
                source: placed.source, target: placed.target,
                score: calibration.probability(
                    posterior: bead.weight, words: stretch.wordCount(bead),
                    misfit: stretch.misfit(bead, length)))
        }
    }
}
