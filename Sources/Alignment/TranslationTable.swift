/// What each word of one side says about the words of the other, as sparse rows.
///
/// A row holds for each translation t of a word s the ratio p(t|s) / p(t): how much likelier t is beside s than
/// anywhere. The mass that a row does not spend is taken to follow p(t) itself, so a word nothing is known of is neutral.
struct TranslationTable: Sendable {
    struct Entry {
        let from: Int32
        let to: Int32
        let probability: Float
    }

    /// Bounds what one word can add, so that products of a few fit into a float.
    static let largestRatio: Float = 1e7

    private(set) var rowStarts: [Int32]
    private(set) var columns: [Int32]
    private(set) var ratios: [Float]
    /// 1 less the row's spent mass.
    private(set) var unspent: [Float]
    /// How many words of the other side each row accounts for, relative to the mean.
    let fertilities: [Float]
    /// Whether any row leads to a column; the others never change a score.
    private(set) var isReached: [Bool]

    /// - Parameters:
    ///   - entries: of each row at most one for a column, in any order.
    ///   - fertilities: positive, by row; all alike where it is left out.
    init(_ entries: [Entry], rowCount: Int, index: TokenIndex, fertilities: [Float]? = nil) {
        self.fertilities = fertilities ?? Array(repeating: 1, count: rowCount)
        rowStarts = [Int32](repeating: 0, count: rowCount + 1)
        unspent = [Float](repeating: 1, count: rowCount)
        columns = [Int32](repeating: 0, count: entries.count)
        ratios = [Float](repeating: 0, count: entries.count)
        isReached = [Bool](repeating: false, count: index.count)
        for entry in entries { rowStarts[Int(entry.from) + 1] += 1 }
        for row in 0..<rowCount { rowStarts[row + 1] += rowStarts[row] }
        var next = rowStarts
        for entry in entries {
            let place = Int(next[Int(entry.from)])
            next[Int(entry.from)] += 1
            columns[place] = entry.to
            ratios[place] = min(
                entry.probability / index.share(Int(entry.to)), Self.largestRatio)
            unspent[Int(entry.from)] -= entry.probability
            isReached[Int(entry.to)] = true
        }
        for row in 0..<rowCount where unspent[row] < 0 { unspent[row] = 0 }
    }
}
