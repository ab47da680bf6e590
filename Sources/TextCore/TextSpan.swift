/// A stretch of a text: UTF-8 byte offsets, half-open.
public struct TextSpan: Hashable, Comparable, Sendable {
    public var start: Int
    public var end: Int

    /// - Precondition: `start` is not after `end`.
    public init(_ start: Int, _ end: Int) {
        precondition(start <= end, "a span cannot end before it starts")
        self.start = start
        self.end = end
    }

    public var count: Int { end - start }
    public var isEmpty: Bool { start == end }
    public var range: Range<Int> { start..<end }

    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

    /// The part that both cover, or `nil` when they share no byte.
    public func intersection(_ other: TextSpan) -> TextSpan? {
        let from = max(start, other.start)
        let to = min(end, other.end)
        return from < to ? TextSpan(from, to) : nil
    }

    /// The smallest span that covers both.
    public func union(_ other: TextSpan) -> TextSpan {
        TextSpan(min(start, other.start), max(end, other.end))
    }

    public func shifted(by offset: Int) -> TextSpan { TextSpan(start + offset, end + offset) }

    public static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
