internal import TextCore

/// The sentences between two anchors of a diff, paired by what they have in common.
///
/// Dynamic programming over the steps one to one, one to two, two to one, removed and added, for the largest sum of
/// similarities; only pairs near the diagonal are looked at.
struct SentenceGap {
    private enum Step: UInt8 {
        case pair, split, merge, remove, add
    }

    private static let band = 24
    /// Below this two sentences have little more in common than their language.
    private static let floor = 0.45
    /// A split or a merge must fit better than this, since two sentences have more chances than one.
    private static let jointFloor = 0.7

    private let old: ArraySlice<SentenceForm>
    private let new: ArraySlice<SentenceForm>
    /// Each sentence with the one after it, made once.
    private let oldJoined: [SentenceForm]
    private let newJoined: [SentenceForm]

    init(
        _ old: [SentenceForm], _ oldRange: Range<Int>, _ new: [SentenceForm],
        _ newRange: Range<Int>
    ) {
        self.old = old[oldRange]
        self.new = new[newRange]
        let isOneSided = oldRange.isEmpty || newRange.isEmpty
        oldJoined = isOneSided ? [] : Self.joined(self.old)
        newJoined = isOneSided ? [] : Self.joined(self.new)
    }

    private static func joined(_ forms: ArraySlice<SentenceForm>) -> [SentenceForm] {
        zip(forms, forms.dropFirst()).map { $0.joined($1) }
    }

    func changes() -> [SentenceChange] {
        if old.isEmpty || new.isEmpty {
            return old.indices.map { change(.removed, $0..<$0 + 1, empty(new)) }
                + new.indices.map { change(.added, empty(old), $0..<$0 + 1) }
        }
        var steps: [Step] = []
        var (i, j) = (0, 0)
        let table = table()
        while i < old.count || j < new.count {
            let step = step(table, i, j)
            steps.append(step)
            i += [.pair, .split, .remove].contains(step) ? 1 : step == .merge ? 2 : 0
            j += [.pair, .merge, .add].contains(step) ? 1 : step == .split ? 2 : 0
        }
        return changes(steps)
    }

    /// The best step from each cell of the band, filled from the end, row by row.
    private func table() -> [[Step]] {
        var table = [[Step]](repeating: [], count: old.count)
        var below: [Int: Double] = [:]
        var belowNext: [Int: Double] = [:]
        for i in stride(from: old.count - 1, through: 0, by: -1) {
            let columns = columns(i)
            var row: [Int: Double] = [:]
            var steps = [Step](repeating: .remove, count: columns.count)
            for j in columns.reversed() {
                let (score, step) = best(i, j, row, below, belowNext)
                row[j] = score
                steps[j - columns.lowerBound] = step
            }
            table[i] = steps
            (below, belowNext) = (row, below)
        }
        return table
    }

    private func best(
        _ i: Int, _ j: Int, _ row: [Int: Double], _ below: [Int: Double],
        _ belowNext: [Int: Double]
    ) -> (Double, Step) {
        var best = (below[j] ?? 0, Step.remove)
        guard j < new.count else { return best }
        if let score = row[j + 1], score > best.0 { best = (score, .add) }
        let (from, to) = (form(old, i), form(new, j))
        let pair = from.similarity(to)
        if pair >= Self.floor, pair + (below[j + 1] ?? 0) > best.0 {
            best = (pair + (below[j + 1] ?? 0), .pair)
        }
        if j + 1 < new.count {
            let score = from.similarity(newJoined[j])
            let sum = score + (below[j + 2] ?? 0)
            if score > Self.jointFloor, score > pair, sum > best.0 { best = (sum, .split) }
        }
        if i + 1 < old.count {
            let score = oldJoined[i].similarity(to)
            let sum = score + (belowNext[j + 1] ?? 0)
            if score > Self.jointFloor, score > pair, sum > best.0 { best = (sum, .merge) }
        }
        return best
    }

    private func form(_ forms: ArraySlice<SentenceForm>, _ index: Int) -> SentenceForm {
        forms[forms.startIndex + index]
    }

    /// The columns of a row that lie in the band, as far as the end where the new text has nothing left.
    private func columns(_ i: Int) -> ClosedRange<Int> {
        let middle = i * new.count / max(1, old.count)
        return max(0, middle - Self.band)...min(new.count, middle + Self.band)
    }

    private func step(_ table: [[Step]], _ i: Int, _ j: Int) -> Step {
        guard i < old.count else { return .add }
        guard j < new.count else { return .remove }
        let columns = columns(i)
        // Left of the band the new text must catch up, right of it the old one.
        if j < columns.lowerBound { return .add }
        if j > columns.upperBound { return .remove }
        return table[i][j - columns.lowerBound]
    }

    private func changes(_ steps: [Step]) -> [SentenceChange] {
        var (i, j) = (old.startIndex, new.startIndex)
        return steps.map { step in
            let oldCount = step == .add ? 0 : step == .merge ? 2 : 1
            let newCount = step == .remove ? 0 : step == .split ? 2 : 1
            let (from, to) = (i..<i + oldCount, j..<j + newCount)
            i += oldCount
            j += newCount
            switch step {
            case .remove: return change(.removed, from, to)
            case .add: return change(.added, from, to)
            default: return paired(from, to)
            }
        }
    }

    private func paired(_ from: Range<Int>, _ to: Range<Int>) -> SentenceChange {
        let similarity = joined(old, from).similarity(joined(new, to))
        return SentenceChange(
            kind: similarity == 1 ? .form : .edited, old: from, new: to, similarity: similarity)
    }

    private func joined(_ forms: ArraySlice<SentenceForm>, _ range: Range<Int>) -> SentenceForm {
        range.dropFirst().reduce(forms[range.lowerBound]) { $0.joined(forms[$1]) }
    }

    private func change(
        _ kind: SentenceChange.Kind, _ old: Range<Int>, _ new: Range<Int>
    ) -> SentenceChange {
        SentenceChange(kind: kind, old: old, new: new, similarity: 0)
    }

    private func empty(_ slice: ArraySlice<SentenceForm>) -> Range<Int> {
        slice.startIndex..<slice.startIndex
    }
}
