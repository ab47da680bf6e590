import Alignment
import TextCore

/// A seeded generator (SplitMix64): the same texts on every run.
struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}

/// A text in an invented language with its translation into another one, and the beads that are true of them.
struct InventedText {
    private(set) var source: [String] = []
    private(set) var target: [String] = []
    private(set) var beads: [Bead] = []
    private var random: Random

    /// - Parameters:
    ///   - changes: of a hundred beads, how many are no 1-1.
    init(seed: UInt64, beads count: Int, changes: Int = 12) {
        random = Random(seed: seed)
        for _ in 0..<count {
            let shapes = [(1, 2), (2, 1), (1, 0), (0, 1), (2, 2), (1, 3)]
            let (from, to) =
                random.below(100) < changes ? shapes[random.below(shapes.count)] : (1, 1)
            add(from, to)
        }
    }

    mutating func add(_ from: Int, _ to: Int) {
        let words = (0..<(8 + random.below(10))).map { _ in
            // Squared, so that some words are common and most are rare, as in a language.
            let rank = random.below(20) * random.below(20)
            return rank
        }
        let (sources, targets) = (source.count, target.count)
        source += sentences(words.map(Self.sourceWord), from)
        target += sentences(words.map(Self.targetWord), to)
        beads.append(
            Bead(source: sources..<source.count, target: targets..<target.count, score: 1))
    }

    /// Lets the second half of a translated sentence be told at the start of the next one.
    mutating func moveTail(of sentence: Int) {
        let words = target[sentence].dropLast().split(separator: " ")
        let (kept, moved) = (words.prefix(words.count / 2), words.dropFirst(words.count / 2))
        target[sentence] = kept.joined(separator: " ") + "."
        target[sentence + 1] = moved.joined(separator: " ") + " " + target[sentence + 1]
    }

    private func sentences(_ words: [String], _ count: Int) -> [String] {
        (0..<count).map { part in
            let range = words.count * part / count..<words.count * (part + 1) / count
            return words[range].joined(separator: " ") + "."
        }
    }

    private static let syllables = ["ka", "lo", "mi", "ne", "pu", "ra", "si", "to", "vu", "ze"]
    private static let letters = ["б", "в", "г", "д", "ж", "з", "к", "л", "м", "н"]
    private static let vowels = ["а", "е", "и", "о", "у", "ы", "э", "ю", "я", "і"]

    private static func sourceWord(_ rank: Int) -> String {
        syllables[rank % 10] + syllables[rank / 10 % 10] + syllables[rank / 100 % 10]
    }

    private static func targetWord(_ rank: Int) -> String {
        let digits = [rank * 7 % 10, rank / 10 % 10, rank / 100 % 10]
        return digits.map { letters[$0] + vowels[($0 + 3) % 10] }.joined()
    }

    func pair(earlier: [Bead] = []) -> AlignmentPair {
        AlignmentPair(
            source: AlignmentSide(language: .undetermined, lines: source),
            target: AlignmentSide(language: .undetermined, lines: target), earlier: earlier)
    }
}

/// True when the beads hold every sentence of both sides once, in order.
func covers(_ beads: [Bead], _ pair: AlignmentPair) -> Bool {
    var (source, target) = (0, 0)
    for bead in beads {
        guard bead.source.lowerBound == source, bead.target.lowerBound == target else {
            return false
        }
        (source, target) = (bead.source.upperBound, bead.target.upperBound)
    }
    return source == pair.source.sentences.count && target == pair.target.sentences.count
}

/// The share of the true links that were found.
func recall(_ found: [Bead], _ truth: [Bead]) -> Double {
    let set = Set(found.map { [$0.source, $0.target] })
    let links = truth.filter(\.isLink)
    return Double(links.filter { set.contains([$0.source, $0.target]) }.count)
        / Double(max(1, links.count))
}
