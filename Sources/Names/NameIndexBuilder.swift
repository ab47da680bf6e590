/// Builds an index of names, entry by entry, in memory that grows with the distinct tokens and not with the names.
///
/// Records are made and their grams found by whoever adds them, so that several tasks may do that side by side; the
/// index depends on the order of the entries alone.
public final class NameIndexBuilder {
    /// A name made ready to be added.
    public struct Prepared: Sendable {
        let entity: String
        let record: NameRecord
        let grams: [UInt32]

        /// - Parameter table: of the languages whose reader made the record.
        public init(entity: String, record: NameRecord, table: SoundTable) {
            self.entity = entity
            self.record = record
            grams = NameGrams(table: table).grams(record)
        }
    }

    private let storage: any IndexStorage
    private let table: SoundTable
    private var layout = IndexLayout()
    private var records = NameRecordWriter()
    private var runs = PostingRuns()
    private var recordOffsets: [UInt32] = [0]
    private var entities: [UInt8] = []
    private var entityOffsets: [UInt32] = [0]
    private var lastEntity: String?
    /// What was written of the part that is being written, and how far the file goes.
    private var sum = Checksum()
    private var position = IndexLayout.headSize
    private var start = IndexLayout.headSize
    private var pending: [UInt8] = []

    private static let pieceSize = 1 << 18
    /// Offsets are 4 bytes wide.
    private static let largestPart = Int(UInt32.max)

    /// - Parameters:
    ///   - fingerprint: a digest of the locale data that the records were made with.
    ///   - origin: a digest of what the names come from.
    public init(
        _ storage: any IndexStorage, table: SoundTable, fingerprint: UInt64, origin: UInt64
    ) throws(NameIndexError) {
        self.storage = storage
        self.table = table
        layout.fingerprint = fingerprint
        layout.origin = origin
        try storage.append([UInt8](repeating: 0, count: IndexLayout.headSize), to: .index)
    }

    public var count: Int { layout.entries }

    public func add(_ name: Prepared) throws(NameIndexError) {
        if name.entity != lastEntity {
            entities += name.entity.utf8
            entityOffsets.append(UInt32(truncatingIfNeeded: entities.count))
            layout.entities += 1
            lastEntity = name.entity
        }
        let bytes = records.bytes(name.record, entity: layout.entities - 1)
        let end = Int(recordOffsets[layout.entries]) + bytes.count
        guard end <= Self.largestPart, entities.count <= Self.largestPart,
            records.forms.bytes.count <= Self.largestPart >> 4
        else { throw .tooLarge(what: "more than 4 GB of names") }
        recordOffsets.append(UInt32(end))
        try write(bytes)
        try runs.add(name.grams, layout.entries, storage)
        layout.entries += 1
    }

    /// Writes everything that is known at the end alone; nothing can be added any more.
    public func finish() throws(NameIndexError) {
        try close(.records)
        try writeNumbers(recordOffsets, .recordOffsets)
        recordOffsets = []
        try writePart(records.tables.bytes, .tables)
        try writePart(entities, .entities)
        try writeNumbers(entityOffsets, .entityOffsets)
        (entities, entityOffsets) = ([], [])
        let worths = try writePostings()
        let forms = records.forms
        layout.forms = forms.count
        try writeNumbers(formWorths(worths).map(\.bitPattern), .formWorths)
        try writeSignatures()
        try writePart(forms.bytes, .forms)
        try writeNumbers(forms.offsets, .formOffsets)
        try storage.overwriteStart(layout.bytes)
    }
}

extension NameIndexBuilder {
    /// - Returns: what each gram tells.
    private func writePostings() throws(NameIndexError) -> [UInt32: Float] {
        var codes: [UInt32] = []
        var counts: [UInt32] = []
        var offsets: [UInt32] = [0]
        var sums = [Float](repeating: 0, count: layout.entries)
        var worths: [UInt32: Float] = [:]
        var length = 0
        let most = NameIndex.longestList(layout.entries)
        try runs.merge(storage) { gram, entries throws(NameIndexError) in
            let worth = GramWorth.of(entries.count, among: layout.entries)
            worths[gram] = worth
            for entry in entries { sums[Int(entry)] += worth }
            let list = Self.distances(entries.prefix(most))
            length += list.count
            guard length <= Self.largestPart else { throw .tooLarge(what: "too many names") }
            codes.append(gram)
            counts.append(UInt32(entries.count))
            offsets.append(UInt32(length))
            try write(list)
        }
        try close(.postings)
        layout.grams = codes.count
        try writeNumbers(codes, .grams)
        try writeNumbers(counts, .gramCounts)
        try writeNumbers(offsets, .postingOffsets)
        try writeNumbers(
            sums.map { ($0 > 0 ? 1 / $0.squareRoot() : 0).bitPattern }, .scales)
        return worths
    }

    private static func distances(_ entries: ArraySlice<UInt32>) -> [UInt8] {
        var list: [UInt8] = []
        list.reserveCapacity(entries.count * 2)
        var last: UInt32 = 0
        for entry in entries {
            list.append(number: Int(entry - last))
            last = entry
        }
        return list
    }

    private func formWorths(_ worths: [UInt32: Float]) -> [Float] {
        var walk = GramWalk(table)
        return records.forms.map { sounds in
            walk.removeAll()
            walk.addToken(sounds)
            return walk.grams.reduce(0) { $0 + (worths[$1] ?? 0) }
        }
    }

    private func writeSignatures() throws(NameIndexError) {
        var walk = GramWalk(table)
        let signatures = records.forms.map { sounds in
            walk.removeAll()
            walk.addToken(sounds)
            return FormSignature(walk.grams)
        }
        for signature in signatures {
            for word in signature.words { pending.append(fixed: word) }
            if pending.count >= Self.pieceSize { try flush() }
        }
        try close(.formSignatures)
    }

    private func write(_ bytes: [UInt8]) throws(NameIndexError) {
        pending += bytes
        if pending.count >= Self.pieceSize { try flush() }
    }

    private func flush() throws(NameIndexError) {
        pending.withUnsafeBytes { sum.add($0) }
        position += pending.count
        try storage.append(pending, to: .index)
        pending.removeAll(keepingCapacity: true)
    }

    /// What was written since the last part was closed is this part.
    private func close(_ part: IndexLayout.Part) throws(NameIndexError) {
        try flush()
        layout[part] = .init(offset: start, length: position - start, checksum: sum.value)
        start = position
        sum = Checksum()
    }

    private func writePart(_ bytes: [UInt8], _ part: IndexLayout.Part) throws(NameIndexError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try write(Array(rest.prefix(Self.pieceSize)))
            rest = rest.dropFirst(Self.pieceSize)
        }
        try close(part)
    }

    private func writeNumbers(
        _ numbers: [UInt32], _ part: IndexLayout.Part
    ) throws(NameIndexError) {
        for number in numbers {
            pending.append(fixed: number)
            if pending.count >= Self.pieceSize { try flush() }
        }
        try close(part)
    }
}
