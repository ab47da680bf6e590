/// All ways to cut pairs of words into chunks that stand for each other.
struct ChunkLattice {
    struct Chunk: Hashable {
        /// Two UTF-16 units, the first one high; 0 for none.
        let letters: UInt32
        /// Up to four letters of five bits, the first one lowest; 0 for none.
        let latin: UInt32

        var isLone: Bool { letters == 0 || latin == 0 }
        var isLong: Bool { letters > 0xFFFF }
        var latinCount: Int { (32 - latin.leadingZeroBitCount + 4) / 5 }
        /// Of one letter, or none, on either side.
        var isSingle: Bool { !isLong && latinCount <= 1 }

        var lettersText: String {
            let units = [UInt16(letters >> 16), UInt16(letters & 0xFFFF)].filter { $0 != 0 }
            return String(decoding: units, as: UTF16.self)
        }

        var latinText: String {
            String(
                decoding: (0..<latinCount).map { UInt8(latin >> (5 * UInt32($0)) & 31) + 0x60 },
                as: UTF8.self)
        }
    }

    /// One chunk at one place of one pair.
    private struct Step {
        let from: Int32
        let to: Int32
        let chunk: Int32
    }

    private(set) var chunks: [Chunk] = []
    private var steps: [Step] = []
    /// Where each pair's steps end, and how many places it has.
    private var pairs: [(end: Int, places: Int, letters: Int)] = []

    init(_ words: [(units: [UInt16], latin: [UInt8])]) {
        var numbers: [Chunk: Int32] = [:]
        for word in words { add(word.units, word.latin, &numbers) }
    }

    private mutating func add(
        _ units: [UInt16], _ latin: [UInt8], _ numbers: inout [Chunk: Int32]
    ) {
        let width = latin.count + 1
        for row in 0...units.count {
            for column in 0...latin.count {
                for (high, wide) in Self.shapes
                where row + high <= units.count && column + wide <= latin.count {
                    let chunk = Chunk(
                        letters: Self.packed(units[row..<row + high]),
                        latin: Self.packed(latin[column..<column + wide]))
                    let number = numbers[chunk] ?? Int32(chunks.count)
                    if number == chunks.count {
                        numbers[chunk] = number
                        chunks.append(chunk)
                    }
                    steps.append(
                        Step(
                            from: Int32(row * width + column),
                            to: Int32((row + high) * width + column + wide), chunk: number))
                }
            }
        }
        pairs.append((steps.count, (units.count + 1) * width, units.count + latin.count))
    }

    /// How many letters stand for how many Latin ones.
    private static let shapes: [(Int, Int)] = [
        (0, 1), (1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3),
    ]

    static func packed(_ units: ArraySlice<UInt16>) -> UInt32 {
        units.reduce(0) { $0 << 16 | UInt32($1) }
    }

    static func packed(_ latin: ArraySlice<UInt8>) -> UInt32 {
        latin.reversed().reduce(0) { $0 << 5 | UInt32($1) }
    }

    /// How often each chunk is expected when chunks have these probabilities.
    ///
    /// - Parameter leastChance: pairs less likely than this, as the logarithm a letter, are no transliterations and count
    ///   for nothing.
    /// - Returns: the counts, and the logarithm a letter of each pair's probability.
    func expectedCounts(
        _ probabilities: [Float], leastChance: Float
    ) -> (counts: [Float], chances: [Float]) {
        var counts = [Float](repeating: 0, count: chunks.count)
        var chances: [Float] = []
        chances.reserveCapacity(pairs.count)
        var before: [Double] = []
        var after: [Double] = []
        var start = 0
        for pair in pairs {
            let range = start..<pair.end
            start = pair.end
            before = [Double](repeating: 0, count: pair.places)
            after = before
            before[0] = 1
            after[pair.places - 1] = 1
            // Steps are in the order of where they start, and never lead back.
            for step in steps[range] {
                before[Int(step.to)] +=
                    before[Int(step.from)] * Double(probabilities[Int(step.chunk)])
            }
            for step in steps[range].reversed() {
                after[Int(step.from)] +=
                    after[Int(step.to)] * Double(probabilities[Int(step.chunk)])
            }
            let whole = before[pair.places - 1]
            let chance = Self.logarithm(whole) / Float(pair.letters)
            chances.append(chance)
            guard whole > 0, chance >= leastChance else { continue }
            for step in steps[range] {
                let share =
                    before[Int(step.from)] * Double(probabilities[Int(step.chunk)])
                    * after[Int(step.to)] / whole
                counts[Int(step.chunk)] += Float(share)
            }
        }
        return (counts, chances)
    }

    private static func logarithm(_ value: Double) -> Float {
        guard value > 0, value.isNormal else { return -700 }
        return Float(value.exponent) * 0.693_147_2 + NaturalLogarithm.of(Float(value.significand))
    }
}
