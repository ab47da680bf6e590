/// Gathers the entries that share grams with a name, from the rarest gram on, until enough was read.
struct EntryTally {
    /// What the grams tell that an entry shares; 0 for most.
    private var sums: [Float]
    private var touched: [Int32] = []
    private var scores: [Float] = []

    /// How many places of lists are read for one name; what comes after tells least, and would cost most.
    static let budget = 200_000

    init(count: Int) { sums = [Float](repeating: 0, count: count) }

    private struct List {
        let place: Int
        let frequency: Int
    }

    mutating func gather(_ grams: [UInt32], _ view: IndexView) throws(NameIndexError) {
        for entry in touched { sums[Int(entry)] = 0 }
        touched.removeAll(keepingCapacity: true)
        var lists = grams.compactMap { gram in
            view.place(of: gram).map {
                List(place: $0, frequency: Int(view.gramCounts[$0]))
            }
        }
        lists.sort { ($0.frequency, $0.place) < ($1.frequency, $1.place) }
        var rest = Self.budget
        for list in lists {
            let length = min(list.frequency, NameIndex.longestList(sums.count))
            guard length <= rest || rest == Self.budget else { break }
            rest -= length
            let worth = GramWorth.of(list.frequency, among: sums.count)
            try add(view.postings.cursor(list.place), worth)
        }
    }

    private mutating func add(_ list: ByteCursor, _ worth: Float) throws(NameIndexError) {
        var cursor = list
        let bytes = cursor.rest()
        if let fault = cursor.fault { throw .damaged(place: fault, part: "postings") }
        let isSound = sums.withUnsafeMutableBufferPointer { sums in
            Self.add(bytes, worth, sums, &touched)
        }
        guard isSound else { throw .damaged(place: list.position, part: "postings") }
    }

    /// Adds a gram's worth to the entries whose distances the bytes are.
    ///
    /// - Returns: false where they lead beyond the last entry.
    private static func add(
        _ bytes: UnsafeRawBufferPointer, _ worth: Float, _ sums: UnsafeMutableBufferPointer<Float>,
        _ touched: inout [Int32]
    ) -> Bool {
        var entry = 0
        var place = 0
        while place < bytes.count {
            var distance = Int(bytes[place] & 0x7F)
            var shift = 7
            while bytes[place] >= 0x80 {
                place += 1
                guard place < bytes.count, shift < 35 else { return false }
                distance |= Int(bytes[place] & 0x7F) << shift
                shift += 7
            }
            place += 1
            entry += distance
            guard entry < sums.count else { return false }
            if sums[entry] == 0 { touched.append(Int32(truncatingIfNeeded: entry)) }
            sums[entry] += worth
        }
        return true
    }

    /// The entries that share most for what they could share, so that long names are not favoured; in no order.
    ///
    /// A histogram tells where to cut, so nothing is sorted.
    mutating func best(_ count: Int, _ view: IndexView) -> [(entry: Int, score: Float)] {
        scores.removeAll(keepingCapacity: true)
        var top: Float = 0
        for entry in touched {
            let score = sums[Int(entry)] * view.scales.float(Int(entry))
            // A damaged scale counts for nothing.
            scores.append(score.isFinite ? max(0, score) : 0)
            top = max(top, scores[scores.count - 1])
        }
        let step = top > 0 ? Self.steps / top : 0
        var histogram = [Int](repeating: 0, count: Int(Self.steps) + 1)
        for score in scores { histogram[min(Int(score * step), Int(Self.steps))] += 1 }
        var cut = histogram.count - 1
        var kept = histogram[cut]
        while cut > 0, kept + histogram[cut - 1] <= count {
            cut -= 1
            kept += histogram[cut]
        }
        var best: [(entry: Int, score: Float)] = []
        best.reserveCapacity(min(count, touched.count))
        for (place, score) in scores.enumerated()
        where Int(score * step) >= cut && best.count < count {
            best.append((Int(touched[place]), score))
        }
        return best
    }

    private static let steps: Float = 4095
}
