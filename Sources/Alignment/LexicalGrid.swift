/// What the words say of every cell of a band.
struct LexicalGrid: Sendable {
    /// Lane a-1: how much likelier the words of target sentence j are beside the a source sentences that end with i.
    private(set) var toTarget: [SIMD4<Float>]
    /// Lane b-1: how much likelier the words of source sentence i are beside the b target sentences that end with j.
    private(set) var toSource: [SIMD4<Float>]

    init(_ stretch: Stretch, _ band: Band, _ model: AlignmentModel) {
        toTarget = Array(repeating: .zero, count: band.cellCount)
        toSource = toTarget
        var scorer = GroupScorer(
            of: stretch.target, given: stretch.source, model.toTarget, model.backgroundShare)
        for row in 0..<band.sourceCount {
            let cells = band.cells(row)
            scorer.score(cells, groupEnd: row)
            for column in cells {
                toTarget[band.cell(row, column)] = scorer.scores[column - cells.lowerBound]
            }
        }
        scorer = GroupScorer(
            of: stretch.source, given: stretch.target, model.toSource, model.backgroundShare)
        for (column, rows) in band.cellsByTarget.enumerated() {
            scorer.score(rows, groupEnd: column)
            for row in rows {
                toSource[band.cell(row, column)] = scorer.scores[row - rows.lowerBound]
            }
        }
    }
}
