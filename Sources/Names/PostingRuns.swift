/// Sorts pairs of gram and entry in bounded memory: runs that fit are sorted and put aside, and merged at the end.
///
/// A run holds, for each of its grams in order: the code (4 bytes), how many entries have it, how many bytes follow,
/// and the entries as their distances, all as numbers.
struct PostingRuns {
    /// A gram in the upper half, an entry in the lower one; entries come in order.
    private var pairs: [UInt64] = []
    private var runs: [Range<Int>] = []
    private var written = 0

    private let pairsInMemory: Int

    /// - Parameter pairsInMemory: when to put a run aside: 16 MB, and as much again to sort in.
    init(pairsInMemory: Int = 2 << 20) { self.pairsInMemory = pairsInMemory }

    mutating func add(
        _ grams: [UInt32], _ entry: Int, _ storage: any IndexStorage
    ) throws(NameIndexError) {
        for gram in grams { pairs.append(UInt64(gram) << 32 | UInt64(entry)) }
        if pairs.count >= pairsInMemory { try flush(storage) }
    }

    private mutating func flush(_ storage: any IndexStorage) throws(NameIndexError) {
        guard !pairs.isEmpty else { return }
        Self.sortByGram(&pairs)
        var run: [UInt8] = []
        run.reserveCapacity(pairs.count * 2)
        var start = 0
        while start < pairs.count {
            let gram = pairs[start] >> 32
            var end = start
            var list: [UInt8] = []
            var last = 0
            while end < pairs.count, pairs[end] >> 32 == gram {
                let entry = Int(pairs[end] & 0xFFFF_FFFF)
                list.append(number: entry - last)
                last = entry
                end += 1
            }
            run.append(fixed: UInt32(gram))
            run.append(number: end - start)
            run.append(number: list.count)
            run += list
            start = end
        }
        try storage.append(run, to: .runs)
        runs.append(written..<written + run.count)
        written += run.count
        pairs.removeAll(keepingCapacity: true)
    }

    /// Every gram in the order of the codes, with its entries in order.
    mutating func merge(
        _ storage: any IndexStorage,
        _ body: (UInt32, [UInt32]) throws(NameIndexError) -> Void
    ) throws(NameIndexError) {
        try flush(storage)
        pairs = []
        var readers: [RunReader] = []
        for run in runs { readers.append(try RunReader(run, storage)) }
        var entries: [UInt32] = []
        while let gram = readers.lazy.compactMap(\.gram).min() {
            entries.removeAll(keepingCapacity: true)
            for index in readers.indices where readers[index].gram == gram {
                try readers[index].take(into: &entries, storage)
            }
            try body(gram, entries)
        }
    }

    /// Least significant digit first, three digits of eleven bits; pairs of one gram keep their order.
    private static func sortByGram(_ pairs: inout [UInt64]) {
        var other = [UInt64](repeating: 0, count: pairs.count)
        for shift in [32, 43, 54] {
            var starts = [Int](repeating: 0, count: 2049)
            for pair in pairs { starts[Int(pair >> UInt64(shift)) & 0x7FF + 1] += 1 }
            for digit in 1...2048 { starts[digit] += starts[digit - 1] }
            for pair in pairs {
                let digit = Int(pair >> UInt64(shift)) & 0x7FF
                other[starts[digit]] = pair
                starts[digit] += 1
            }
            swap(&pairs, &other)
        }
    }
}

/// Reads a run from front to back, a piece at a time.
private struct RunReader {
    /// The gram that comes next; `nil` at the end.
    private(set) var gram: UInt32?
    private var rest: Range<Int>
    private var buffer: [UInt8] = []
    private var position = 0

    private static let piece = 1 << 17
    /// More than the head of a list takes.
    private static let longestHead = 24

    init(_ run: Range<Int>, _ storage: any IndexStorage) throws(NameIndexError) {
        rest = run
        try readGram(storage)
    }

    mutating func take(
        into entries: inout [UInt32], _ storage: any IndexStorage
    ) throws(NameIndexError) {
        try fill(Self.longestHead, storage)
        let (count, size) = try withCursor { ($0.number(), $0.number()) }
        try fill(size, storage)
        try withCursor { cursor in
            var entry = 0
            for _ in 0..<count {
                entry += cursor.number()
                entries.append(UInt32(truncatingIfNeeded: entry))
            }
        }
        try readGram(storage)
    }

    private mutating func readGram(_ storage: any IndexStorage) throws(NameIndexError) {
        try fill(Self.longestHead, storage)
        guard position < buffer.count else {
            gram = nil
            return
        }
        gram = try withCursor { cursor in
            (0..<4).reduce(0) { $0 | UInt32(cursor.byte()) << (8 * UInt32($1)) }
        }
    }

    /// Makes sure that so many bytes lie ready, as far as the run has them.
    private mutating func fill(
        _ count: Int, _ storage: any IndexStorage
    ) throws(NameIndexError) {
        guard buffer.count - position < count, !rest.isEmpty else { return }
        let size = min(rest.count, max(count, Self.piece))
        buffer.removeFirst(position)
        position = 0
        buffer += try storage.read(.runs, rest.lowerBound..<rest.lowerBound + size)
        rest = rest.lowerBound + size..<rest.upperBound
    }

    private mutating func withCursor<Value>(
        _ body: (inout ByteCursor) -> Value
    ) throws(NameIndexError) -> Value {
        let (value, next, fault) = buffer.withUnsafeBytes { bytes in
            var cursor = ByteCursor(
                UnsafeRawBufferPointer(rebasing: bytes[position...]), origin: position)
            return (body(&cursor), cursor.position, cursor.fault)
        }
        if let fault { throw .damaged(place: fault, part: "runs") }
        position = next
        return value
    }
}
