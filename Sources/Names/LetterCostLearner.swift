public import LocaleData
internal import TextCore

/// Learns what letters of a language stand for in Latin letters, from pairs of one name.
///
/// Expectation maximisation over all ways to cut a pair into chunks: one or two letters for none to four Latin ones, or
/// none for one (Jiampojamarn, Kondrak and Sherif 2007). Starts from equal chances, so the same pairs give the same costs.
public struct LetterCostLearner {
    public struct Pair: Hashable, Sendable {
        public let letters: String
        public let latin: String

        /// - Parameters:
        ///   - letters: one word in the language's script.
        ///   - latin: the same word in Latin letters.
        public init(letters: String, latin: String) {
            self.letters = letters
            self.latin = latin
        }
    }

    /// How often the pairs are gone through.
    static let rounds = 6
    /// Chunks of two letters must be worth more than their parts.
    static let longShare: Float = 0.7
    /// What a chunk is expected at least, to be kept.
    static let leastCount: Float = 1.5
    /// Costs above this say no more than that the chunk is unknown.
    static let highest: Float = 5

    private let lattice: ChunkLattice
    private let words: [(units: [UInt16], latin: [UInt8])]

    public init(_ pairs: [Pair]) {
        let pool = TransformPool()
        var words: [(units: [UInt16], latin: [UInt8])] = []
        for pair in pairs {
            let simple = pool.transform(
                Normalizer.normalize(pair.letters, .nfkcFolded), "Hant-Hans")
            let folded = Normalizer.normalize(pair.latin, .nfkcFolded)
            let bare = pool.transform(folded, "Latin-ASCII")
            let units = LetterUnits.units(simple)
            let latin = LetterUnits.latin(bare)
            guard units.allSatisfy(Self.isLetter), (1...24).contains(units.count),
                (1...24).contains(latin.count)
            else { continue }
            words.append((units, latin))
        }
        self.words = words
        lattice = ChunkLattice(words)
    }

    private static func isLetter(_ unit: UInt16) -> Bool {
        unit == 0x27 || Unicode.Scalar(unit).map(CharacterTable.shared.isLetter) ?? false
    }

    /// How many pairs can be used.
    public var count: Int { words.count }

    public func learn() -> LetterCostProfile {
        var counts = [Float](repeating: 1, count: lattice.chunks.count)
        for chunk in counts.indices where lattice.chunks[chunk].isLone { counts[chunk] = 0.1 }
        var leastChance = -Float.infinity
        for round in 0..<Self.rounds {
            let expected = lattice.expectedCounts(probabilities(counts), leastChance: leastChance)
            counts = expected.counts
            if round >= 1 { leastChance = Self.chance(below: Self.doubtfulShare, expected.chances) }
            let least = Self.leastCount * Float(round) / Float(Self.rounds - 1)
            for chunk in counts.indices where counts[chunk] < least {
                counts[chunk] = lattice.chunks[chunk].isSingle ? max(counts[chunk], 1e-3) : 0
            }
        }
        var profile = LetterCostProfile(costs: costs(counts), even: 1)
        profile.even = LetterCostEven(words, LetterCosts(profile)).cost
        return profile
    }

    /// The share of pairs that are taken for translations or errors, and left out of account.
    static let doubtfulShare = 0.1

    private static func chance(below share: Double, _ chances: [Float]) -> Float {
        let sorted = chances.sorted()
        return sorted.isEmpty ? -.infinity : sorted[Int(Double(sorted.count) * share)]
    }

    private func probabilities(_ counts: [Float]) -> [Float] {
        var shares = counts
        var sum: Float = 0
        for chunk in shares.indices {
            let shape = lattice.chunks[chunk]
            if shape.isLong { shares[chunk] *= Self.longShare }
            if shape.latinCount > 2 { shares[chunk] *= Self.longShare }
            sum += shares[chunk]
        }
        return shares.map { $0 / sum }
    }

    /// The mean of both directions' negative log probabilities, so that neither side's rare letters come cheap.
    private func costs(_ counts: [Float]) -> [LetterCost] {
        var byLetters: [UInt32: Float] = [:]
        var byLatin: [UInt32: Float] = [:]
        for (chunk, count) in zip(lattice.chunks, counts) {
            byLetters[chunk.letters, default: 0] += count
            byLatin[chunk.latin, default: 0] += count
        }
        var costs: [LetterCost] = []
        for (chunk, count) in zip(lattice.chunks, counts) where count >= Self.leastCount {
            let forward = count / ((byLetters[chunk.letters] ?? count) + Self.doubt)
            let back = count / ((byLatin[chunk.latin] ?? count) + Self.doubt)
            let cost: Float =
                if chunk.letters == 0 {
                    -Self.logarithm(back)
                } else if chunk.latin == 0 {
                    -Self.logarithm(forward)
                } else {
                    -0.5 * (Self.logarithm(forward) + Self.logarithm(back))
                }
            guard cost <= Self.highest else { continue }
            costs.append(
                LetterCost(
                    letters: chunk.lettersText, latin: chunk.latinText,
                    cost: max(0, cost)))
        }
        return costs
    }

    /// Pretended sightings of something else, so that what was seen once is not certain.
    static let doubt: Float = 3

    private static func logarithm(_ value: Float) -> Float {
        NaturalLogarithm.of(value)
    }
}
