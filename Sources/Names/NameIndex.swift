/// Finds the names of a gazetteer that a name could be.
///
/// Every name is filed under its ``SkeletonGrams``; a look-up counts shared grams, the rarer the more, and compares the
/// best of them in full. An index is a value: look-ups of several tasks may share it.
public struct NameIndex: Sendable {
    public struct Entry: Sendable {
        /// What the name names.
        public let entity: String
        public let record: NameRecord

        public init(entity: String, record: NameRecord) {
            self.entity = entity
            self.record = record
        }
    }

    public struct Candidate: Sendable {
        public let entry: Entry
        public let score: Double
    }

    public let entries: [Entry]
    private let grams: SkeletonGrams
    /// Where the entries of each gram stand in ``postings``.
    private let places: [UInt32: Range<Int>]
    private let postings: [Int32]
    /// One by the root of what an entry's grams are worth, so that long names are not favoured.
    private let scales: [Float]

    /// How many names are compared in full.
    static let shortlist = 300

    public init(_ entries: [Entry], table: SoundTable) {
        self.entries = entries
        grams = SkeletonGrams(table: table)
        var pairs: [UInt64] = []
        for (number, entry) in entries.enumerated() {
            for gram in grams.grams(entry.record) {
                pairs.append(UInt64(gram) << 32 | UInt64(number))
            }
        }
        pairs.sort()
        postings = pairs.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
        places = Self.places(pairs)
        scales = Self.scales(places, postings, count: entries.count)
    }

    private static func places(_ pairs: [UInt64]) -> [UInt32: Range<Int>] {
        var places: [UInt32: Range<Int>] = [:]
        var start = 0
        for index in pairs.indices
        where index + 1 == pairs.count || pairs[index + 1] >> 32 != pairs[index] >> 32 {
            places[UInt32(pairs[index] >> 32)] = start..<index + 1
            start = index + 1
        }
        return places
    }

    private static func scales(
        _ places: [UInt32: Range<Int>], _ postings: [Int32], count: Int
    ) -> [Float] {
        var sums = [Float](repeating: 0, count: count)
        for range in places.values {
            let worth = worth(range.count, of: count)
            for entry in postings[range] { sums[Int(entry)] += worth }
        }
        return sums.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    }

    /// About log2(1 + count / frequency): what it tells that a gram is shared.
    private static func worth(_ frequency: Int, of count: Int) -> Float {
        let ratio = 1 + Float(count) / Float(max(1, frequency))
        return Float(ratio.exponent) + ratio.significand - 1
    }

    /// The entities that the name could be, best first, each once.
    ///
    /// - Parameter matcher: of the reader that made the entries' records and `record`.
    public func lookUp(
        _ record: NameRecord, _ matcher: NameMatcher, limit: Int = 10
    ) -> [Candidate] {
        var best: [String: Candidate] = [:]
        for number in shortlist(record) {
            let entry = entries[number]
            let score = matcher.score(record, entry.record)
            if score > best[entry.entity]?.score ?? -1 {
                best[entry.entity] = Candidate(entry: entry, score: score)
            }
        }
        let sorted = best.values.sorted {
            ($1.score, $0.entry.entity) < ($0.score, $1.entry.entity)
        }
        return Array(sorted.prefix(limit))
    }

    /// The numbers of the entries that share most with a name.
    func shortlist(_ record: NameRecord) -> [Int] {
        var scores = [Float](repeating: 0, count: entries.count)
        var touched: [Int] = []
        for gram in grams.grams(record) {
            guard let range = places[gram] else { continue }
            let worth = Self.worth(range.count, of: entries.count)
            for place in range {
                let entry = Int(postings[place])
                if scores[entry] == 0 { touched.append(entry) }
                scores[entry] += worth
            }
        }
        for entry in touched { scores[entry] *= scales[entry] }
        return Self.highest(touched, scores)
    }

    /// The best-scored, in no order: a histogram tells where to cut, so nothing is sorted.
    private static func highest(_ touched: [Int], _ scores: [Float]) -> [Int] {
        guard touched.count > shortlist else { return touched }
        let top = touched.reduce(0) { max($0, scores[$1]) }
        let steps: Float = 1023
        var histogram = [Int](repeating: 0, count: Int(steps) + 1)
        for entry in touched { histogram[Int(scores[entry] / top * steps)] += 1 }
        var cut = histogram.count - 1
        var kept = histogram[cut]
        while cut > 0, kept + histogram[cut - 1] <= shortlist {
            cut -= 1
            kept += histogram[cut]
        }
        return touched.filter { Int(scores[$0] / top * steps) >= cut }
    }
}
