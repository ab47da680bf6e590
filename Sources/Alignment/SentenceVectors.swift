/// What an encoder makes of the sentences of one side: a vector for each, in their order.
///
/// Vectors of sentences that mean the same point the same way, whatever their languages; only directions count.
public struct SentenceVectors: Sendable {
    public let count: Int
    /// How many numbers a vector has.
    public let dimension: Int
    /// Eight numbers each, row by row; the last of a row is filled up with zeros.
    private var blocks: [SIMD8<Float>]

    private var width: Int { (dimension + 7) / 8 }

    /// In sentences of nothing, which join the mean so that the only sentence of a text is more than it.
    private static let emptyCount: Float = 1

    /// - Returns: `nil` where vectors differ in their dimension, have none, or hold a number that is none.
    public init?(_ vectors: [[Float]]) {
        dimension = vectors.first?.count ?? 0
        guard vectors.isEmpty || dimension > 0 else { return nil }
        count = vectors.count
        blocks = []
        blocks.reserveCapacity(vectors.count * ((dimension + 7) / 8))
        for vector in vectors {
            guard vector.count == dimension, vector.allSatisfy(\.isFinite) else { return nil }
            // A number near the largest there is would overflow when it is squared.
            let largest = vector.reduce(0) { max($0, abs($1)) }
            for start in stride(from: 0, to: dimension, by: 8) {
                var block = SIMD8<Float>.zero
                for lane in 0..<min(8, dimension - start) {
                    block[lane] = largest > 0 ? vector[start + lane] / largest : 0
                }
                blocks.append(block)
            }
        }
    }

    private init(count: Int, dimension: Int, blocks: [SIMD8<Float>]) {
        self.count = count
        self.dimension = dimension
        self.blocks = blocks
    }

    /// The vectors of a range of sentences, numbered from 0.
    func slice(_ range: Range<Int>) -> SentenceVectors {
        SentenceVectors(
            count: range.count, dimension: dimension,
            blocks: Array(blocks[range.lowerBound * width..<range.upperBound * width]))
    }

    /// The sums of every `size` vectors.
    func merged(by size: Int) -> SentenceVectors {
        let starts = stride(from: 0, to: count, by: size)
        return SentenceVectors(
            count: (count + size - 1) / size, dimension: dimension,
            blocks: starts.flatMap { sum($0..<min($0 + size, count)) })
    }

    /// The sum of the vectors of a range.
    func sum(_ range: Range<Int>) -> [SIMD8<Float>] {
        var sum = Array(repeating: SIMD8<Float>.zero, count: width)
        for row in range {
            for place in 0..<width { sum[place] += blocks[row * width + place] }
        }
        return sum
    }

    /// The vectors with a length of 1, less what all of them have in common, with a length of 1 again.
    ///
    /// Encoders put all sentences of a language, and all of a text, into one corner, so that any two are similar. Less
    /// the mean, sentences that have nothing to do with each other stand at about a right angle: their cosine is the
    /// margin over what a chance pair has.
    func centred() -> SentenceVectors {
        var centred = self
        centred.normalise()
        let share = 1 / (Float(count) + Self.emptyCount)
        let common = centred.sum(0..<count).map { $0 * share }
        for row in 0..<count {
            for place in 0..<width { centred.blocks[row * width + place] -= common[place] }
        }
        centred.normalise()
        return centred
    }

    /// A vector of nothing stays one.
    private mutating func normalise() {
        for row in 0..<count {
            let places = row * width..<(row + 1) * width
            let length = blocks[places].reduce(0) { $0 + ($1 * $1).sum() }.squareRoot()
            guard length > 1e-6 else { continue }
            for place in places { blocks[place] /= length }
        }
    }

    /// The inner product of a vector of this side and one of the other.
    ///
    /// - Precondition: both have one dimension.
    func product(_ row: Int, _ other: SentenceVectors, _ column: Int) -> Float {
        let (mine, theirs) = (blocks.span, other.blocks.span)
        let (first, second, width) = (row * width, column * width, width)
        var sum = SIMD8<Float>.zero
        for place in 0..<width {
            sum += mine[unchecked: first + place] * theirs[unchecked: second + place]
        }
        return sum.sum()
    }

    /// The length of the sum of the vectors of a range.
    func length(_ range: Range<Int>) -> Float {
        sum(range).reduce(0) { $0 + ($1 * $1).sum() }.squareRoot()
    }
}
