/// The file of an index of names: a head of ``headSize`` bytes, then the parts one after another.
///
/// All numbers are little-endian; what is called a number is a varint of seven bits a byte, the lowest first. The head
/// is: `DRGNAMES`; version (4 bytes); 4 bytes of nothing; the digest of the locale data (8), and of what the
/// names came from (8); how many entries, forms,
/// grams and entities there are (4 each); of every part in the order of ``Part`` its offset, length and checksum (8
/// each); the checksum of all that (8).
struct IndexLayout: Equatable {
    /// What the file consists of.
    enum Part: Int, CaseIterable {
        /// The tags of the languages and scripts, the ways of reading, and what the index was made from.
        case tables
        /// Of every entry: entity, language, name as written, tokens and readings, as ``NameRecordCoder`` writes them.
        case records
        /// Where each record begins and the last one ends, 4 bytes each.
        case recordOffsets
        /// Every Latin or own form of a token with its sounds, once.
        case forms
        case formOffsets
        /// How much all grams of a form tell, a 4-byte float each.
        case formWorths
        /// The grams of each form as a ``FormSignature`` of 32 bytes.
        case formSignatures
        /// The ids of the entities, one after another.
        case entities
        case entityOffsets
        /// The grams' codes in order, 4 bytes each.
        case grams
        /// How many entries have each gram, 4 bytes.
        case gramCounts
        case postingOffsets
        /// Of every gram the entries that have it: the first, then the distances, as numbers.
        case postings
        /// One by the root of what an entry's grams tell, a 4-byte float each.
        case scales
    }

    struct Place: Equatable {
        var offset = 0
        var length = 0
        var checksum: UInt64 = 0

        var range: Range<Int> { offset..<offset + length }
    }

    static let magic = Array("DRGNAMES".utf8)
    static let version = 1
    static let headSize = 8 + 4 + 4 + 8 + 8 + 4 * 4 + Part.allCases.count * 24 + 8

    var fingerprint: UInt64 = 0
    var origin: UInt64 = 0
    var entries = 0
    var forms = 0
    var grams = 0
    var entities = 0
    var places = [Place](repeating: Place(), count: Part.allCases.count)

    subscript(part: Part) -> Place {
        get { places[part.rawValue] }
        set { places[part.rawValue] = newValue }
    }

    var bytes: [UInt8] {
        var head = Self.magic
        head.append(fixed: UInt32(Self.version))
        head.append(fixed: UInt32(0))
        head.append(fixed: fingerprint)
        head.append(fixed: origin)
        for count in [entries, forms, grams, entities] { head.append(fixed: UInt32(count)) }
        for place in places {
            head.append(fixed: UInt64(place.offset))
            head.append(fixed: UInt64(place.length))
            head.append(fixed: place.checksum)
        }
        head.append(fixed: head.withUnsafeBytes { Checksum.of($0) })
        return head
    }
}

extension IndexLayout {
    /// Reads the head and holds the file's length and all parts against it.
    ///
    /// - Throws: when anything is not as it was written.
    init(checking bytes: UnsafeRawBufferPointer) throws(NameIndexError) {
        try self.init(head: bytes)
        let end = places.map(\.range.upperBound).max() ?? Self.headSize
        guard bytes.count >= end else { throw .truncated(bytes: bytes.count, expected: end) }
        guard bytes.count == end else { throw .damaged(place: end, part: "end") }
        for part in Part.allCases {
            let place = self[part]
            let content = UnsafeRawBufferPointer(rebasing: bytes[place.range])
            guard Checksum.of(content) == place.checksum else {
                throw .damaged(place: place.offset, part: "\(part)")
            }
        }
        try checkSizes()
    }

    private init(head bytes: UnsafeRawBufferPointer) throws(NameIndexError) {
        guard bytes.count >= 12, bytes.prefix(8).elementsEqual(Self.magic) else {
            throw .notAnIndex
        }
        let version = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian)
        guard version == Self.version else {
            throw .otherVersion(found: version, wanted: Self.version)
        }
        guard bytes.count >= Self.headSize else {
            throw .truncated(bytes: bytes.count, expected: Self.headSize)
        }
        let checked = UnsafeRawBufferPointer(rebasing: bytes[..<(Self.headSize - 8)])
        var reader = FixedReader(bytes)
        reader.position = Self.headSize - 8
        guard reader.next(UInt64.self) == Checksum.of(checked) else {
            throw .damaged(place: 0, part: "head")
        }
        reader.position = 16
        fingerprint = reader.next(UInt64.self)
        origin = reader.next(UInt64.self)
        entries = Int(reader.next(UInt32.self))
        forms = Int(reader.next(UInt32.self))
        grams = Int(reader.next(UInt32.self))
        entities = Int(reader.next(UInt32.self))
        for part in Part.allCases {
            let offset = reader.next(UInt64.self)
            let length = reader.next(UInt64.self)
            let checksum = reader.next(UInt64.self)
            guard offset < 1 << 48, length < 1 << 48, offset >= UInt64(Self.headSize) else {
                throw .damaged(place: reader.position - 24, part: "head")
            }
            self[part] = Place(offset: Int(offset), length: Int(length), checksum: checksum)
        }
    }

    /// Lists of fixed width must be as long as the counts say; then no place in them can lie beyond their end.
    private func checkSizes() throws(NameIndexError) {
        let wanted: [(Part, Int)] = [
            (.recordOffsets, 4 * (entries + 1)), (.formOffsets, 4 * (forms + 1)),
            (.formWorths, 4 * forms), (.formSignatures, FormSignature.size * forms),
            (.entityOffsets, 4 * (entities + 1)), (.grams, 4 * grams),
            (.gramCounts, 4 * grams), (.postingOffsets, 4 * (grams + 1)), (.scales, 4 * entries),
        ]
        for (part, size) in wanted where self[part].length != size {
            throw .damaged(place: self[part].offset, part: "\(part)")
        }
    }

    /// Reads numbers of fixed width; the caller has made sure that they are there.
    private struct FixedReader {
        let bytes: UnsafeRawBufferPointer
        var position = 0

        init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

        mutating func next<Number: FixedWidthInteger>(_ type: Number.Type) -> Number {
            defer { position += MemoryLayout<Number>.size }
            return Number(
                littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: Number.self))
        }
    }
}
