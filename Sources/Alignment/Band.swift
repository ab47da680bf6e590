/// The part of the lattice that is searched: for each number of source sentences passed, which numbers of target
/// sentences may have been passed.
///
/// A *node* (i, j) lies before source sentence i and target sentence j; a *cell* (i, j) is a pair of sentences. Both
/// are numbered row by row, so a grid over the band is a flat array.
struct Band: Sendable {
    let sourceCount: Int
    let targetCount: Int
    /// First and last node of each row; neither ever decreases.
    let lower: [Int]
    let upper: [Int]
    /// Where each row of nodes begins.
    private(set) var nodeStarts: [Int] = [0]
    /// Where each row of cells begins.
    private(set) var cellStarts: [Int] = [0]

    /// Everything.
    init(sourceCount: Int, targetCount: Int) {
        self.init(
            sourceCount, targetCount, lower: Array(repeating: 0, count: sourceCount + 1),
            upper: Array(repeating: targetCount, count: sourceCount + 1))
    }

    private init(_ sourceCount: Int, _ targetCount: Int, lower: [Int], upper: [Int]) {
        self.sourceCount = sourceCount
        self.targetCount = targetCount
        self.lower = lower
        self.upper = upper
        for row in 0...sourceCount {
            nodeStarts.append(nodeStarts[row] + upper[row] - lower[row] + 1)
            if row < sourceCount {
                cellStarts.append(cellStarts[row] + upper[row + 1] - lower[row])
            }
        }
    }

    var nodeCount: Int { nodeStarts[sourceCount + 1] }
    var cellCount: Int { cellStarts[sourceCount] }

    /// The last node.
    var end: LatticeNode { LatticeNode(row: sourceCount, column: targetCount) }

    /// What lies between two of its nodes, numbered from the first.
    func part(_ first: LatticeNode, _ last: LatticeNode) -> Band {
        let rows = first.row...last.row
        return Band(
            last.row - first.row, last.column - first.column,
            lower: rows.map { max(lower[$0], first.column) - first.column },
            upper: rows.map { min(upper[$0], last.column) - first.column })
    }

    /// The target sentences that are compared with a source sentence.
    func cells(_ row: Int) -> Range<Int> { lower[row]..<upper[row + 1] }

    @inline(__always)
    func node(_ row: Int, _ column: Int) -> Int { nodeStarts[row] + column - lower[row] }

    @inline(__always)
    func cell(_ row: Int, _ column: Int) -> Int { cellStarts[row] + column - lower[row] }

    /// The source sentences that are compared with each target sentence.
    var cellsByTarget: [Range<Int>] {
        var (first, end) = (0, 0)
        return (0..<targetCount).map { column in
            while end < sourceCount && lower[end] <= column { end += 1 }
            while first < end && upper[first + 1] <= column { first += 1 }
            return first..<end
        }
    }
}

extension Band {
    /// What lies within `width` of a path.
    ///
    /// - Parameter path: nodes (source, target) from the beginning to the end, neither ever decreasing.
    init(
        around path: [(source: Int, target: Int)], width: Int, sourceCount: Int, targetCount: Int
    ) {
        var first = [Int](repeating: targetCount, count: sourceCount + 1)
        var last = [Int](repeating: 0, count: sourceCount + 1)
        for (from, to) in zip(path, path.dropFirst()) {
            for row in from.source...to.source {
                first[row] = min(first[row], from.target)
                last[row] = max(last[row], to.target)
            }
        }
        let (rows, columns) = Self.reach(width / 2, sourceCount, targetCount)
        var lower = (0...sourceCount).map { max(0, first[max(0, $0 - rows)] - columns) }
        var upper = (0...sourceCount).map {
            min(targetCount, last[min(sourceCount, $0 + rows)] + columns)
        }
        lower[0] = 0
        upper[sourceCount] = targetCount
        for row in stride(from: sourceCount, to: 0, by: -1) {
            lower[row - 1] = min(lower[row - 1], lower[row])
        }
        for row in 1..<max(1, sourceCount + 1) { upper[row] = max(upper[row], upper[row - 1]) }
        self.init(sourceCount, targetCount, lower: lower, upper: upper)
    }

    /// How far the band goes from its path along each side: less along a side that is far shorter, or the band of a
    /// thousand sentences against a million would hold thousands of columns a row.
    private static func reach(
        _ half: Int, _ sourceCount: Int, _ targetCount: Int
    ) -> (rows: Int, columns: Int) {
        let rows = min(half, half * 2 * sourceCount / max(1, targetCount))
        let columns = min(half, half * 2 * targetCount / max(1, sourceCount))
        return (max(1, rows), max(1, columns))
    }
}
