internal import TextCore

/// Compares names by their sounds, whatever scripts they are written in.
///
/// Tokens are assigned to each other in any order; the worst-matching token has the greatest say, because a name with
/// one wrong token is another name. Not thread-safe: one matcher a task.
public final class NameMatcher {
    private let languages: NameLanguages
    private var costs: [Int: SoundCosts] = [:]
    private var lastPair = -1
    private var current: SoundCosts?
    private var letterCosts: (left: LetterCosts?, right: LetterCosts?) = (nil, nil)
    private var letterRow = [Float](repeating: 0, count: LetterAligner.roomNeeded)
    private var row = [Float](repeating: 0, count: SoundAligner.roomNeeded)
    private var candidates: [TokenPairing] = []
    private var assignment = TokenAssignment()

    /// How much of the cost is the worst token's.
    static let worstShare: Float = 0.45
    /// The cost at which a pair is as likely one name as two.
    static let evenCost: Float = 0.30
    static let steepness: Float = 13
    /// A single token has no other to speak for it.
    static let loneFactor: Float = 1.2

    /// - Parameter languages: those of the readers that made the records to compare.
    public init(_ languages: NameLanguages) { self.languages = languages }

    /// 0 to 1, as ``NameMatch/score``.
    public func score(_ left: NameRecord, _ right: NameRecord) -> Double {
        Self.probability(cost(left, right).cost)
    }

    static func probability(_ cost: Float) -> Double {
        1 / (1 + NaturalExponential.of(Double(steepness * (cost - evenCost))))
    }

    /// The cost of the best pair of readings, and which they are.
    func cost(_ left: NameRecord, _ right: NameRecord) -> (cost: Float, left: Int, right: Int) {
        prepare(left.costs, right.costs)
        var best: (cost: Float, left: Int, right: Int) = (9, 0, 0)
        // Two names in Latin letters are spelled alike or not, however the letters are read.
        let areLatin = left.script == .latin && right.script == .latin
        for (i, a) in left.readings.enumerated() where !(areLatin && a.scheme == .otherSpelling) {
            for (j, b) in right.readings.enumerated()
            where !(areLatin && b.scheme == .otherSpelling) {
                let cost = cost(a, b) + a.penalty + b.penalty
                if cost < best.cost { best = (cost, i, j) }
            }
        }
        best.cost *= Self.sameScriptFactor(left, right)
        best.cost += Self.writingCost(left, right)
        return best
    }

    /// In a script that does not write sounds, names that sound alike are two names when they are written otherwise.
    private static func writingCost(_ left: NameRecord, _ right: NameRecord) -> Float {
        guard left.script == .han, right.script == .han else { return 0 }
        if left.folded == right.folded { return -1 }
        let shared = Set(left.folded).intersection(right.folded).count
        return 0.7 * (1 - Float(shared) / Float(max(left.folded.count, right.folded.count)))
    }

    private func prepare(_ left: Int, _ right: Int) {
        let pair = left << 16 | right
        guard pair != lastPair else { return }
        lastPair = pair
        let known = costs[pair] ?? languages.costs(left, right)
        costs[pair] = known
        current = known
        letterCosts = (languages.letterCosts(left), languages.letterCosts(right))
    }

    /// Names in one script were not changed by a transliteration: what differs, differs in earnest.
    private static func sameScriptFactor(_ left: NameRecord, _ right: NameRecord) -> Float {
        guard left.script == right.script else { return 1 }
        return left.language == right.language ? 2 : 1.5
    }

    /// Assigns the tokens of two readings; the result stays in ``assignment`` until the next call.
    private func cost(_ left: NameReading, _ right: NameReading) -> Float {
        guard let current else { return 9 }
        candidates.removeAll(keepingCapacity: true)
        let whole = row.withUnsafeMutableBufferPointer { row in
            current.substitution.withUnsafeBufferPointer { substitution in
                current.leftGap.withUnsafeBufferPointer { leftGap in
                    current.rightGap.withUnsafeBufferPointer { rightGap in
                        collect(left, right, substitution, leftGap, rightGap, row)
                    }
                }
            }
        }
        assignment.choose(from: candidates)
        return min(total(left, right), whole)
    }

    private func collect(
        _ left: NameReading, _ right: NameReading, _ substitution: UnsafeBufferPointer<Float>,
        _ leftGap: UnsafeBufferPointer<Float>, _ rightGap: UnsafeBufferPointer<Float>,
        _ row: UnsafeMutableBufferPointer<Float>
    ) -> Float {
        guard let s = substitution.baseAddress, let l = leftGap.baseAddress,
            let r = rightGap.baseAddress, let room = row.baseAddress
        else { return 9 }
        let tables = SoundAligner.Tables(substitution: s, leftGap: l, rightGap: r, row: room)
        return letterRow.withUnsafeMutableBufferPointer { letterRow in
            left.sounds.withUnsafeBufferPointer { a in
                right.sounds.withUnsafeBufferPointer { b in
                    let letters = letterRow.baseAddress.flatMap {
                        LetterComparison(
                            left, right, leftCosts: letterCosts.left,
                            rightCosts: letterCosts.right, room: $0)
                    }
                    var collector = PairingCollector(
                        left: left, right: right, leftSounds: a, rightSounds: b, tables: tables,
                        letters: letters)
                    collector.collect(into: &candidates)
                    return collector.wholeCost()
                }
            }
        }
    }

    /// The cost of the assignment: what its pairs cost, what is left over, and the worst pair.
    private func total(_ left: NameReading, _ right: NameReading) -> Float {
        var sum: Float = 0
        var weight: Float = 0
        var worst: Float = 0
        for pairing in assignment.pairings {
            sum += pairing.cost * pairing.weight
            weight += pairing.weight
            worst = max(worst, pairing.cost)
        }
        let a = Self.leftOver(left, assignment.leftUsed)
        let b = Self.leftOver(right, assignment.rightUsed)
        sum += a.cost + b.cost
        weight += a.weight + b.weight
        if a.contradicts && b.contradicts { worst = max(worst, 1.1) }
        guard weight > 0, !assignment.pairings.isEmpty else { return 9 }
        let cost = sum / weight * (1 - Self.worstShare) + Self.worstShare * worst
        return left.roles.count == 1 && right.roles.count == 1 ? cost * Self.loneFactor : cost
    }

    private static func leftOver(
        _ reading: NameReading, _ used: UInt8
    ) -> (cost: Float, weight: Float, contradicts: Bool) {
        var result: (cost: Float, weight: Float, contradicts: Bool) = (0, 0, false)
        for token in reading.roles.indices where used & (1 << UInt8(token)) == 0 {
            let share = lossShare(reading.roles[token])
            let weight = max(0.5, reading.weights[token])
            result.cost += share * weight
            result.weight += min(1, share * 2) * weight
            if share > 0.5 { result.contradicts = true }
        }
        return result
    }

    /// What it costs that a token has no partner, as a share of its weight.
    private static func lossShare(_ role: NameToken.Role) -> Float {
        switch role {
        case .title, .suffix: 0.06
        case .particle: 0.15
        case .patronymic, .initial: 0.25
        case .number: 0.6
        case .given, .unknown: 0.75
        case .family: 0.9
        }
    }
}

extension NameMatcher {
    /// The score with its reasons.
    public func compare(_ left: NameRecord, _ right: NameRecord) -> NameMatch {
        let best = cost(left, right)
        let score = Self.probability(best.cost)
        guard best.left < left.readings.count, best.right < right.readings.count else {
            let empty = left.readings.isEmpty ? left : right
            return NameMatch(
                score: 0, same: false, reasons: ["'\(empty.written)' has no letters to read"])
        }
        let a = left.readings[best.left]
        let b = right.readings[best.right]
        _ = cost(a, b)
        var reasons = MatchReasons(left: a, right: b, assignment: assignment).lines
        if Self.writingCost(left, right) > 0 {
            reasons.append("'\(left.written)' and '\(right.written)' are written otherwise")
        }
        return NameMatch(score: score, same: score >= NameMatch.threshold, reasons: reasons)
    }
}
