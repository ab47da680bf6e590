/// Scores beads by the vectors of their sentences.
///
/// Each sentence of a bead is compared with the mean of the other side's:
/// w / 2 · (Σ cos(x, mean of y) + Σ cos(y, mean of x)) = w / 2 · X·Y · (1 / |X| + 1 / |Y|), with X and Y the sums of the
/// unit vectors of both sides. A sentence that nothing answers adds nothing and makes the mean worse, so it is better
/// left out; two that are told as one are better kept together.
struct VectorScorer: Sendable {
    private let source: SentenceVectors
    private let target: SentenceVectors

    /// w: what two sentences of equal vectors weigh, as a log score. A sentence of news brings 10 to 15 by its words.
    private static let weight: Float = 10

    /// - Returns: `nil` where a side has no vectors, or the sides' cannot be compared.
    init?(_ stretch: Stretch) {
        guard let source = stretch.source.vectors, let target = stretch.target.vectors,
            source.dimension == target.dimension, source.count == stretch.source.count,
            target.count == stretch.target.count
        else { return nil }
        self.source = source
        self.target = target
    }

    func score(_ rows: Range<Int>, _ columns: Range<Int>) -> Float {
        var product: Float = 0
        for row in rows {
            for column in columns { product += self.product(row, column) }
        }
        return Self.score(product, source.length(rows), target.length(columns))
    }

    /// The inner product of the vectors of a cell.
    func product(_ row: Int, _ column: Int) -> Float { source.product(row, target, column) }

    /// By the number of sentences passed: the lengths of the sums of the last 1...4 vectors.
    func sourceLengths() -> [SIMD4<Float>] { Self.lengths(source) }
    func targetLengths() -> [SIMD4<Float>] { Self.lengths(target) }

    private static func lengths(_ vectors: SentenceVectors) -> [SIMD4<Float>] {
        (0...vectors.count).map { end in
            var lengths = SIMD4<Float>.zero
            for lane in 0..<min(4, end) { lengths[lane] = vectors.length(end - lane - 1..<end) }
            return lengths
        }
    }

    /// - Parameters: X·Y, |X| and |Y|.
    @inline(__always)
    static func score(_ product: Float, _ source: Float, _ target: Float) -> Float {
        guard source > 1e-6, target > 1e-6 else { return 0 }
        return weight / 2 * product * (1 / source + 1 / target)
    }
}
