/// Numbers pairs of words in order of appearance: an open-addressing hash table of 12 bytes a place.
struct PairNumbering {
    private var keys: [UInt64]
    private var numbers: [Int32]
    private var mask: Int
    /// The pairs by number: source word in the high half, target word in the low one.
    private(set) var pairs: [UInt64] = []

    private static let free = UInt64.max

    init(expecting count: Int) {
        var capacity = 1024
        while capacity < count { capacity *= 2 }
        keys = Array(repeating: Self.free, count: capacity)
        numbers = Array(repeating: 0, count: capacity)
        mask = capacity - 1
    }

    static func key(_ source: Int32, _ target: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: source)) << 32 | UInt64(UInt32(bitPattern: target))
    }

    static func source(_ key: UInt64) -> Int32 { Int32(truncatingIfNeeded: key >> 32) }
    static func target(_ key: UInt64) -> Int32 { Int32(truncatingIfNeeded: key) }

    /// The pair's number, or `nil` when it has none.
    func find(_ key: UInt64) -> Int32? {
        let place = place(of: key)
        return keys[place] == key ? numbers[place] : nil
    }

    /// The pair's number, a new one when it has none.
    mutating func number(_ key: UInt64) -> Int32 {
        let place = place(of: key)
        if keys[place] == key { return numbers[place] }
        let number = Int32(pairs.count)
        keys[place] = key
        numbers[place] = number
        pairs.append(key)
        if pairs.count * 3 > keys.count * 2 { grow() }
        return number
    }

    @inline(__always)
    private func place(of key: UInt64) -> Int {
        // Fibonacci hashing: word numbers are dense and small, so the high bits of the product spread them well.
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while keys[place] != key && keys[place] != Self.free { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let capacity = keys.count * 2
        keys = Array(repeating: Self.free, count: capacity)
        numbers = Array(repeating: 0, count: capacity)
        mask = capacity - 1
        for (number, key) in pairs.enumerated() {
            let place = place(of: key)
            keys[place] = key
            numbers[place] = Int32(number)
        }
    }
}
