import Alignment
import Glibc
import TextCore

/// Time and memory of aligning one pair, by its size, on invented texts with gaps.
///
/// The texts have a vocabulary of 20,000 words spread as in a language, and nothing in common but a few numbers.
struct AlignmentBenchmark: BenchmarkArea {
    static let name = "align"

    static func run() throws {
        var perSentence: Double?
        for size in [1_000, 5_000, 20_000, 50_000] {
            let pair = InventedTranslation(size: size).pair
            var links = 0
            let seconds = SideBySide().seconds {
                links = SentenceAligner().align(pair).filter(\.isLink).count
            }
            let cost = seconds / Double(size)
            // From 5,000 on, where the band is all that is searched.
            let ratio = perSentence.map { ", \((cost / $0).short) times linear from 5000" } ?? ""
            print("\(size): \(seconds.short) s, peak \(peakMegabytes) MB, \(links) links\(ratio)")
            if size == 5_000 { perSentence = cost }
        }
        compareJobs()
    }

    private static func compareJobs() {
        let pair = InventedTranslation(size: 5_000).pair
        var side = SideBySide()
        side.rounds = 3
        let result = side.run {
            _ = SentenceAligner().align(pair, jobs: 2)
        } theirs: {
            _ = SentenceAligner().align(pair, jobs: 1)
        }
        print("5000 in two threads: \(result.ratio.short) times as fast as in one")
    }

    private static var peakMegabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}

/// A text and its translation in invented words: some sentences joined, some left out, two long gaps.
private struct InventedTranslation {
    private(set) var source: [String] = []
    private(set) var target: [String] = []
    private var state: UInt64 = 1

    private static let vocabulary = 20_000

    init(size: Int) {
        while source.count < size {
            let words = sentence()
            let translated = words.map { translate($0) }
            let (left, right) = (text(words, "s"), text(translated, "t"))
            switch random(100) {
            case ..<4: source.append(left)
            case ..<6: target.append(right)
            case ..<10:
                let half = words.count / 2
                source.append(left)
                target.append(text(Array(translated[..<half]), "t"))
                target.append(text(Array(translated[half...]), "t"))
            default:
                source.append(left)
                target.append(right)
            }
            if source.count == size / 3 { for _ in 0..<size / 50 { source.append(filler("s")) } }
            if source.count == size / 2 { for _ in 0..<size / 50 { target.append(filler("t")) } }
        }
    }

    var pair: AlignmentPair {
        AlignmentPair(
            source: AlignmentSide(language: .undetermined, lines: source),
            target: AlignmentSide(language: .undetermined, lines: target))
    }

    private mutating func sentence() -> [Int] { (0..<6 + random(24)).map { _ in word() } }

    private mutating func filler(_ side: String) -> String { text(sentence(), side) }

    /// The cube of an even spread: few words are common, most are rare.
    private mutating func word() -> Int {
        let share = Double(random(1_000_000)) / 1e6
        return Int(share * share * share * Double(Self.vocabulary))
    }

    /// One word in five is translated freely.
    private mutating func translate(_ word: Int) -> Int {
        random(5) == 0 ? self.word() : word * 7_919 % Self.vocabulary
    }

    private mutating func text(_ words: [Int], _ side: String) -> String {
        let number = random(50) == 0 ? " \(words.reduce(0, +) % 9_973)" : ""
        return words.map { side + Self.letters($0) }.joined(separator: " ") + number + "."
    }

    private static func letters(_ word: Int) -> String {
        var (rest, letters) = (word, "")
        for _ in 0..<4 {
            letters.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
            rest /= 26
        }
        return letters
    }

    private mutating func random(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
