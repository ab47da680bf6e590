internal import TextCore

/// Spans that can be asked in logarithmic time whether one of them overlaps another.
struct SpanIndex: Sendable {
    private let starts: [Int]
    /// The furthest end of all spans up to each.
    private let reach: [Int]

    init(_ spans: [TextSpan]) {
        let sorted = spans.sorted()
        starts = sorted.map(\.start)
        var furthest = 0
        reach = sorted.map {
            furthest = max(furthest, $0.end)
            return furthest
        }
    }

    func overlaps(_ span: TextSpan) -> Bool {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < span.end { low = middle + 1 } else { high = middle }
        }
        return low > 0 && reach[low - 1] > span.start
    }
}
