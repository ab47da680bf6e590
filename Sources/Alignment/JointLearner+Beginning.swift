internal import TextCore

/// The first two passes: what the texts are taken for before a word is known.
extension JointLearner {
    /// - Returns: what the second pass expects, under the first guess that leads to something.
    mutating func begin() -> [Expectation] {
        var expectations = begin(FirstGuess())
        // Trying anew costs several times as much, so the usual guesses come first.
        for guesses in FirstGuess.others(sentences) where FirstGuess.isDoubtful(expectations) {
            expectations = spread(likeliest(expectations, guesses))
        }
        return expectations
    }

    private var sentences: Int {
        stretches.reduce(0) { $0 + $1.source.count + $1.target.count }
    }

    private mutating func begin(_ guess: FirstGuess) -> [Expectation] {
        model.gaps = GapPriors(leaving: guess.hasGaps ? GapPriors.firstLeaving : nil)
        model.length.ratio *= guess.ratioFactor
        learn(from: expect(isRough: true))
        model.gaps = GapPriors(leaving: GapPriors.firstLeaving)
        bands = stretches.map { _ in nil }
        return expect(isRough: 1 < options.roughPasses)
    }

    /// Goes on with the guess under which the texts are likeliest: what came of the first, or one of others.
    private mutating func likeliest(
        _ first: [Expectation], _ guesses: [FirstGuess]
    ) -> [Expectation] {
        let learner = self
        let others = Parallel.map(guesses, jobs: jobs) { guess in
            var other = learner
            other.jobs = 1
            other.model = learner.start
            other.bands = learner.stretches.map { _ in nil }
            let expectations = other.begin(guess)
            return (learner: other, expectations: expectations)
        }
        var (best, most) = (self, first)
        for other in others
        where Self.likelihood(other.expectations) > Self.likelihood(most) {
            (best, most) = (other.learner, other.expectations)
        }
        best.jobs = jobs
        self = best
        return most
    }

    /// Learns on from the parts that are right as long as that makes the texts likelier.
    private mutating func spread(_ first: [Expectation]) -> [Expectation] {
        var expectations = first
        for _ in 0..<options.spreadingPasses where FirstGuess.isDoubtful(expectations) {
            var other = self
            other.learn(from: expectations)
            other.bands = stretches.map { _ in nil }
            let next = other.expect(isRough: true)
            guard Self.likelihood(next) > Self.likelihood(expectations) else { break }
            self = other
            expectations = next
        }
        return expectations
    }

    private static func likelihood(_ expectations: [Expectation]) -> Double {
        expectations.reduce(0) { $0 + $1.likelihood }
    }
}
