/// Compares every token of one reading with every token of another, and two neighbours with one.
struct PairingCollector {
    let left: NameReading
    let right: NameReading
    let leftSounds: UnsafeBufferPointer<UInt8>
    let rightSounds: UnsafeBufferPointer<UInt8>
    let tables: SoundAligner.Tables
    /// Learned costs of the side that is not in Latin letters, where both sides' letters are known.
    let letters: LetterComparison?

    mutating func collect(into candidates: inout [TokenPairing]) {
        let rows = left.roles.count
        let columns = right.roles.count
        for i in 0..<rows {
            for j in 0..<columns { addSingle(i, j, &candidates) }
        }
        guard rows != columns else { return }
        for i in 0..<rows {
            for j in 0..<columns {
                if rows > columns, i + 1 < rows { add(i, 2, j, 1, &candidates) }
                if columns > rows, j + 1 < columns { add(i, 1, j, 2, &candidates) }
            }
        }
    }

    private static let highestSoundCost: Float = 1.1

    private func addSingle(_ i: Int, _ j: Int, _ candidates: inout [TokenPairing]) {
        let roles = (left.roles[i], right.roles[j])
        if roles.0 == .number || roles.1 == .number {
            guard roles.0 == roles.1, left.digests[i] == right.digests[j] else { return }
            append(i, 1, j, 1, 0, 1, &candidates)
        } else if roles.0 == .initial || roles.1 == .initial {
            addInitial(i, j, &candidates)
        } else if left.digests[i] == right.digests[j] {
            append(i, 1, j, 1, 0, left.weights[i] + right.weights[j], &candidates)
        } else {
            add(i, 1, j, 1, &candidates)
        }
    }

    private func addInitial(_ i: Int, _ j: Int, _ candidates: inout [TokenPairing]) {
        let first = Int(leftSounds[start(left, i)]) * SoundTable.stride
        let cost = tables.substitution[first + Int(rightSounds[start(right, j)])]
        let both = left.roles[i] == right.roles[j]
        guard cost <= 0.2 else { return }
        append(i, 1, j, 1, (both ? 0 : 0.2) + cost, 1, &candidates)
    }

    private func add(
        _ i: Int, _ leftCount: Int, _ j: Int, _ rightCount: Int,
        _ candidates: inout [TokenPairing]
    ) {
        let a = weight(left, i, leftCount)
        let b = weight(right, j, rightCount)
        let least = min(a, b)
        // Sounds that one side lacks cost at least a part of their weight.
        guard max(a, b) < 3 * least + 1 else { return }
        let scale = max(1.3, (a + b) / 2)
        let x = span(leftSounds, left, i, leftCount)
        let y = span(rightSounds, right, j, rightCount)
        // Letters may speak for a pair that the sounds alone would not let pass.
        let highest = letters == nil ? TokenAssignment.ceiling : Self.highestSoundCost
        let sounds = SoundAligner.cost(x, y, tables, ceiling: highest * scale) / scale
        guard sounds < highest else { return }
        let merge: Float = leftCount + rightCount > 2 ? 0.04 : 0
        let cost = letters?.cost(i, leftCount, j, rightCount, sounds: sounds) ?? sounds
        guard cost < TokenAssignment.ceiling else { return }
        append(i, leftCount, j, rightCount, cost + merge, a + b, &candidates)
    }

    private func append(
        _ i: Int, _ leftCount: Int, _ j: Int, _ rightCount: Int, _ cost: Float, _ weight: Float,
        _ candidates: inout [TokenPairing]
    ) {
        candidates.append(
            TokenPairing(
                leftMask: (leftCount == 1 ? 1 : 3) << UInt8(i),
                rightMask: (rightCount == 1 ? 1 : 3) << UInt8(j), cost: cost, weight: weight))
    }

    /// Both names written in one piece, for scripts and fashions that divide them otherwise.
    func wholeCost() -> Float {
        guard left.roles.count != right.roles.count,
            leftSounds.count < 2 * NameReading.longestToken,
            rightSounds.count < 2 * NameReading.longestToken
        else { return 9 }
        let a = left.weights.reduce(0, +)
        let b = right.weights.reduce(0, +)
        let scale = max(1.3, (a + b) / 2)
        let cost = SoundAligner.cost(
            leftSounds, rightSounds, tables, ceiling: TokenAssignment.ceiling * scale)
        return cost / scale * 1.1 + 0.06
    }

    private func start(_ reading: NameReading, _ token: Int) -> Int {
        token == 0 ? 0 : Int(reading.ends[token - 1])
    }

    private func span(
        _ sounds: UnsafeBufferPointer<UInt8>, _ reading: NameReading, _ token: Int, _ count: Int
    ) -> UnsafeBufferPointer<UInt8> {
        let range = start(reading, token)..<Int(reading.ends[token + count - 1])
        return UnsafeBufferPointer(rebasing: sounds[range])
    }

    private func weight(_ reading: NameReading, _ token: Int, _ count: Int) -> Float {
        var sum: Float = 0
        for index in token..<token + count { sum += reading.weights[index] }
        return sum
    }
}
