internal import TextCore

/// Where byte offsets of one text are for people and for other programs; made once for many look-ups.
struct TextPlaces {
    private let offsets: OffsetMap
    /// The offset of each line end.
    private let lineEnds: [Int]

    init(_ text: Text) {
        offsets = text.offsets
        lineEnds = text.bytes.indices.filter { text.bytes[$0] == 0x0A }
    }

    func scalar(_ byte: Int) -> Int { offsets.scalar(byte) }

    /// From 1.
    func line(_ byte: Int) -> Int {
        var (low, high) = (0, lineEnds.count)
        while low < high {
            let middle = (low + high) / 2
            if lineEnds[middle] < byte { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }
}
