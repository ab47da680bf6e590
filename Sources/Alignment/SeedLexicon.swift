/// What is known of word pairs before anything is learned, with a weight from 0 to 1.
///
/// Sources agree by the larger weight; weights of a word that add up to more than 1 are scaled down.
struct SeedLexicon: Sendable {
    private var weights: [UInt64: Float] = [:]

    mutating func add(_ source: Int32, _ target: Int32, _ weight: Float) {
        let key = PairNumbering.key(source, target)
        weights[key] = max(weights[key] ?? 0, weight)
    }

    /// Each pair with its weight as p(target|source) and as p(source|target), in a fixed order.
    func entries(sourceCount: Int, targetCount: Int) -> [(key: UInt64, to: Float, from: Float)] {
        var ofSource = [Float](repeating: 0, count: sourceCount)
        var ofTarget = [Float](repeating: 0, count: targetCount)
        let sorted = weights.sorted { $0.key < $1.key }
        for (key, weight) in sorted {
            ofSource[Int(PairNumbering.source(key))] += weight
            ofTarget[Int(PairNumbering.target(key))] += weight
        }
        return sorted.map { key, weight in
            (
                key, weight / max(1, ofSource[Int(PairNumbering.source(key))]),
                weight / max(1, ofTarget[Int(PairNumbering.target(key))])
            )
        }
    }
}
