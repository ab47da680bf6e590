internal import TextCore

/// One pass over a text that collects the decisions.
struct BoundaryScan {
    let reader: ByteReader
    let rules: SegmentationRules
    let triggers: [Bool]
    private(set) var decisions: [BoundaryDecision] = []
    private var sentenceStart = 0
    /// An odd number of `"` stands between the paragraph's start and here.
    private var isMarkOpen = false

    init(reader: ByteReader, rules: SegmentationRules, triggers: [Bool]) {
        self.reader = reader
        self.rules = rules
        self.triggers = triggers
    }

    mutating func run() {
        let candidates = CandidateReader(reader: reader, rules: rules)
        let judge = BoundaryJudge(reader: reader, rules: rules)
        var markers = ListMarkers(reader: reader).markers()[...]
        var offset = 0
        while offset < reader.count {
            while let marker = markers.first, marker.start < offset { markers.removeFirst() }
            if let marker = markers.first, marker.start == offset {
                item(marker)
                offset = marker.end
                continue
            }
            let byte = reader.bytes[offset]
            guard triggers[Int(byte)] else {
                offset += 1
                continue
            }
            if byte == 0x0A {
                offset = newline(at: offset)
            } else if byte == 0x22 {
                countStraightMarks(in: offset..<offset + 1)
                offset += 1
            } else if let candidate = candidates.candidate(
                at: offset, sentenceStart: sentenceStart, isMarkOpen: isMarkOpen)
            {
                record(judge.decide(candidate))
                let next = max(candidate.clusterEnd, candidate.end)
                countStraightMarks(in: offset..<next)
                offset = next
            } else {
                offset += UTF8Decoding.width(byte)
            }
        }
        finish()
    }

    /// Ends the last sentence, unless a terminator or a line end at the very end has said so already.
    private mutating func finish() {
        var offset = decisions.last { $0.isBoundary }?.offset ?? 0
        while let (scalar, next) = reader.scalar(at: offset), reader.table.isWhiteSpace(scalar) {
            offset = next
        }
        guard offset < reader.count || decisions.isEmpty else { return }
        record(BoundaryDecision(offset: reader.count, isBoundary: true, reason: .endOfText))
    }

    private mutating func record(_ decision: BoundaryDecision) {
        decisions.append(decision)
        if decision.isBoundary { sentenceStart = reader.skipSpaces(decision.offset) }
    }

    /// A list's item starts a sentence of its own.
    private mutating func item(_ marker: ListMarker) {
        let end = reader.dropSpaces(before: marker.start, downTo: sentenceStart)
        guard end > sentenceStart else { return }
        record(BoundaryDecision(offset: end, isBoundary: true, reason: .listMarker))
    }

    /// Keeps track of whether a `"` is open; one behind a digit means inches.
    private mutating func countStraightMarks(in range: Range<Int>) {
        for offset in range where reader.bytes[offset] == 0x22 {
            let isInch = offset > 0 && (0x30...0x39).contains(reader.bytes[offset - 1])
            if isMarkOpen || !isInch { isMarkOpen.toggle() }
        }
    }

    /// Decides over a run of line ends and returns where reading goes on.
    private mutating func newline(at offset: Int) -> Int {
        let next = reader.skipSpaces(offset)
        let count = reader.bytes[offset..<next].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        let isEnd = ends(count, next)
        if isEnd { isMarkOpen = false }
        record(BoundaryDecision(offset: offset, isBoundary: isEnd, reason: .newline))
        return next
    }

    private func ends(_ count: Int, _ next: Int) -> Bool {
        if count > 1 || rules.newline == .line { return true }
        if rules.newline == .wrap { return false }
        return reader.scalar(at: next).map { !reader.isLowercase($0.0) } ?? true
    }
}
