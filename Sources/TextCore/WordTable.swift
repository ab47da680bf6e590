/// Words by their bytes, in an open hash table: a look-up makes no string. ASCII capitals count as small letters.
///
/// Inlined into other modules, because the analysers look up every word of a text.
public struct WordTable: Sendable {
    @usableFromInline var slots: [Int32] = [Int32](repeating: -1, count: 64)
    @usableFromInline var keys: [UInt8] = []
    /// Where each word's key ends, after a zero.
    @usableFromInline var ends: [Int32] = [0]

    public init() {}

    public var count: Int { ends.count - 1 }

    /// The number of a word; a new one when it was not there.
    @inlinable
    public mutating func insert(_ word: some Sequence<UInt8>) -> Int {
        let key = word.map(Self.small)
        return key.withUnsafeBufferPointer { insert($0, $0.reduce(Self.emptyHash, Self.hash)) }
    }

    public mutating func insert(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        if let known = number(of: word, hash) { return known }
        if (ends.count + 1) * 2 > slots.count { grow() }
        for byte in word { keys.append(Self.small(byte)) }
        ends.append(Int32(keys.count))
        place(count - 1)
        return count - 1
    }

    @inlinable @inline(__always)
    public func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        var hash = Self.emptyHash
        for byte in word { hash = Self.hash(hash, byte) }
        return number(of: word, hash)
    }

    /// - Parameter hash: of the word's bytes, one after another.
    @inlinable @inline(__always)
    public func number(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
        let mask = slots.count - 1
        var slot = Self.slot(hash) & mask
        while true {
            let number = Int(slots[slot])
            if number < 0 { return nil }
            if isEqual(number, word) { return number }
            slot = (slot + 1) & mask
        }
    }

    @inlinable @inline(__always)
    func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(ends[number])
        guard Int(ends[number + 1]) - start == word.count else { return false }
        for index in 0..<word.count where keys[start + index] != Self.small(word[index]) {
            return false
        }
        return true
    }

    private mutating func place(_ number: Int) {
        let key = keys[Int(ends[number])..<Int(ends[number + 1])]
        let mask = slots.count - 1
        var slot = Self.slot(key.reduce(Self.emptyHash, Self.hash)) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(number)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for number in 0..<count { place(number) }
    }

    // FNV-1a with a final mix.

    @inlinable
    public static var emptyHash: UInt64 { FNV1a.empty }

    @inlinable @inline(__always)
    public static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        FNV1a.adding(UInt64(small(byte)), to: hash)
    }

    /// The small letter of an ASCII capital; any other byte as it is.
    @inlinable @inline(__always)
    public static func small(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }

    @inlinable @inline(__always)
    static func slot(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF_FFFF)
    }
}
