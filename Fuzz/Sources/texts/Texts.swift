import Glibc
import LocaleData
import Segmentation
import Targets
import TextCore

/// `texts [COUNT] [SEED]`: random texts of all scripts, in all languages and modes, through segmenter and stream.
@main
struct Texts {
    static func main() throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let count = numbers.first ?? 1_000_000
        let seed = numbers.dropFirst().first ?? 1
        let targets = FuzzTargets.all.filter { ["segmenter", "stream"].contains($0.name) }
        let segmenter = try targets[0].init()
        let stream = try targets[1].init()
        var bytes = 0
        for number in 0..<count {
            var random = MixedText(seed: UInt64(seed) &* 1_000_003 &+ UInt64(number))
            var input = (0..<4).map { _ in UInt8(random.below(256)) }
            input += random.text(paragraphs: 1 + random.below(6), pieces: 30).utf8
            // Now and then a byte that makes no text.
            if random.below(8) == 0 { input[random.below(input.count)] = UInt8(random.below(256)) }
            segmenter.run(input)
            stream.run(input)
            bytes += input.count
            if (number + 1) % 100_000 == 0 { print("\(number + 1) texts, \(bytes) bytes") }
        }
        print("\(count) texts, \(bytes) bytes: no fault")
    }
}
