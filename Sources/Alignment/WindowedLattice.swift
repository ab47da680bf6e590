internal import TextCore

/// Weighs the beads of a long stretch window by window: memory is that of a window, and windows are done side by side.
///
/// Windows overlap by far more than it takes until two ways that began apart run together, so what is well within a
/// window is as if the whole had been searched. Where the windows lie depends on the texts alone.
struct WindowedLattice: Sendable {
    private let stretch: Stretch
    private let band: Band
    private let model: AlignmentModel
    private let threshold: Float
    private let closely: AlignmentOptions?

    /// Source sentences to a window, and how far its neighbours reach into it on each side.
    private let size: Int
    private let margin: Int

    /// - Parameters:
    ///   - threshold: as for ``BeadLattice/expectation(threshold:)``.
    ///   - closely: where given, what the first look leaves is weighed again as ``RefinedGraph`` does.
    init(
        _ stretch: Stretch, _ band: Band, _ model: AlignmentModel, threshold: Float,
        closely: AlignmentOptions? = nil, size: Int = 1_000, margin: Int = 100
    ) {
        self.closely = closely
        self.size = size
        self.margin = margin
        self.stretch = stretch
        self.band = band
        self.model = model
        self.threshold = threshold
    }

    func expectation(jobs: Int) -> Expectation {
        let cuts = self.cuts
        guard cuts.count > 2 else {
            return look(stretch, band)
        }
        let windows = zip(cuts, cuts.dropFirst()).map { (first: $0, last: $1) }
        let parts = Parallel.map(windows, jobs: jobs) { window in
            look(from: window.first - margin, to: window.last + margin)
        }
        return join(parts, at: Array(cuts.dropFirst().dropLast()))
    }

    /// The rows where windows meet, with the first and the last row.
    private var cuts: [Int] {
        let rows = band.sourceCount
        let count = max(1, (rows + size / 2) / size)
        return (0...count).map { rows * $0 / count }
    }

    /// What the window between two rows expects, in the stretch's numbering.
    private func look(from first: Int, to last: Int) -> Expectation {
        let (start, end) = (middle(max(0, first)), middle(min(band.sourceCount, last)))
        let part = stretch.part(start.row..<end.row, start.column..<end.column)
        return look(part, band.part(start, end)).moved(by: start)
    }

    private func look(_ stretch: Stretch, _ band: Band) -> Expectation {
        let first = BeadLattice(BandGraph(stretch, band, model), model.gaps)
            .expectation(threshold: threshold)
        guard let closely else { return first }
        var scorer = BeadScorer(model, closely)
        let graph = RefinedGraph(stretch, first.nodes, model.priors, &scorer)
        return BeadLattice(graph, model.gaps).expectation(threshold: threshold)
    }

    /// The middle of the band in a row.
    private func middle(_ row: Int) -> LatticeNode {
        if row == 0 { return LatticeNode(row: 0, column: 0) }
        if row == band.sourceCount { return LatticeNode(row: row, column: band.targetCount) }
        return LatticeNode(row: row, column: (band.lower[row] + band.upper[row]) / 2)
    }

    /// Goes over from one window to the next where their best ways meet, nearest to the row between them.
    private func join(_ parts: [Expectation], at rows: [Int]) -> Expectation {
        var (beads, path) = ([WeightedBead](), [WeightedBead]())
        var start = LatticeNode(row: 0, column: 0)
        for (index, part) in parts.enumerated() {
            let seam =
                index < rows.count
                ? Self.seam(part.path, parts[index + 1].path, rows[index])
                : (left: band.end, right: band.end)
            beads += part.beads.filter { $0.isBetween(start, seam.left) }
            path += part.path.filter { $0.isBetween(start, seam.left) }
            path += Self.filling(seam.left, seam.right)
            start = seam.right
        }
        let likelihood = parts.reduce(0) { $0 + $1.likelihood }
        return Expectation(beads: beads, path: path, nodes: [], likelihood: likelihood)
    }

    /// The node where two ways meet; where they never do, the last one of the left before the row and the first one of
    /// the right that can follow it.
    private static func seam(
        _ left: [WeightedBead], _ right: [WeightedBead], _ row: Int
    ) -> (left: LatticeNode, right: LatticeNode) {
        let (lefts, rights) = (left.map(\.end), right.map(\.end))
        let known = Set(lefts)
        let meeting = rights.filter(known.contains)
            .min { abs($0.row - row) < abs($1.row - row) }
        if let meeting { return (meeting, meeting) }
        let first = lefts.last { $0.row <= row } ?? LatticeNode(row: 0, column: 0)
        let next = rights.first { $0.row >= first.row && $0.column >= first.column }
        return (first, next ?? first)
    }

    /// Sentences without counterparts, of which nothing is sure, from one node to another.
    private static func filling(_ from: LatticeNode, _ to: LatticeNode) -> [WeightedBead] {
        var beads: [WeightedBead] = []
        for row in from.row..<max(from.row, to.row) {
            beads.append(
                WeightedBead(
                    sourceEnd: row + 1, targetEnd: from.column,
                    shape: BeadShape(source: 1, target: 0), weight: 0))
        }
        for column in from.column..<max(from.column, to.column) {
            beads.append(
                WeightedBead(
                    sourceEnd: to.row, targetEnd: column + 1,
                    shape: BeadShape(source: 0, target: 1), weight: 0))
        }
        return beads
    }
}

extension WeightedBead {
    fileprivate var end: LatticeNode { LatticeNode(row: sourceEnd, column: targetEnd) }

    /// True when it ends after one node and not after the other, counted by sentences of both sides.
    fileprivate func isBetween(_ first: LatticeNode, _ last: LatticeNode) -> Bool {
        let place = sourceEnd + targetEnd
        return place > first.row + first.column && place <= last.row + last.column
    }
}

extension Expectation {
    fileprivate func moved(by start: LatticeNode) -> Expectation {
        Expectation(
            beads: beads.map { $0.moved(by: start) }, path: path.map { $0.moved(by: start) },
            nodes: [], likelihood: likelihood)
    }
}
