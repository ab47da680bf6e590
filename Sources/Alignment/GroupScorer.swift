/// Scores the words of sentences of one side beside groups of one to four sentences of the other.
struct GroupScorer {
    private let given: EncodedSide
    private let table: TranslationTable
    private let background: Float
    /// The scored side without the tokens that no translation leads to: they are neutral.
    private var tokens: [Int32] = []
    private var offsets: [Int32] = [0]
    private let lengths: [Float]
    /// By token: what the group adds to its probability, relative to what it has anyway. Lane a-1 is the group of a.
    private var gains: [SIMD4<Float>]
    private var touched: [Int32] = []
    /// The scores of the last call, from the range's first sentence on.
    private(set) var scores: [SIMD4<Float>] = []

    init(
        of scored: EncodedSide, given: EncodedSide, _ table: TranslationTable, _ background: Float
    ) {
        self.given = given
        self.table = table
        self.background = background
        gains = Array(repeating: .zero, count: table.isReached.count)
        lengths = (0..<scored.count).map { Float(scored.tokens(of: $0).count) }
        for sentence in 0..<scored.count {
            for place in scored.tokens(of: sentence)
            where table.isReached[Int(scored.tokens[place])] {
                tokens.append(scored.tokens[place])
            }
            offsets.append(Int32(tokens.count))
        }
    }

    /// For each sentence of a range and each group of 1...4 sentences that ends with `groupEnd`:
    /// Σ over the sentence's words t of log(λ + (1 - λ) · mean over the group's words s of p(t|s) / p(t)).
    /// The mean is weighted by the fertilities of s.
    mutating func score(_ range: Range<Int>, groupEnd: Int) {
        let base = collect(groupEnd)
        let logBase = VectorMath.log(base)
        scores.removeAll(keepingCapacity: true)
        for sentence in range {
            scores.append(logProduct(sentence) + logBase * lengths[sentence])
        }
        for token in touched { gains[Int(token)] = .zero }
        touched.removeAll(keepingCapacity: true)
    }

    /// Fills `gains` for the groups that end with a sentence, and returns what a word has without any gain:
    /// λ + (1 - λ) · mean of the unspent mass.
    private mutating func collect(_ groupEnd: Int) -> SIMD4<Float> {
        var counts = SIMD4<Float>.zero
        var unspent = SIMD4<Float>.zero
        for back in 0..<min(4, groupEnd + 1) {
            var lanes = SIMD4<Float>.zero
            for lane in back..<4 { lanes[lane] = 1 }
            for place in given.tokens(of: groupEnd - back) {
                let word = Int(given.tokens[place])
                let weights = lanes * table.fertilities[word]
                counts += weights
                unspent += weights * table.unspent[word]
                add(word, weights)
            }
        }
        let share = (1 - background) / counts.replacing(with: 1, where: counts .<= 0)
        let neutral = SIMD4<Float>(repeating: 1).replacing(
            with: unspent * share + background, where: counts .> 0)
        let scale = share / neutral
        for token in touched { gains[Int(token)] *= scale }
        return neutral
    }

    private mutating func add(_ word: Int, _ weights: SIMD4<Float>) {
        for place in Int(table.rowStarts[word])..<Int(table.rowStarts[word + 1]) {
            let column = table.columns[place]
            // The smallest group holds whatever comes first, so the last lane tells whether anything came yet.
            if gains[Int(column)][3] == 0 { touched.append(column) }
            gains[Int(column)] += weights * table.ratios[place]
        }
    }

    /// Σ over the words of a sentence of log(1 + gain), as the logarithm of products that cannot overflow.
    private func logProduct(_ sentence: Int) -> SIMD4<Float> {
        let tokens = tokens.span
        let gains = gains.span
        let end = Int(offsets[sentence + 1])
        var place = Int(offsets[sentence])
        var sum = SIMD4<Float>.zero
        var product = SIMD4<Float>(repeating: 1)
        while place < end {
            // Four factors below 10⁷ (see `TranslationTable.largestRatio`) still fit above 10⁹.
            if product.max() > 1e9 {
                sum += VectorMath.log(product)
                product = SIMD4(repeating: 1)
            }
            let stop = min(place + 4, end)
            while place < stop {
                product *= gains[unchecked: Int(tokens[unchecked: place])] + 1
                place += 1
            }
        }
        return sum + VectorMath.log(product)
    }
}
