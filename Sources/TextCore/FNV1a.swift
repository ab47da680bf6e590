/// The 64-bit FNV-1a sum: quick, and the same on every machine; no protection against one who wants two texts to agree.
public struct FNV1a: Sendable {
    public private(set) var sum: UInt64

    /// Of nothing.
    public static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

    public init() { sum = Self.empty }

    /// Takes a byte in, or a word as one piece.
    @inlinable @inline(__always)
    public static func adding(_ piece: UInt64, to sum: UInt64) -> UInt64 {
        (sum ^ piece) &* 0x100_0000_01B3
    }

    public mutating func add(_ byte: UInt8) { sum = Self.adding(UInt64(byte), to: sum) }
    public mutating func add(_ word: Int) {
        sum = Self.adding(UInt64(bitPattern: Int64(word)), to: sum)
    }
    public mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }
}
