internal import TextCore

/// Where the renderings of one version stand among its sentences.
struct RenderingPlaces {
    struct Place {
        /// Where in its sentences the rendering begins, 0 to 1.
        let start: Double
        /// How much of its sentences it fills, 0 to 1.
        let share: Double
    }

    /// So many quotes of one sentence compete, those of like rank; it bounds the work where a sentence is all quotes.
    private static let widest = 32

    private let places: [Place]
    private let ranks: [Int]
    /// The renderings of each sentence, in text order.
    private var bySentence: [Int: [Int]] = [:]

    init(_ renderings: [Rendering], in version: VersionQuotes) {
        places = renderings.map { Self.place($0, version.sentences) }
        var ranks: [Int] = []
        for (index, rendering) in renderings.enumerated() {
            ranks.append(bySentence[rendering.sentences.lowerBound]?.count ?? 0)
            for sentence in rendering.sentences.prefix(BeadProjection.longest) {
                bySentence[sentence, default: []].append(index)
            }
        }
        self.ranks = ranks
    }

    subscript(rendering: Int) -> Place { places[rendering] }

    /// How many renderings stand before this one in its first sentence.
    func rank(of rendering: Int) -> Int { ranks[rendering] }

    /// The renderings in some sentences, in text order.
    func candidates(in sentences: Range<Int>, near rank: Int) -> [Int] {
        var found: Set<Int> = []
        for sentence in sentences {
            guard let here = bySentence[sentence] else { continue }
            let low = min(max(0, rank - Self.widest / 2), max(0, here.count - Self.widest))
            found.formUnion(here[low..<min(here.count, low + Self.widest)])
        }
        return found.sorted()
    }

    /// The sentences that a span touches.
    static func sentences(_ span: TextSpan, _ all: [TextSpan]) -> Range<Int> {
        let first = all.partitioningIndex { $0.end > span.start }
        let end = all.partitioningIndex { $0.start >= span.end }
        return first..<max(first, end)
    }

    private static func place(_ rendering: Rendering, _ sentences: [TextSpan]) -> Place {
        let own = sentences[rendering.sentences.clamped(to: 0..<sentences.count)]
        guard let first = own.first, let last = own.last, last.end > first.start else {
            return Place(start: 0, share: 1)
        }
        let length = Double(last.end - first.start)
        let span = rendering.span
        return Place(
            start: min(1, Double(max(0, span.start - first.start)) / length),
            share: min(1, Double(span.count) / length))
    }
}
