/// Shares the words of a bead out among the words of the other side, pair by pair.
struct SampleCounter {
    /// For each sample, source word by source word, the number of the pair with each target word.
    private let pairs: [Int32]
    private let backgroundShare: Float
    private var start = 0

    init(pairs: [Int32], backgroundShare: Float) {
        self.pairs = pairs
        self.backgroundShare = backgroundShare
    }

    mutating func advance(past sample: ModelOne.Sample) {
        start += sample.source.count * sample.target.count
    }

    /// The target words, each shared out among the source words and the background:
    ///
    /// count(s, t) += w · a p(t|s) / (a Σ p(t|s') + λ p(t)), where a = (1-λ) / number of source words
    func countTargets(
        _ sample: ModelOne.Sample, _ shares: [Float], _ probabilities: [Float],
        _ counts: inout [Float]
    ) {
        let width = sample.target.count
        let part = (1 - backgroundShare) / Float(max(1, sample.source.count))
        var factors = sample.target.map { backgroundShare * shares[Int($0)] }
        let (pairs, probabilities) = (pairs.span, probabilities.span)
        var sums = factors.mutableSpan
        var place = start
        for _ in 0..<sample.source.count {
            for column in 0..<width {
                let pair = Int(pairs[unchecked: place + column])
                sums[unchecked: column] += part * probabilities[unchecked: pair]
            }
            place += width
        }
        for column in 0..<width {
            sums[unchecked: column] = sample.weight * part / sums[unchecked: column]
        }
        var counted = counts.mutableSpan
        place = start
        for _ in 0..<sample.source.count {
            for column in 0..<width {
                let pair = Int(pairs[unchecked: place + column])
                counted[unchecked: pair] +=
                    probabilities[unchecked: pair] * sums[unchecked: column]
            }
            place += width
        }
    }

    /// The source words, likewise.
    func countSources(
        _ sample: ModelOne.Sample, _ shares: [Float], _ probabilities: [Float],
        _ counts: inout [Float]
    ) {
        let width = sample.target.count
        let part = (1 - backgroundShare) / Float(max(1, width))
        let (pairs, probabilities) = (pairs.span, probabilities.span)
        var counted = counts.mutableSpan
        var place = start
        for word in sample.source {
            var sum = backgroundShare * shares[Int(word)]
            for column in 0..<width {
                sum += part * probabilities[unchecked: Int(pairs[unchecked: place + column])]
            }
            let factor = sample.weight * part / sum
            for column in 0..<width {
                let pair = Int(pairs[unchecked: place + column])
                counted[unchecked: pair] += probabilities[unchecked: pair] * factor
            }
            place += width
        }
    }
}
