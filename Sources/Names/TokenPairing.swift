/// A stretch of one or two tokens of each name that are taken for one another, and what that costs.
struct TokenPairing: Sendable {
    let leftMask: UInt8
    let rightMask: UInt8
    /// 0 for the same sounds, about 1 for other ones.
    let cost: Float
    let weight: Float

    var left: Int { leftMask.trailingZeroBitCount }
    var right: Int { rightMask.trailingZeroBitCount }
}

/// Which tokens of two readings belong together: the cheapest first, order free.
struct TokenAssignment: Sendable {
    var pairings: [TokenPairing] = []
    var leftUsed: UInt8 = 0
    var rightUsed: UInt8 = 0

    /// Pairs above this are no pairs.
    static let ceiling: Float = 0.8

    mutating func choose(from candidates: [TokenPairing]) {
        pairings.removeAll(keepingCapacity: true)
        leftUsed = 0
        rightUsed = 0
        while true {
            var best: TokenPairing?
            for candidate in candidates
            where candidate.leftMask & leftUsed == 0 && candidate.rightMask & rightUsed == 0 {
                if candidate.cost < best?.cost ?? Self.ceiling { best = candidate }
            }
            guard let best else { return }
            pairings.append(best)
            leftUsed |= best.leftMask
            rightUsed |= best.rightMask
        }
    }

    var isInOrder: Bool {
        let byLeft = pairings.sorted { $0.left < $1.left }
        return zip(byLeft, byLeft.dropFirst()).allSatisfy { $0.right < $1.right }
    }
}
