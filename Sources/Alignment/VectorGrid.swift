/// What the vectors say of every bead of a band.
struct VectorGrid: Sendable {
    private let band: Band
    /// By cell: the inner product of the vectors of its two sentences.
    private var products: [Float]
    private let sourceLengths: [SIMD4<Float>]
    private let targetLengths: [SIMD4<Float>]

    /// - Returns: `nil` where there are no vectors.
    init?(_ stretch: Stretch, _ band: Band) {
        guard let scorer = VectorScorer(stretch) else { return nil }
        self.band = band
        sourceLengths = scorer.sourceLengths()
        targetLengths = scorer.targetLengths()
        products = Array(repeating: 0, count: band.cellCount)
        for row in 0..<band.sourceCount {
            for column in band.cells(row) {
                products[band.cell(row, column)] = scorer.product(row, column)
            }
        }
    }

    /// Adds the scores of the beads that end at a node. Cells outside the band count as 0: their beads are impossible.
    func add(to scores: inout LinkScores, _ row: Int, _ column: Int) {
        var sums = LinkScores(repeating: .zero)
        for a in 0..<min(4, row) {
            let cells = band.cells(row - 1 - a)
            var sum: Float = 0
            for b in 0..<min(4, column) {
                let place = column - 1 - b
                if cells.contains(place) { sum += products[band.cell(row - 1 - a, place)] }
                sums[b][a] = sum + (a > 0 ? sums[b][a - 1] : 0)
            }
        }
        for b in 0..<min(4, column) {
            for a in 0..<min(4, row) {
                scores[b][a] += VectorScorer.score(
                    sums[b][a], sourceLengths[row][a], targetLengths[column][b])
            }
        }
    }
}
