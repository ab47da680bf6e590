/// A sum of 64 bits that tells whether bytes are as they were written; it guards against damage, not against malice.
///
/// Four lanes of eight bytes each go on by `(lane ^ word) * prime`, rotated; so a gigabyte takes a fraction of a second,
/// and a file can be summed piece by piece.
struct Checksum {
    private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
        0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5
    )
    private var pending: [UInt8] = []
    private var count: UInt64 = 0

    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum = Checksum()
        sum.add(bytes)
        return sum.value
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        count += UInt64(bytes.count)
        var rest = bytes[...]
        if !pending.isEmpty {
            let missing = rest.prefix(32 - pending.count)
            pending += missing
            rest = rest.dropFirst(missing.count)
            guard pending.count == 32 else { return }
            pending.withUnsafeBytes { addBlocks($0, count: 1) }
            pending.removeAll(keepingCapacity: true)
        }
        let blocks = rest.count / 32
        addBlocks(UnsafeRawBufferPointer(rebasing: rest), count: blocks)
        pending += rest.dropFirst(blocks * 32)
    }

    var value: UInt64 {
        var sum =
            lanes.0 ^ Self.turned(lanes.1, 17) ^ Self.turned(lanes.2, 31)
            ^ Self.turned(lanes.3, 47) ^ count
        for byte in pending { sum = Self.mixed(sum, UInt64(byte)) }
        sum ^= sum >> 29
        return sum &* Self.prime
    }

    private static let prime: UInt64 = 0x9FB2_1C65_1E98_DF25

    private static func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        turned((lane ^ word) &* prime, 29)
    }

    private static func turned(_ value: UInt64, _ bits: UInt64) -> UInt64 {
        value << bits | value >> (64 - bits)
    }

    private mutating func addBlocks(_ bytes: UnsafeRawBufferPointer, count: Int) {
        var (a, b, c, d) = lanes
        var place = 0
        for _ in 0..<count {
            a = Self.mixed(a, Self.word(bytes, place))
            b = Self.mixed(b, Self.word(bytes, place + 8))
            c = Self.mixed(c, Self.word(bytes, place + 16))
            d = Self.mixed(d, Self.word(bytes, place + 24))
            place += 32
        }
        lanes = (a, b, c, d)
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
}
