/// Where pairs of one name and of two names part: what makes the costs of languages comparable.
struct LetterCostEven {
    /// The cost a letter at which as many names are missed as others are taken for them.
    let cost: Float

    /// How many pairs are tried, and with how many other names each.
    private static let tried = 4000
    private static let others = 40

    /// - Parameter words: pairs; each one's hardest negative is the nearest of some other pairs' Latin words.
    init(_ words: [(units: [UInt16], latin: [UInt8])], _ costs: LetterCosts) {
        var room = [Float](repeating: 0, count: LetterAligner.roomNeeded)
        cost = room.withUnsafeMutableBufferPointer { room in
            guard let room = room.baseAddress, !words.isEmpty else { return 1 }
            return Self.cost(words, LetterAligner(costs: costs, room: room))
        }
    }

    private static func cost(
        _ words: [(units: [UInt16], latin: [UInt8])], _ aligner: LetterAligner
    ) -> Float {
        var same: [Float] = []
        var other: [Float] = []
        for index in stride(from: 0, to: words.count, by: max(1, words.count / tried)) {
            var word = LetterRun()
            word.append(words[index].units, aligner.costs)
            let cost = { (latin: [UInt8]) in
                var letters = LetterRun()
                letters.append(latin: latin)
                return aligner.cost(
                    word, word.range(0, 1), letters, letters.range(0, 1), ceiling: .infinity)
            }
            same.append(cost(words[index].latin))
            var least = Float.infinity
            for offset in 1...others {
                // A stride that shares no factor with most counts: neighbours in a list are often kin.
                let latin = words[(index + offset * 7919) % words.count].latin
                if latin != words[index].latin { least = min(least, cost(latin)) }
            }
            if least.isFinite { other.append(least) }
        }
        return crossing(same.sorted(), other.sorted())
    }

    private static func crossing(_ same: [Float], _ other: [Float]) -> Float {
        var below = 0
        for (index, cost) in same.enumerated() {
            while below < other.count, other[below] < cost { below += 1 }
            if (same.count - index) * max(1, other.count) <= below * same.count {
                return max(0.1, cost)
            }
        }
        return max(0.1, same.last ?? 1)
    }
}
