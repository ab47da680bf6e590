/// Tells in one pass over the bytes which of many lists have a word in each stretch of a text.
///
/// Words are found by their first bytes, at most eight, in a bit table, then compared; letters are compared without case.
public struct LiteralFilter: Sendable {
    private struct Word: Sendable {
        let bytes: [UInt8]
        let list: Int
    }

    private static let fold: [UInt8] = (UInt8.min...UInt8.max).map { byte in
        let isCapital: Bool = byte >= 0x41 && byte <= 0x5A
        return isCapital ? byte + 0x20 : byte
    }

    private var bits = [UInt64](repeating: 0, count: 2048)
    /// By a word's first byte: one bit for each length of key that is looked up.
    private var lengths = [UInt16](repeating: 0, count: 256)
    /// By the first bytes of the words.
    private var buckets: [Key: [Word]] = [:]

    /// The first bytes of a word: eight of a long one, or else four, or all.
    private struct Key: Hashable, Sendable {
        let value: UInt64
        let length: Int

        /// - Parameter bytes: eight bytes in the order of memory, of which `length` count.
        @inline(__always)
        init(_ bytes: UInt64, length: Int) {
            value = length == 8 ? bytes : bytes & (1 << UInt64(8 * length) - 1)
            self.length = length
        }

        @inline(__always)
        var slot: Int { Int((value &* 0x9E37_79B9_7F4A_7C15) >> 47) }

        static func length(of count: Int) -> Int { count >= 8 ? 8 : min(count, 4) }
    }

    public init(_ lists: [[String]], _ language: LanguageTag) {
        for (index, list) in lists.enumerated() {
            for word in list { add(word, index, language) }
        }
    }

    private mutating func add(_ word: String, _ list: Int, _ language: LanguageTag) {
        for bytes in Self.forms(word, language) {
            guard let first = bytes.first else { continue }
            let value = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let key = Key(value, length: Key.length(of: bytes.count))
            bits[key.slot >> 6] |= 1 << UInt64(key.slot & 63)
            lengths[Int(first)] |= 1 << UInt16(key.length)
            if buckets[key]?.contains(where: { $0.bytes == bytes && $0.list == list }) != true {
                buckets[key, default: []].append(Word(bytes: bytes, list: list))
            }
        }
    }

    /// How a word may be written, with small letters for ASCII capitals: as it is, in small letters, in capitals, and
    /// with capitals where the word, or each word of several, begins.
    private static func forms(_ word: String, _ language: LanguageTag) -> [[UInt8]] {
        let own = word.utf8.map { fold[Int($0)] }
        guard own.contains(where: { $0 >= 0x80 }) else { return [own] }
        let lower = Normalizer.lowercase(word, language)
        let title = capitalised(lower, inside: true)
        return [word, lower, lower.uppercased(), title, capitalised(lower, inside: false)].map {
            $0.utf8.map { fold[Int($0)] }
        }
    }

    private static func capitalised(_ lower: String, inside: Bool) -> String {
        var capitalised = ""
        var begins = true
        for scalar in lower.unicodeScalars {
            if begins {
                capitalised += scalar.properties.titlecaseMapping
            } else {
                capitalised.unicodeScalars.append(scalar)
            }
            begins = inside && !CharacterTable.shared.isLetter(scalar)
        }
        return capitalised
    }

    /// Calls `body` with an offset and a list for every word found, in text order.
    ///
    /// - Parameter range: where a word may begin and must end; all of the bytes when it is not given.
    public func forEachHit(
        _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>? = nil,
        _ body: (Int, Int) -> Void
    ) {
        let range = range ?? 0..<bytes.count
        Self.fold.withUnsafeBufferPointer { fold in
            bits.withUnsafeBufferPointer { bits in
                lengths.withUnsafeBufferPointer { lengths in
                    for offset in range {
                        var wanted = lengths[Int(fold[Int(bytes[offset])])]
                        if wanted == 0 { continue }
                        let next = Self.eight(bytes, offset, range.upperBound)
                        while wanted != 0 {
                            let length = wanted.trailingZeroBitCount
                            wanted &= wanted - 1
                            let key = Key(next, length: length)
                            if bits[key.slot >> 6] & (1 << UInt64(key.slot & 63)) != 0 {
                                hits(key, bytes, offset, range.upperBound, fold, body)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Calls `body` with a list for every word that stands at one place.
    ///
    /// - Parameter limit: where a word must end.
    public func forEachHit(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, limit: Int, _ body: (Int) -> Void
    ) {
        guard offset < limit else { return }
        var wanted = lengths[Int(Self.fold[Int(bytes[offset])])]
        let next = Self.eight(bytes, offset, limit)
        while wanted != 0 {
            let key = Key(next, length: wanted.trailingZeroBitCount)
            wanted &= wanted - 1
            if bits[key.slot >> 6] & (1 << UInt64(key.slot & 63)) != 0 {
                Self.fold.withUnsafeBufferPointer { fold in
                    hits(key, bytes, offset, limit, fold) { body($1) }
                }
            }
        }
    }

    /// The next eight bytes in the order of memory, with small letters for ASCII capitals; zeros behind the limit.
    @inline(__always)
    private static func eight(
        _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ limit: Int
    ) -> UInt64 {
        var value: UInt64 = 0
        if offset + 8 <= limit {
            value = UInt64(
                littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
                    fromByteOffset: offset, as: UInt64.self))
        } else {
            for index in (offset..<limit).reversed() { value = value << 8 | UInt64(bytes[index]) }
        }
        // All eight at once: a byte is a capital when adding to its low seven bits reaches the top bit from "A" on,
        // and does not from beyond "Z".
        let low = value & 0x7F7F_7F7F_7F7F_7F7F
        let isFromA = low + 0x3F3F_3F3F_3F3F_3F3F
        let isBeyondZ = low + 0x2525_2525_2525_2525
        let capitals = (isFromA ^ isBeyondZ) & ~value & 0x8080_8080_8080_8080
        return value | capitals >> 2
    }

    private func hits(
        _ key: Key, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int,
        _ limit: Int, _ fold: UnsafeBufferPointer<UInt8>, _ body: (Int, Int) -> Void
    ) {
        guard let words = buckets[key] else { return }
        for word in words where start + word.bytes.count <= limit {
            var index = key.length
            while index < word.bytes.count, fold[Int(bytes[start + index])] == word.bytes[index] {
                index += 1
            }
            if index == word.bytes.count { body(start, word.list) }
        }
    }
}
