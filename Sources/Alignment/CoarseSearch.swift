/// Finds where in a large lattice the path must lie, without filling it.
///
/// Runs of sentences are merged into blocks, the blocks are aligned like sentences, and the path of the blocks is the
/// middle of a band for blocks a quarter of the size, down to single sentences.
struct CoarseSearch {
    private let model: AlignmentModel
    private let options: AlignmentOptions

    private static let step = 4

    init(_ model: AlignmentModel, _ options: AlignmentOptions) {
        self.model = model
        self.options = options
    }

    func band(_ stretch: Stretch, jobs: Int) -> Band {
        let (rows, columns) = (stretch.source.count, stretch.target.count)
        guard rows * columns > options.fullSearchCells else {
            return Band(sourceCount: rows, targetCount: columns)
        }
        var size = Self.step
        while blocks(rows, size) * blocks(columns, size) > options.coarseCells {
            size *= Self.step
        }
        var path: [(source: Int, target: Int)]?
        while size > 1 {
            let merged = Stretch(
                source: stretch.source.merged(by: size), target: stretch.target.merged(by: size))
            let band = band(path, merged.source.count, merged.target.count, options.coarseBand)
            let found = WindowedLattice(merged, band, model, threshold: 1)
                .expectation(jobs: jobs).path
            path = Self.nodes(found).map { ($0.source * Self.step, $0.target * Self.step) }
            size /= Self.step
        }
        return band(path, rows, columns, options.firstBand)
    }

    /// - Parameter path: nodes of this size; `nil` for everything.
    private func band(
        _ path: [(source: Int, target: Int)]?, _ rows: Int, _ columns: Int, _ width: Int
    ) -> Band {
        guard let path else { return Band(sourceCount: rows, targetCount: columns) }
        let clamped = path.map { (source: min($0.source, rows), target: min($0.target, columns)) }
        return Band(
            around: clamped + [(rows, columns)], width: width, sourceCount: rows,
            targetCount: columns)
    }

    private func blocks(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }

    /// The nodes that a sequence of beads passes.
    static func nodes(_ beads: [WeightedBead]) -> [(source: Int, target: Int)] {
        [(0, 0)] + beads.map { ($0.sourceEnd, $0.targetEnd) }
    }
}
