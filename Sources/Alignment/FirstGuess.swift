/// What the first pass takes for granted, before any word is known.
///
/// Where words look alike on both sides, or the texts are whole, any guess will do. Else a missing chapter leads astray:
/// the length ratio of the two texts is not that of their sentences, and without gaps the wrong chapters are tied. What
/// is learned from that is wrong as well, so several guesses are tried and compared by what comes of them.
struct FirstGuess: Sendable {
    /// What the ratio of the two texts' lengths is multiplied with.
    var ratioFactor: Float = 1
    var hasGaps = false

    /// Below this mean probability of so many links in a row something else was learned than what the texts mean.
    private static let leastCertainty: Float = 0.68
    private static let row = 40
    /// Whoever aligns two texts thinks that they have something in common: at least this share of the shorter one.
    private static let fewestLinks: Float = 0.25
    /// What a few texts of many lack is not worth a new beginning of all.
    private static let negligibleShare: Float = 0.1
    /// In texts with more sentences than this, both sides together, fewer guesses are tried.
    private static let largeSize = 20_000

    /// The guesses to try when the first led nowhere, the usual ones first.
    ///
    /// - Parameter size: sentences of both sides together.
    static func others(_ size: Int) -> [[FirstGuess]] {
        func guesses(_ factors: [Float], hasGaps: Bool) -> [FirstGuess] {
            factors.map { FirstGuess(ratioFactor: $0, hasGaps: hasGaps) }
        }
        let usual = guesses([1, 0.7, 1.4], hasGaps: true)
        if size > largeSize { return [usual] }
        return [
            usual, guesses([0.5, 2], hasGaps: true) + guesses([0.7, 1.4, 0.5, 2], hasGaps: false),
        ]
    }

    /// Whether a good part of the texts seems to be tied wrongly somewhere.
    static func isDoubtful(_ expectations: [Expectation]) -> Bool {
        var (doubtful, all) = (0, 0)
        for path in expectations.map(\.path) {
            all += path.count
            if path.count >= GapPriors.smallestText / 2, isDoubtful(path) { doubtful += path.count }
        }
        return Float(doubtful) > negligibleShare * Float(all)
    }

    private static func isDoubtful(_ path: [WeightedBead]) -> Bool {
        let links = path.filter(\.isLink)
        if Float(links.count) < fewestLinks * Float(shorterSide(path)) { return true }
        let weights = links.map(\.weight)
        let length = min(row, weights.count)
        var sum: Float = 0
        for (index, weight) in weights.enumerated() {
            sum += weight
            if index >= length { sum -= weights[index - length] }
            if index >= length - 1, sum < leastCertainty * Float(length) { return true }
        }
        return false
    }

    private static func shorterSide(_ path: [WeightedBead]) -> Int {
        path.last.map { min($0.sourceEnd, $0.targetEnd) } ?? 0
    }
}
