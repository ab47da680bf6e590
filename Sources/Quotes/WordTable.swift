/// Words by their bytes, in an open hash table: a look-up makes no string.
struct WordTable: Sendable {
    private var slots: [Int32] = [Int32](repeating: -1, count: 64)
    private var keys: [UInt8] = []
    private var ends: [Int32] = []

    var count: Int { ends.count }

    /// The number of a word; a new one when it was not there.
    mutating func insert(_ word: some Sequence<UInt8>) -> Int {
        let key = Array(word)
        if let known = key.withUnsafeBufferPointer({ number(of: $0) }) { return known }
        if (ends.count + 1) * 2 > slots.count { grow() }
        keys += key
        ends.append(Int32(keys.count))
        place(ends.count - 1)
        return ends.count - 1
    }

    @inline(__always)
    func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        let mask = slots.count - 1
        var slot = Self.hash(word) & mask
        while true {
            let number = Int(slots[slot])
            if number < 0 { return nil }
            if isEqual(number, word) { return number }
            slot = (slot + 1) & mask
        }
    }

    private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = number == 0 ? 0 : Int(ends[number - 1])
        guard Int(ends[number]) - start == word.count else { return false }
        for index in 0..<word.count where keys[start + index] != word[index] { return false }
        return true
    }

    private mutating func place(_ number: Int) {
        let start = number == 0 ? 0 : Int(ends[number - 1])
        let end = Int(ends[number])
        let mask = slots.count - 1
        var slot = keys[start..<end].withUnsafeBufferPointer { Self.hash($0) } & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(number)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for number in 0..<ends.count { place(number) }
    }

    /// FNV-1a with a final mix.
    @inline(__always)
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (value ^ (value >> 29)) & 0x7FFF_FFFF_FFFF)
    }
}
