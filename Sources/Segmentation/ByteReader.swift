internal import TextCore

/// Reads the characters of a text forwards and backwards with their classes, and looks words up.
///
/// It points into the text's bytes and the language's tables, so it lives no longer than one scan.
struct ByteReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let words: WordTable.View
    private let blocks: UnsafePointer<UInt16>
    private let entries: UnsafePointer<ScalarClassTable.Entry>

    var count: Int { bytes.count }

    /// - Returns: what the body returns; `nil` where the table is empty.
    static func read<Result>(
        _ text: UnsafeBufferPointer<UInt8>, _ rules: SegmentationRules,
        _ body: (ByteReader) -> Result
    ) -> Result? {
        rules.classes.withPointers { blocks, entries in
            rules.words.withView { words in
                body(ByteReader(bytes: text, words: words, blocks: blocks, entries: entries))
            }
        }
    }

    private init(
        bytes: UnsafeBufferPointer<UInt8>, words: WordTable.View, blocks: UnsafePointer<UInt16>,
        entries: UnsafePointer<ScalarClassTable.Entry>
    ) {
        self.bytes = bytes
        self.words = words
        self.blocks = blocks
        self.entries = entries
    }

    /// A character of the text.
    struct Item {
        let scalar: Unicode.Scalar
        let classes: ScalarClass
        let folded: UInt32
        /// Where it starts and where the next one does.
        let start: Int
        let end: Int

        @inline(__always)
        func has(_ any: ScalarClass) -> Bool { classes.has(any) }

        /// A letter of a script without capitals.
        var isCaseless: Bool { has(.letter) && !has([.uppercase, .lowercase]) }
    }

    /// The character that starts at an offset; `nil` at the end.
    @inline(__always)
    func item(at offset: Int) -> Item? {
        guard offset < bytes.count else { return nil }
        let lead = bytes[offset]
        if lead < 0x80 {
            let entry = entries[Int(lead)]
            return Item(
                scalar: Unicode.Scalar(lead), classes: entry.classes,
                folded: UInt32(lead) &+ entry.foldDelta, start: offset, end: offset + 1)
        }
        let (scalar, next) = UTF8Decoding.scalar(bytes, at: offset)
        let entry = entries[Int(blocks[Int(scalar.value >> 7)]) << 7 | Int(scalar.value & 127)]
        return Item(
            scalar: scalar, classes: entry.classes, folded: scalar.value &+ entry.foldDelta,
            start: offset, end: next)
    }

    /// The character that ends at an offset; `nil` at the start.
    @inline(__always)
    func item(before offset: Int) -> Item? {
        guard offset > 0 else { return nil }
        var start = offset - 1
        while start > 0 && bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return item(at: start)
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    func byte(_ offset: Int) -> UInt8? { offset < count ? bytes[offset] : nil }

    @inline(__always)
    func skipSpaces(_ offset: Int) -> Int {
        var offset = offset
        while let item = item(at: offset), item.has(.space) { offset = item.end }
        return offset
    }

    @inline(__always)
    func dropSpaces(before offset: Int, downTo start: Int) -> Int {
        var offset = offset
        while offset > start, let item = item(before: offset), item.has(.space) {
            offset = item.start
        }
        return offset
    }

    /// The span without white space at its ends; marks of direction are text and stay.
    func trimmed(_ start: Int, _ end: Int) -> TextSpan {
        var (start, end) = (start, end)
        while start < end, let item = item(at: start), item.has(.whiteSpace) { start = item.end }
        while end > start, let item = item(before: end), item.has(.whiteSpace) {
            end = item.start
        }
        return TextSpan(start, end)
    }

    /// A word of the text and what the lists say of it.
    struct Word {
        var end: Int
        /// In scalars.
        var length = 0
        var marks = WordTable.Marks()
    }

    /// The run of letters that starts at an offset; empty where no letter stands. Nothing longer than any word is read.
    func word(at offset: Int) -> Word {
        var word = Word(end: offset)
        var fingerprint = WordTable.Fingerprint()
        while let item = item(at: word.end), item.has(.letter), item.end - offset < 96 {
            fingerprint.add(item.folded)
            word.end = item.end
            word.length += 1
        }
        if word.length > 0 { word.marks = words.marks(fingerprint) }
        return word
    }

    /// What the lists say of the word that ends with an apostrophe ("L’"); `nil` where none is elided.
    func elided(at offset: Int) -> WordTable.Marks? {
        let word = word(at: offset)
        guard word.length > 0, let mark = item(at: word.end),
            mark.scalar == "'" || mark.scalar == "’"
        else { return nil }
        return marks(offset, word.end, then: 0x27)
    }

    func add(_ start: Int, _ end: Int, to fingerprint: inout WordTable.Fingerprint) {
        var offset = start
        while offset < end, let item = item(at: offset) {
            fingerprint.add(item.folded)
            offset = item.end
        }
    }

    /// What the lists say of a stretch of text.
    func marks(_ start: Int, _ end: Int, then last: UInt32? = nil) -> WordTable.Marks {
        var fingerprint = WordTable.Fingerprint()
        add(start, end, to: &fingerprint)
        if let last { fingerprint.add(last) }
        return words.marks(fingerprint)
    }
}
