internal import Glibc

/// Scores one bead with all that is known of it; `EdgeScorer` scores many at once with less.
struct BeadScorer {
    private let model: AlignmentModel
    private var toTarget: PlacedWordScorer
    private var toSource: PlacedWordScorer

    init(_ model: AlignmentModel, _ options: AlignmentOptions) {
        self.model = model
        toTarget = PlacedWordScorer(
            tokenCount: model.toTarget.isReached.count, options)
        toSource = PlacedWordScorer(
            tokenCount: model.toSource.isReached.count, options)
    }

    /// - Parameter shape: one that is allowed.
    /// - Returns: the log score of the bead that ends at a node, `nil` where a person has rejected it.
    mutating func score(
        _ stretch: Stretch, endingAt node: LatticeNode, _ shape: BeadShape
    ) -> Float? {
        if !stretch.rejected.isEmpty, stretch.isRejected(node, shape) { return nil }
        let prior = model.priors.value(shape)
        if shape.source == 0 || shape.target == 0 { return prior }
        let rows = node.row - shape.source..<node.row
        let columns = node.column - shape.target..<node.column
        return prior + words(stretch, rows, columns) * 0.5
            + length(stretch, rows, columns) * model.lengthWeight
            + (VectorScorer(stretch)?.score(rows, columns) ?? 0)
            - headings(stretch, rows, columns)
    }

    private mutating func words(
        _ stretch: Stretch, _ rows: Range<Int>, _ columns: Range<Int>
    ) -> Float {
        let (source, target) = (stretch.source.words(of: rows), stretch.target.words(of: columns))
        return toTarget.score(target, given: source, model.toTarget)
            + toSource.score(source, given: target, model.toSource)
    }

    private func length(
        _ stretch: Stretch, _ rows: Range<Int>, _ columns: Range<Int>
    ) -> Float {
        let source = stretch.source.lengths[rows].reduce(0, +)
        let targets = stretch.target.lengths[columns]
        let target = targets.reduce(0, +)
        let background = targets.reduce(0) { $0 + model.length.background($1) }
        return model.length.score(SIMD4(repeating: source), target)[0] - background
            - Float(columns.count - 1) * logf(target + 1)
    }

    private func headings(
        _ stretch: Stretch, _ rows: Range<Int>, _ columns: Range<Int>
    ) -> Float {
        let source = stretch.source.isHeading[rows].count { $0 }
        let target = stretch.target.isHeading[columns].count { $0 }
        guard source + target > 0 else { return 0 }
        return EdgeScorer.headingCost(
            SIMD4(repeating: Float(source) / Float(rows.count)),
            Float(target) / Float(columns.count))[0]
    }
}
