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
        lineEnds.partitioningIndex { $0 >= byte } + 1
    }
}
