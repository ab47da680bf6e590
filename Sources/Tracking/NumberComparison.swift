internal import TextCore

/// Compares the numbers of a source and its translation by what they count.
struct NumberComparison {
    let source: Passage
    let target: Passage

    var divergences: [Divergence] {
        let (from, to) = (PassageNumbers(source), PassageNumbers(target))
        var lost = from.written.filter { !to.states($0) }
        var added = to.written.filter { !from.states($0) }
        if lost.isEmpty, added.isEmpty { (lost, added) = exchanged(from.written, to.written) }
        // One that was lost and one that was added, in order, are most often one that was changed.
        return (0..<max(lost.count, added.count)).map { index in
            divergence(
                index < lost.count ? lost[index] : nil, index < added.count ? added[index] : nil)
        }
    }

    /// Both sides have the same numbers, and as many, but one more often and another less often than there.
    private func exchanged(
        _ from: [WrittenNumber], _ to: [WrittenNumber]
    ) -> (lost: [WrittenNumber], added: [WrittenNumber]) {
        let common = Set(from.map(\.digits)).intersection(to.map(\.digits))
        let (from, to) = (
            from.filter { common.contains($0.digits) }, to.filter { common.contains($0.digits) }
        )
        guard from.count == to.count else { return ([], []) }
        let lost = Self.surplus(from, over: to)
        let added = Self.surplus(to, over: from)
        return lost.count == 1 && added.count == 1 ? (lost, added) : ([], [])
    }

    private static func surplus(
        _ numbers: [WrittenNumber], over others: [WrittenNumber]
    ) -> [WrittenNumber] {
        var left: [String: Int] = [:]
        for other in others { left[other.digits, default: 0] += 1 }
        return numbers.filter { number in
            left[number.digits, default: 0] -= 1
            return left[number.digits, default: 0] < 0
        }
    }

    private func divergence(_ lost: WrittenNumber?, _ added: WrittenNumber?) -> Divergence {
        let from = lost.map { source.span(of: $0.range) }
        let to = added.map { target.span(of: $0.range) }
        let words = (from.map { source.text[$0] }, to.map { target.text[$0] })
        let message =
            switch words {
            case (let lost?, let added?): "“\(lost)” in the source, “\(added)” here"
            case (let lost?, nil): "“\(lost)” of the source is not here"
            case (nil, let added): "“\(added ?? "")” is not in the source"
            }
        return Divergence(.number, source: from, target: to, message)
    }
}

extension Passage {
    /// A stretch of ``words`` as a span of the text.
    func span(of range: Range<Int>) -> TextSpan {
        TextSpan(span.start + range.lowerBound, span.start + range.upperBound)
    }
}
