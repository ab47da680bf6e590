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
        var stretches: [Stretch] = []
        var counts: [Int] = []
        for pair in pairs {
            let cut = Stretch.cut(
                source.encode(pair.source), target.encode(pair.target), pair.earlier,
                settled: pair.settled)
            stretches += cut
            counts.append(cut.count)
        }
        let seed = SeedCollector(
            source, target, names: names, lexicon: lexicon, terms: terms
        ).seed()
        var learner = JointLearner(
            stretches, source: source, target: target, seed: seed, options, jobs: jobs)
        let paths = learner.run()
        var beads: [[Bead]] = []
        var first = 0
        for count in counts {
            let range = first..<first + count
            let calibration = ScoreCalibration(shapes: range.flatMap { paths[$0].map(\.shape) })
            beads.append(
                range.flatMap {
                    Self.beads(paths[$0], stretches[$0], calibration, learner.model.length)
                })
            first += count
        }
        return (beads, Lexicon(learner.model, source, target))
    }

    private static func beads(
        _ path: [WeightedBead], _ stretch: Stretch, _ calibration: ScoreCalibration,
        _ length: LengthModel
    ) -> [Bead] {
        if let lock = stretch.lock { return [lock] }
        return path.map { bead in
            let source = bead.source.lowerBound + stretch.sourceStart
            let target = bead.target.lowerBound + stretch.targetStart
            return Bead(
                source: source..<source + bead.shape.source,
                target: target..<target + bead.shape.target,
                score: calibration.probability(
                    posterior: bead.weight, words: stretch.wordCount(bead),
                    misfit: stretch.misfit(bead, length)))
        }
    }
}
