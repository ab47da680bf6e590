/// Tells in one pass over the bytes which of many lists have a word in each stretch of a text.
///
/// Words are found by their first bytes, at most eight, in a bit table, then compared; letters are compared without case.
public struct LiteralFilter: Sendable {
    /// One way to write a word, and the lists that have it; both as ranges of the filter's own stores.
    private struct Word: Sendable {
        let bytes: Range<Int32>
        let lists: Range<Int32>
    }

    /// Words that begin alike.
    private struct Bucket: Sendable {
        let key: Key
        let words: Range<Int32>
    }

    private static let fold: [UInt8] = (UInt8.min...UInt8.max).map { byte in
        let isCapital: Bool = byte >= 0x41 && byte <= 0x5A
        return isCapital ? byte + 0x20 : byte
    }

    private var bits = [UInt64](repeating: 0, count: 2048)
    /// By a word's first two bytes: one bit for each length of key that is looked up.
    private var lengths = [UInt16](repeating: 0, count: 4096)
    /// Numbers of buckets, by a key's slot and the next ones.
    private var slots: [Int32] = []
    private var buckets: [Bucket] = []
    private var words: [Word] = []
    private var bytes: [UInt8] = []
    private var lists: [Int32] = []

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
        var collected: [Key: [(bytes: [UInt8], lists: [Int32])]] = [:]
        // Many patterns hold the same long lists, such as the names of languages.
        var known: [[UInt8]: [[UInt8]]] = [:]
        for (number, list) in lists.enumerated() {
            for word in list {
                let bytes = Array(word.utf8)
                let forms = known[bytes] ?? Self.forms(word, language)
                known[bytes] = forms
                for form in forms { Self.add(form, Int32(number), to: &collected) }
            }
        }
        lay(collected)
    }

    private static func add(
        _ form: [UInt8], _ list: Int32,
        to collected: inout [Key: [(bytes: [UInt8], lists: [Int32])]]
    ) {
        guard !form.isEmpty else { return }
        let value = form.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let key = Key(value, length: Key.length(of: form.count))
        guard let same = collected[key]?.firstIndex(where: { $0.bytes == form }) else {
            collected[key, default: []].append((form, [list]))
            return
        }
        if collected[key]?[same].lists.last != list { collected[key]?[same].lists.append(list) }
    }

    private mutating func lay(_ collected: [Key: [(bytes: [UInt8], lists: [Int32])]]) {
        var size = 16
        while size < 2 * collected.count { size *= 2 }
        slots = Array(repeating: -1, count: size)
        for (key, own) in collected {
            let first = Int32(words.count)
            for word in own {
                words.append(
                    Word(
                        bytes: Int32(bytes.count)..<Int32(bytes.count + word.bytes.count),
                        lists: Int32(lists.count)..<Int32(lists.count + word.lists.count)))
                bytes += word.bytes
                lists += word.lists
                mark(word.bytes, key)
            }
            var slot = key.slot & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(buckets.count)
            buckets.append(Bucket(key: key, words: first..<Int32(words.count)))
        }
    }

    private mutating func mark(_ word: [UInt8], _ key: Key) {
        bits[key.slot >> 6] |= 1 << UInt64(key.slot & 63)
        let length = UInt16(1) << UInt16(key.length)
        if word.count > 1 {
            lengths[Self.pair(word[0], word[1])] |= length
        } else {
            for next in UInt8.min...UInt8.max { lengths[Self.pair(word[0], next)] |= length }
        }
    }

    /// Where the lengths stand for two bytes, in small letters.
    @inline(__always)
    private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
        (Int(first) &* 31 &+ Int(second)) & 4095
    }

    /// How a word may be written, with small letters for ASCII capitals: as it is, in small letters, in capitals, and
    /// with capitals where the word, or each word of several, begins.
    private static func forms(_ word: String, _ language: LanguageTag) -> [[UInt8]] {
        let own = word.utf8.map { fold[Int($0)] }
        guard own.contains(where: { $0 >= 0x80 }) else { return [own] }
        let lower = Normalizer.lowercase(word, language)
        let title = capitalised(lower, inside: true)
        var forms: [[UInt8]] = []
        for form in [word, lower, lower.uppercased(), title, capitalised(lower, inside: false)] {
            let bytes = form.utf8.map { fold[Int($0)] }
            if !forms.contains(bytes) { forms.append(bytes) }
        }
        return forms
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
                    guard !range.isEmpty else { return }
                    var first = fold[Int(bytes[range.lowerBound])]
                    for offset in range {
                        let second =
                            offset + 1 < range.upperBound ? fold[Int(bytes[offset + 1])] : 0
                        var wanted = lengths[Self.pair(first, second)]
                        first = second
                        if wanted == 0 { continue }
                        let next = Self.eight(bytes, offset, range.upperBound)
                        while wanted != 0 {
                            let key = Key(next, length: wanted.trailingZeroBitCount)
                            wanted &= wanted - 1
                            if bits[key.slot >> 6] & (1 << UInt64(key.slot & 63)) != 0 {
                                hits(key, bytes, offset, range.upperBound) { body(offset, $0) }
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
        let second = offset + 1 < limit ? Self.fold[Int(bytes[offset + 1])] : 0
        var wanted = lengths[Self.pair(Self.fold[Int(bytes[offset])], second)]
        guard wanted != 0 else { return }
        let next = Self.eight(bytes, offset, limit)
        while wanted != 0 {
            let key = Key(next, length: wanted.trailingZeroBitCount)
            wanted &= wanted - 1
            if bits[key.slot >> 6] & (1 << UInt64(key.slot & 63)) != 0 {
                hits(key, bytes, offset, limit, body)
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
        _ key: Key, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int,
        _ body: (Int) -> Void
    ) {
        var slot = key.slot & (slots.count - 1)
        while slots[slot] >= 0 {
            let bucket = buckets[Int(slots[slot])]
            if bucket.key == key {
                for word in bucket.words {
                    hit(words[Int(word)], key, text, start, limit, body)
                }
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    private func hit(
        _ word: Word, _ key: Key, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int,
        _ body: (Int) -> Void
    ) {
        guard start + word.bytes.count <= limit else { return }
        let first = Int(word.bytes.lowerBound)
        for index in key.length..<max(key.length, word.bytes.count)
        where Self.fold[Int(text[start + index])] != bytes[first + index] { return }
        for list in word.lists { body(Int(lists[Int(list)])) }
    }
}
