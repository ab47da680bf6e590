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
        let end = starts.partitioningIndex { $0 >= span.end }
        return end > 0 && reach[end - 1] > span.start
    }
}
