internal import Glibc

/// Scores the words of one group of sentences beside another by what they mean and where they stand.
///
/// A translation keeps roughly to the order of its source, so a word is looked for near its own place. This is what
/// tells a bead of two sentences by two from two beads of one: where words cross the boundary they are found in the
/// larger bead, and where none does they are no farther away in the smaller ones.
struct PlacedWordScorer {
    private let backgroundShare: Float
    private let placeWeight: PlaceWeight
    /// By token of the scored side: the last place near the present word where it stands, -1 where there is none.
    private var places: [Int32]
    /// By token: what the given words say of it wherever it stands.
    private var anywhere: [Float]
    /// By place: the place before it with the same token.
    private var previous: [Int32] = []
    /// By place: the weights of the given words there, and the weighted sum of their ratios.
    private var weights: [Float] = []
    private var sums: [Float] = []

    /// Beyond so many times its reach a word is far.
    private static let horizon: Float = 8

    init(tokenCount: Int, _ options: AlignmentOptions) {
        backgroundShare = options.backgroundShare
        placeWeight = PlaceWeight(options)
        places = Array(repeating: -1, count: tokenCount)
        anywhere = Array(repeating: 0, count: tokenCount)
    }

    /// Σ over the scored words t, at places j, of log(λ + (1 - λ) · Σ w(s, i, j) p(t|s) / p(t)), where i are the
    /// places of the given words s. The weights w add up to 1 for each j and go with the fertility of s times
    /// m + (1 - m) / (1 + (d / r)²), or times m where d > 8 r; d is the distance of the places in given words.
    mutating func score(
        _ scored: ArraySlice<Int32>, given: ArraySlice<Int32>, _ table: TranslationTable
    ) -> Float {
        guard !scored.isEmpty, !given.isEmpty else { return 0 }
        reset(scored.count)
        let (weight, unspent) = collect(scored, given, table)
        var sum: Float = 0
        for (place, token) in scored.enumerated() {
            let far = unspent + anywhere[Int(token)]
            let ratio = (sums[place] + far) / (weights[place] + weight)
            sum += logf(backgroundShare + (1 - backgroundShare) * ratio)
        }
        for token in scored { places[Int(token)] = -1 }
        for word in given { spreadAnywhere(Int(word), table) { _, _ in 0 } }
        return sum
    }

    private mutating func reset(_ count: Int) {
        previous.removeAll(keepingCapacity: true)
        weights.removeAll(keepingCapacity: true)
        weights.append(contentsOf: repeatElement(0, count: count))
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: count))
    }

    /// - Returns: what the given words weigh at every place however far, and what they leave to the background there.
    private mutating func collect(
        _ scored: ArraySlice<Int32>, _ given: ArraySlice<Int32>, _ table: TranslationTable
    ) -> (weight: Float, unspent: Float) {
        let step = Float(given.count) / Float(scored.count)
        let span = placeWeight.reach * Self.horizon / step
        var (weight, unspent): (Float, Float) = (0, 0)
        for (index, word) in given.enumerated() {
            let word = Int(word)
            // The place where a word in the same part of the scored group stands.
            let middle = (Float(index) + 0.5) / step - 0.5
            let near =
                max(
                    0, Int((middle - span).rounded(.up)))..<min(
                    scored.count, Int((middle + span).rounded(.down)) + 1)
            advance(to: near.upperBound, scored)
            let fertility = table.fertilities[word]
            weight += placeWeight.farShare * fertility
            unspent += placeWeight.farShare * fertility * table.unspent[word]
            addNear(word, near, middle, step, table)
            let farShare = placeWeight.farShare
            spreadAnywhere(word, table) { $0 + farShare * $1 }
        }
        return (weight, unspent)
    }

    /// Lets the places before `end` be found by their tokens.
    private mutating func advance(to end: Int, _ scored: ArraySlice<Int32>) {
        while previous.count < end {
            let token = Int(scored[scored.startIndex + previous.count])
            let place = Int32(previous.count)
            previous.append(places[token])
            places[token] = place
        }
    }

    private mutating func addNear(
        _ word: Int, _ near: Range<Int>, _ middle: Float, _ step: Float, _ table: TranslationTable
    ) {
        let fertility = table.fertilities[word]
        let factor = step / placeWeight.reach
        addNearShares(near, middle, factor, fertility, fertility * table.unspent[word])
        for entry in Int(table.rowStarts[word])..<Int(table.rowStarts[word + 1]) {
            var place = Int(places[Int(table.columns[entry])])
            while place >= near.lowerBound {
                let weight = placeWeight.near((middle - Float(place)) * factor)
                sums[place] += fertility * weight * table.ratios[entry]
                place = Int(previous[place])
            }
        }
    }

    /// Adds what a word weighs at the places near it, and what it leaves to the background there.
    private mutating func addNearShares(
        _ near: Range<Int>, _ middle: Float, _ factor: Float, _ share: Float, _ unspent: Float
    ) {
        for place in near {
            let weight = placeWeight.near((middle - Float(place)) * factor)
            weights[place] += share * weight
            sums[place] += unspent * weight
        }
    }

    /// Changes what is known of the tokens that a word leads to, by what is known and the word's part.
    private mutating func spreadAnywhere(
        _ word: Int, _ table: TranslationTable, _ change: (Float, Float) -> Float
    ) {
        let fertility = table.fertilities[word]
        for entry in Int(table.rowStarts[word])..<Int(table.rowStarts[word + 1]) {
            let token = Int(table.columns[entry])
            anywhere[token] = change(anywhere[token], fertility * table.ratios[entry])
        }
    }
}
