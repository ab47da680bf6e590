/// Cuts what a reader gives into lines, in memory that grows with the longest line only.
struct LineReader {
    private let reader: InputReader
    private var pending: [UInt8] = []
    /// Where in `pending` the next line begins, and how far it was searched for its end.
    private var start = 0
    private var searched = 0
    private var atEnd = false

    init(_ reader: InputReader) { self.reader = reader }

    /// The next line without its `\n`, or `nil` after the last.
    mutating func next() throws(UsageError) -> [UInt8]? {
        while true {
            if let end = pending[searched...].firstIndex(of: 0x0A) {
                defer {
                    start = end + 1
                    searched = start
                }
                return Array(pending[start..<end])
            }
            guard !atEnd else { return rest() }
            pending.removeSubrange(..<start)
            start = 0
            searched = pending.count
            if let chunk = try reader.next() { pending += chunk } else { atEnd = true }
        }
    }

    private mutating func rest() -> [UInt8]? {
        defer { start = pending.count }
        searched = pending.count
        return start < pending.count ? Array(pending[start...]) : nil
    }
}
