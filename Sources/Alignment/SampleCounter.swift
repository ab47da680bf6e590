/// Shares the words of a bead out among the words of the other side, pair by pair.
///
/// A word looks for its translation near its own place: `PlaceWeight` says how near.
struct SampleCounter {
    /// For each sample, source word by source word, the number of the pair with each target word.
    private let pairs: [Int32]
    private let backgroundShare: Float
    private let placeWeight: PlaceWeight
    private var start = 0
    /// By pair of places of the sample, then by row: weights and their sums.
    private var weights: [Float] = []

    init(pairs: [Int32], _ options: AlignmentOptions) {
        self.pairs = pairs
        backgroundShare = options.backgroundShare
        placeWeight = PlaceWeight(options)
    }

    mutating func advance(past sample: ModelOne.Sample) {
        start += sample.source.count * sample.target.count
    }

    /// The target words t at places j, each shared out among the source words s at places i and the background:
    ///
    /// count(s, t) += w · (1-λ) k(i, j) p(t|s) / ((1-λ) Σ k(i', j) p(t|s') + λ p(t)),
    /// where w is the weight of the sample and the place weights k add up to 1 for each j
    mutating func countTargets(
        _ sample: ModelOne.Sample, _ shares: [Float], _ probabilities: [Float],
        _ counts: inout [Float]
    ) {
        let (height, width) = (sample.source.count, sample.target.count)
        guard height > 0, width > 0 else { return }
        var factors = weighByTarget(height, width)
        let (numbers, start) = (pairs, start)
        let (pairs, probabilities) = (numbers.span, probabilities.span)
        var sums = sample.target.map { backgroundShare * shares[Int($0)] }
        var weights = weights.mutableSpan
        for row in 0..<height {
            for column in 0..<width {
                let place = row * width + column
                let pair = Int(pairs[unchecked: start + place])
                let part =
                    weights[unchecked: place] * factors[column] * probabilities[unchecked: pair]
                weights[unchecked: place] = part
                sums[column] += part
            }
        }
        for column in 0..<width { factors[column] = sample.weight / sums[column] }
        var counted = counts.mutableSpan
        for row in 0..<height {
            for column in 0..<width {
                let place = row * width + column
                counted[unchecked: Int(pairs[unchecked: start + place])] +=
                    weights[unchecked: place] * factors[column]
            }
        }
    }

    /// Fills the weights of all places.
    ///
    /// - Returns: by target place the factor that makes its weights add up to 1-λ.
    private mutating func weighByTarget(_ height: Int, _ width: Int) -> [Float] {
        weights.removeAll(keepingCapacity: true)
        var sums = [Float](repeating: 0, count: width)
        let step = Float(height) / Float(width) / placeWeight.reach
        for row in 0..<height {
            let middle = (Float(row) + 0.5) / placeWeight.reach - step * 0.5
            for column in 0..<width {
                let weight =
                    placeWeight.farShare + placeWeight.near(middle - Float(column) * step)
                weights.append(weight)
                sums[column] += weight
            }
        }
        return sums.map { (1 - backgroundShare) / $0 }
    }

    /// The source words, likewise.
    mutating func countSources(
        _ sample: ModelOne.Sample, _ shares: [Float], _ probabilities: [Float],
        _ counts: inout [Float]
    ) {
        let (height, width) = (sample.source.count, sample.target.count)
        guard height > 0, width > 0 else { return }
        let numbers = pairs
        let (pairs, probabilities) = (numbers.span, probabilities.span)
        var counted = counts.mutableSpan
        var place = start
        for (row, word) in sample.source.enumerated() {
            let factor = weighBySource(row, height, width)
            var sum = backgroundShare * shares[Int(word)]
            for column in 0..<width {
                let pair = Int(pairs[unchecked: place + column])
                weights[column] *= factor * probabilities[unchecked: pair]
                sum += weights[column]
            }
            for column in 0..<width {
                counted[unchecked: Int(pairs[unchecked: place + column])] +=
                    weights[column] * sample.weight / sum
            }
            place += width
        }
    }

    /// Fills the weights that the places of the target have for one of the source.
    ///
    /// - Returns: the factor that makes them add up to 1-λ.
    private mutating func weighBySource(_ row: Int, _ height: Int, _ width: Int) -> Float {
        weights.removeAll(keepingCapacity: true)
        let own = (Float(row) + 0.5) * Float(width) / Float(height) - 0.5
        var sum: Float = 0
        for column in 0..<width {
            let weight =
                placeWeight.farShare
                + placeWeight.near((Float(column) - own) / placeWeight.reach)
            weights.append(weight)
            sum += weight
        }
        return (1 - backgroundShare) / sum
    }
}
