internal import LocaleData

/// The learned costs of a language, laid out to be looked up quickly.
///
/// A chunk of one or two letters has a number; its ways to be written are sorted by their first Latin letter.
struct LetterCosts: Sendable {
    struct Way {
        /// Up to four letters of five bits, the first one lowest.
        let latin: UInt32
        let mask: UInt32
        let count: Int32
        let cost: Float
    }

    /// 0 for units that no chunk has; else a number from 1.
    private var numbers: [UInt16]
    private let firstUnit: UInt16
    private let unitCount: Int
    /// The chunk of two units, 0 where there is none; row and column are units' numbers.
    private var pairs: [UInt16: [UInt16: UInt16]] = [:]
    let ways: [Way]
    /// For each chunk and first letter where its ways begin; 27 a chunk.
    let starts: [Int32]
    /// What it costs to leave a unit out; by chunk.
    let omission: [Float]
    /// What it costs that a Latin letter stands for nothing; by letter.
    let addition: [Float]
    let even: Float

    /// What costs more than any way learned.
    static let unknownChange: Float = 12
    static let unknownGap: Float = 5.5

    init(_ profile: LetterCostProfile) {
        even = profile.even
        let units = profile.costs.flatMap { LetterUnits.units($0.letters) }
        firstUnit = units.min() ?? 0
        numbers = [UInt16](
            repeating: 0, count: units.isEmpty ? 0 : Int((units.max() ?? 0) - firstUnit) + 1)
        var chunks: [[UInt16]: Int] = [:]
        for unit in Set(units).sorted() {
            numbers[Int(unit - firstUnit)] = UInt16(chunks.count + 1)
            chunks[[unit]] = chunks.count + 1
        }
        unitCount = chunks.count
        for cost in profile.costs {
            let letters = LetterUnits.units(cost.letters)
            guard letters.count == 2, chunks[letters] == nil else { continue }
            chunks[letters] = chunks.count + 1
        }
        for (letters, chunk) in chunks where letters.count == 2 {
            let first = numbers[Int(letters[0] - firstUnit)]
            pairs[first, default: [:]][numbers[Int(letters[1] - firstUnit)]] = UInt16(chunk)
        }
        (ways, starts) = Self.layOut(profile.costs, chunks)
        var omission = [Float](repeating: Self.unknownGap, count: chunks.count + 1)
        var addition = [Float](repeating: Self.unknownGap, count: 27)
        for cost in profile.costs {
            if cost.latin.isEmpty, let chunk = chunks[LetterUnits.units(cost.letters)] {
                omission[chunk] = min(cost.cost, Self.unknownGap)
            } else if cost.letters.isEmpty, let letter = LetterUnits.latin(cost.latin).first {
                addition[Int(letter)] = min(cost.cost, Self.unknownGap)
            }
        }
        self.omission = omission
        self.addition = addition
    }

    private static func layOut(
        _ costs: [LetterCost], _ chunks: [[UInt16]: Int]
    ) -> ([Way], [Int32]) {
        var sorted: [(place: Int, way: Way)] = []
        for cost in costs {
            let latin = LetterUnits.latin(cost.latin)
            guard let first = latin.first, latin.count <= 4,
                let chunk = chunks[LetterUnits.units(cost.letters)]
            else { continue }
            let way = Way(
                latin: ChunkLattice.packed(latin[...]),
                mask: UInt32(1) << UInt32(5 * latin.count) - 1, count: Int32(latin.count),
                cost: cost.cost)
            sorted.append((chunk * 27 + Int(first), way))
        }
        sorted.sort { ($0.place, $0.way.latin) < ($1.place, $1.way.latin) }
        var starts = [Int32](repeating: 0, count: (chunks.count + 1) * 27 + 1)
        for entry in sorted { starts[entry.place + 1] += 1 }
        for place in 1..<starts.count { starts[place] += starts[place - 1] }
        return (sorted.map(\.way), starts)
    }

    /// The chunk of one unit, 0 for one that is unknown.
    func chunk(_ unit: UInt16) -> UInt16 {
        guard unit >= firstUnit, Int(unit - firstUnit) < numbers.count else { return 0 }
        return numbers[Int(unit - firstUnit)]
    }

    /// The chunk of two units, given the chunk of each.
    func chunk(_ first: UInt16, _ second: UInt16) -> UInt16 { pairs[first]?[second] ?? 0 }
}
