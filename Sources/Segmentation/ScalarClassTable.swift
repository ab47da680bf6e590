internal import TextCore

/// The class and the folding of every character, for one language.
///
/// Two stages, as in ``CharacterTable``: what a language changes is a block of 128 characters of its own.
struct ScalarClassTable: Sendable {
    struct Entry {
        var classes: ScalarClass
        /// What to add for the simple case folding, because equal blocks are stored once. The Turkish letters "İ" and
        /// "ı" fold to "i": a list finds "İlk" under any of them.
        var foldDelta: UInt32
    }

    private(set) var blocks: [UInt16]
    private(set) var entries: [Entry]
    /// How many places share each block.
    private var shares: [Int]

    /// What all languages share; made once, because it looks at each character of Unicode that differs from others.
    static let common = ScalarClassTable()

    private init() {
        let table = CharacterTable.shared
        let layout = table.layout()
        blocks = layout.blocks
        entries = layout.firstScalars.flatMap { first in
            (first..<first + 128).map { value in
                guard let scalar = Unicode.Scalar(value) else {
                    return Entry(classes: [], foldDelta: 0)
                }
                return Entry(
                    classes: ScalarClass(scalar, table),
                    foldDelta: table.folded(scalar).value &- value)
            }
        }
        shares = [Int](repeating: 0, count: layout.firstScalars.count)
        for block in blocks { shares[Int(block)] += 1 }
        for (characters, classes) in ScalarClass.characters {
            for scalar in characters.unicodeScalars { insert(classes, scalar.value) }
        }
        for value in ScalarClass.pictographs.joined() { insert(.pictograph, value) }
        for letter in "İı".unicodeScalars {
            change(letter.value) { $0.foldDelta = 0x69 &- letter.value }
        }
    }

    mutating func insert(_ classes: ScalarClass, _ scalar: UInt32) {
        change(scalar) { $0.classes.insert(classes) }
    }

    mutating func remove(_ classes: ScalarClass, _ scalar: UInt32) {
        change(scalar) { $0.classes.remove(classes) }
    }

    private mutating func change(_ scalar: UInt32, _ edit: (inout Entry) -> Void) {
        let place = Int(scalar >> 7)
        let number = Int(blocks[place])
        if shares[number] > 1 {
            shares[number] -= 1
            shares.append(1)
            blocks[place] = UInt16(entries.count >> 7)
            entries += Array(entries[number << 7..<(number + 1) << 7])
        }
        edit(&entries[Int(blocks[place]) << 7 | Int(scalar & 127)])
    }

    func withPointers<Result>(
        _ body: (UnsafePointer<UInt16>, UnsafePointer<Entry>) -> Result
    ) -> Result? {
        blocks.withUnsafeBufferPointer { blocks in
            entries.withUnsafeBufferPointer { entries in
                guard let blocks = blocks.baseAddress, let entries = entries.baseAddress else {
                    return nil
                }
                return body(blocks, entries)
            }
        }
    }

    func entry(_ scalar: Unicode.Scalar) -> Entry {
        entries[Int(blocks[Int(scalar.value >> 7)]) << 7 | Int(scalar.value & 127)]
    }

    func folded(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value &+ entry(scalar).foldDelta }

    /// Marks as vowels all letters of known alphabets whose base is one of these.
    mutating func insertVowels(_ bases: Set<Unicode.Scalar>) {
        let table = CharacterTable.shared
        // Latin, Greek and Cyrillic with their extensions; what stands beyond is phonetics.
        for range in [0x41...0x52F, 0x1E00...0x1FFF] as [ClosedRange<UInt32>] {
            for scalar in range.compactMap(Unicode.Scalar.init)
            where bases.contains(table.base(scalar)) && entry(scalar).classes.has(.alphabetic) {
                insert(.vowel, scalar.value)
            }
        }
    }
}
