/// Leads from byte offsets of a text to Unicode scalars and UTF-16 units of the input it was made from, and back.
///
/// Built in one pass with a checkpoint every 64 bytes, so a look-up reads at most 64 bytes.
public struct OffsetMap: Sendable {
    private static let stride = 64
    private let text: Text
    private let scalars: [Int32]
    private let units: [Int32]

    init(_ text: Text) {
        self.text = text
        var scalars: [Int32] = []
        var units: [Int32] = []
        scalars.reserveCapacity(text.count / Self.stride + 1)
        units.reserveCapacity(text.count / Self.stride + 1)
        var scalar: Int32 = 0
        var unit: Int32 = 0
        for (offset, byte) in text.bytes.enumerated() {
            if offset % Self.stride == 0 {
                scalars.append(scalar)
                units.append(unit)
            }
            if byte & 0xC0 != 0x80 { scalar += 1 }
            if byte & 0xC0 != 0x80 { unit += byte >= 0xF0 ? 2 : 1 }
        }
        self.scalars = scalars
        self.units = units
    }

    /// The number of scalars of the input before a byte offset of the text.
    ///
    /// Inside a run that normalisation changed, the run's start or end, whichever the offset is nearer to.
    public func scalar(_ byte: Int) -> Int { text.skippedScalars + scalarAfterMark(byte) }

    private func scalarAfterMark(_ byte: Int) -> Int {
        let own = ownScalar(byte)
        guard !text.edits.isEmpty else { return own }
        let next = text.edits.partitioningIndex { $0.start > byte }
        guard next > 0 else { return own }
        let edit = text.edits[next - 1]
        if byte < edit.end {
            return byte == edit.start || byte - edit.start < edit.end - byte
                ? edit.inputStart : edit.inputEnd
        }
        return edit.inputEnd + own - ownScalar(edit.end)
    }

    /// The number of UTF-16 units of the text (not of the input) before a byte offset.
    public func utf16(_ byte: Int) -> Int {
        count(byte, units) { $0 >= 0xF0 ? 2 : 1 }
    }

    /// The byte offset of a scalar of the input; the end of the text when it lies beyond.
    public func byte(ofScalar scalar: Int) -> Int {
        var byte = (0..<text.count).partitioningIndex { self.scalar($0) >= scalar }
        while byte < text.count, text.bytes[byte] & 0xC0 == 0x80 { byte += 1 }
        return byte
    }

    private func ownScalar(_ byte: Int) -> Int { count(byte, scalars) { _ in 1 } }

    private func count(_ byte: Int, _ checkpoints: [Int32], _ weight: (UInt8) -> Int) -> Int {
        guard !checkpoints.isEmpty else { return 0 }
        let end = min(max(0, byte), text.count)
        let block = min(end / Self.stride, checkpoints.count - 1)
        var total = Int(checkpoints[block])
        for offset in block * Self.stride..<end where text.bytes[offset] & 0xC0 != 0x80 {
            total += weight(text.bytes[offset])
        }
        return total
    }

    /// A counter of scalars for ascending offsets into any UTF-8 bytes.
    static func scalarCounter(_ bytes: [UInt8]) -> (Int) -> Int {
        var prefix: [Int32] = [0]
        prefix.reserveCapacity(bytes.count + 1)
        var total: Int32 = 0
        for byte in bytes {
            if byte & 0xC0 != 0x80 { total += 1 }
            prefix.append(total)
        }
        // `prefix[n]` counts the lead bytes among the first n: offsets on boundaries get the scalars before them.
        return { Int(prefix[min($0, bytes.count)]) }
    }
}
