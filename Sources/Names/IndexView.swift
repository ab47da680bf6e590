/// The parts of an index over bytes that are lent for a time.
///
/// The layout has been held against the bytes, so lists of numbers are as long as they should be; what they say is
/// checked wherever it leads.
struct IndexView {
    /// A list of 4-byte numbers.
    struct Numbers {
        private let bytes: UnsafeRawBufferPointer

        init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

        var count: Int { bytes.count / 4 }

        /// 0 beyond the end, where no index that was checked leads.
        subscript(_ index: Int) -> UInt32 {
            guard index >= 0, index < count else { return 0 }
            return UInt32(
                littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }

        /// A number of twice the width, by its place among such.
        func wide(_ index: Int) -> UInt64 {
            guard index >= 0, index < count / 2 else { return 0 }
            return UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }

        func float(_ index: Int) -> Float { Float(bitPattern: self[index]) }
    }

    /// Things of several lengths, one after another.
    struct Items {
        private let bytes: UnsafeRawBufferPointer
        private let origin: Int
        private let offsets: Numbers

        init(_ bytes: UnsafeRawBufferPointer, origin: Int, offsets: Numbers) {
            self.bytes = bytes
            self.origin = origin
            self.offsets = offsets
        }

        /// A cursor with a fault where the offsets lead outside.
        func cursor(_ index: Int) -> ByteCursor {
            let start = Int(offsets[index])
            let end = Int(offsets[index + 1])
            guard start <= end, end <= bytes.count else { return ByteCursor(faultAt: origin) }
            return ByteCursor(
                UnsafeRawBufferPointer(rebasing: bytes[start..<end]), origin: origin + start)
        }
    }

    /// How many there are.
    let entryCount: Int
    let formCount: Int
    let entityCount: Int

    let records: Items
    let forms: Items
    let formWorths: Numbers
    private let signatures: Numbers
    let entities: Items
    let grams: Numbers
    let gramCounts: Numbers
    let postings: Items
    let scales: Numbers

    init(_ bytes: UnsafeRawBufferPointer, _ layout: IndexLayout) {
        func part(_ part: IndexLayout.Part) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(rebasing: bytes[layout[part].range])
        }
        func items(_ content: IndexLayout.Part, _ offsets: IndexLayout.Part) -> Items {
            Items(
                part(content), origin: layout[content].offset, offsets: Numbers(part(offsets)))
        }
        (entryCount, formCount, entityCount) = (layout.entries, layout.forms, layout.entities)
        records = items(.records, .recordOffsets)
        forms = items(.forms, .formOffsets)
        formWorths = Numbers(part(.formWorths))
        signatures = Numbers(part(.formSignatures))
        entities = items(.entities, .entityOffsets)
        grams = Numbers(part(.grams))
        gramCounts = Numbers(part(.gramCounts))
        postings = items(.postings, .postingOffsets)
        scales = Numbers(part(.scales))
    }

    func signature(_ form: Int) -> FormSignature {
        FormSignature(
            SIMD4(
                signatures.wide(form * 4), signatures.wide(form * 4 + 1),
                signatures.wide(form * 4 + 2), signatures.wide(form * 4 + 3)))
    }

    /// The place of a gram's code among the index's.
    func place(of gram: UInt32) -> Int? {
        var low = 0
        var high = grams.count
        while low < high {
            let middle = (low + high) / 2
            let code = grams[middle]
            if code == gram { return middle }
            if code < gram { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// What it tells that a name has a gram.
    func worth(of gram: UInt32) -> Float {
        GramWorth.of(place(of: gram).map { Int(gramCounts[$0]) } ?? 0, among: entryCount)
    }
}

/// What it tells that two names share a gram.
enum GramWorth {
    /// About log2(1 + count / frequency).
    static func of(_ frequency: Int, among count: Int) -> Float {
        let ratio = 1 + Float(count) / Float(max(1, frequency))
        return Float(ratio.exponent) + ratio.significand - 1
    }
}
