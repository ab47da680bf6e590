/// A calendar date as ISO 8601 writes it, "2012-03-05", standing by itself.
struct IsoDate {
    let start: Int
    let end: Int

    /// - Parameter dash: where the first or second dash of one may stand.
    init?(around dash: Int, _ reader: ByteReader) {
        let start = dash - 4
        guard start >= 0, dash + 6 <= reader.count, reader.bytes[dash + 3] == 0x2D,
            [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy({ ByteReader.isDigit(reader.bytes[start + $0]) }),
            reader.item(before: start).map({ $0.has(.space) }) ?? true,
            reader.item(at: start + 10).map({ $0.has(.space) }) ?? true
        else { return nil }
        self.start = start
        end = start + 10
    }
}
