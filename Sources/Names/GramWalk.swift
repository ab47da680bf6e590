/// Collects the grams of tokens; used again and again, it asks for no memory.
struct GramWalk {
    private let table: SoundTable
    /// A gram that a token has twice stands here twice.
    private(set) var grams: [UInt32] = []
    /// What the last token begins with: its first two consonant classes, or its one and the end.
    private(set) var head: UInt32 = 0
    private var skeleton: [UInt8] = []
    private var coarse: [UInt8] = []

    /// How long a run of consonant classes is at most, edges counted, and how long one of sounds.
    private static let longestSkeleton = 4
    private static let longestRun = 3
    private static let edge = UInt8(ascii: "|")

    init(_ table: SoundTable) { self.table = table }

    mutating func removeAll() { grams.removeAll(keepingCapacity: true) }

    mutating func addToken(_ sounds: some Sequence<UInt8>) {
        spell(sounds)
        guard coarse.count > 2 else { return }
        skeleton.withUnsafeBufferPointer { Self.addRuns($0, Self.longestSkeleton, 1, to: &grams) }
        coarse.withUnsafeBufferPointer { Self.addRuns($0, Self.longestRun, 2, to: &grams) }
        grams.append(coarse.reduce(3) { Self.mixed($0, UInt32($1)) })
    }

    /// Two common beginnings are rare together. The order of the tokens does not count.
    mutating func addPairs(_ heads: [UInt32]) {
        for (place, first) in heads.enumerated() {
            for second in heads[(place + 1)...] {
                grams.append(Self.mixed(Self.mixed(5, min(first, second)), max(first, second)))
            }
        }
    }

    /// Between edges: the consonant classes, each run of one class once, and all sounds with the vowels made coarse.
    private mutating func spell(_ sounds: some Sequence<UInt8>) {
        skeleton.removeAll(keepingCapacity: true)
        coarse.removeAll(keepingCapacity: true)
        skeleton.append(Self.edge)
        coarse.append(Self.edge)
        for sound in sounds {
            let letter = table.skeletons[Int(sound)]
            if letter != 0 {
                if skeleton.last != letter { skeleton.append(letter) }
                coarse.append(letter)
            } else if let vowel = table.coarse[Int(sound)] {
                coarse.append(vowel)
            }
        }
        skeleton.append(Self.edge)
        coarse.append(Self.edge)
        head = skeleton.dropFirst().prefix(2).reduce(4) { Self.mixed($0, UInt32($1)) }
    }

    /// All runs of two letters up to `longest`.
    ///
    /// - Parameter kind: tells runs of one sort from those of another.
    private static func addRuns(
        _ letters: UnsafeBufferPointer<UInt8>, _ longest: Int, _ kind: UInt32,
        to grams: inout [UInt32]
    ) {
        for start in 0..<max(0, letters.count - 1) {
            var gram = mixed(kind, UInt32(letters[start]))
            for place in start + 1..<min(start + longest, letters.count) {
                gram = mixed(gram, UInt32(letters[place]))
                grams.append(gram)
            }
        }
    }

    /// FNV-1a's step with a turn, so that short runs fill all 32 bits.
    private static func mixed(_ gram: UInt32, _ value: UInt32) -> UInt32 {
        let product = (gram ^ value) &* 0x9E37_79B1
        return product << 15 | product >> 17
    }
}
