internal import TextCore

/// Tells in one pass over the bytes which of many word sets have a word in each stretch of a text.
///
/// Words are found by their first four bytes in a bit table, then compared; letters are compared without case.
struct LiteralFilter: Sendable {
    private struct Word: Sendable {
        let bytes: [UInt8]
        let set: Int
    }

    private var bits = [UInt64](repeating: 0, count: 1024)
    private var buckets: [UInt32: [Word]] = [:]
    private let fold: [UInt8]

    /// - Parameter sets: words of at least ``shortest`` bytes.
    init(_ sets: [Set<String>], _ language: LanguageTag) {
        fold = (UInt8.min...UInt8.max).map { byte in
            let isCapital: Bool = byte >= 0x41 && byte <= 0x5A
            return isCapital ? byte + 0x20 : byte
        }
        for (index, set) in sets.enumerated() {
            for word in set { add(word, index, language) }
        }
    }

    static let shortest = 4

    private mutating func add(_ word: String, _ set: Int, _ language: LanguageTag) {
        let lower = Normalizer.lowercase(word, language)
        var forms: Set<String> = [lower, Normalizer.titlecase(lower, language), lower.uppercased()]
        if let first = lower.first { forms.insert(first.uppercased() + lower.dropFirst()) }
        for form in forms {
            let bytes = form.utf8.map { fold[Int($0)] }
            guard bytes.count >= 4 else { continue }
            let key =
                UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16 | UInt32(bytes[3])
                << 24
            let slot = Self.slot(key)
            bits[slot >> 6] |= 1 << UInt64(slot & 63)
            if buckets[key]?.contains(where: { $0.bytes == bytes && $0.set == set }) != true {
                buckets[key, default: []].append(Word(bytes: bytes, set: set))
            }
        }
    }

    @inline(__always)
    private static func slot(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 16) }

    /// Calls `body` with an offset and a set for every word found, in text order.
    func forEachHit(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int, Int) -> Void) {
        guard bytes.count >= 4 else { return }
        fold.withUnsafeBufferPointer { fold in
            bits.withUnsafeBufferPointer { bits in
                var key =
                    UInt32(fold[Int(bytes[0])]) << 8 | UInt32(fold[Int(bytes[1])]) << 16
                    | UInt32(fold[Int(bytes[2])]) << 24
                for offset in 3..<bytes.count {
                    key = key >> 8 | UInt32(fold[Int(bytes[offset])]) << 24
                    let slot = Self.slot(key)
                    guard bits[slot >> 6] & (1 << UInt64(slot & 63)) != 0,
                        let words = buckets[key]
                    else { continue }
                    let start = offset - 3
                    for word in words where matches(word.bytes, bytes, start, fold) {
                        body(start, word.set)
                    }
                }
            }
        }
    }

    private func matches(
        _ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int,
        _ fold: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard start + word.count <= bytes.count else { return false }
        for index in 4..<max(4, word.count) where fold[Int(bytes[start + index])] != word[index] {
            return false
        }
        return true
    }
}
