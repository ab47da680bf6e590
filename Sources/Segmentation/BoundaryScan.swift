internal import TextCore

/// One pass over a text that collects the decisions.
struct BoundaryScan {
    let reader: ByteReader
    let rules: SegmentationRules
    let triggers: [Bool]
    private(set) var decisions: [BoundaryDecision] = []
    private var sentenceStart = 0

    init(reader: ByteReader, rules: SegmentationRules, triggers: [Bool]) {
        self.reader = reader
        self.rules = rules
        self.triggers = triggers
    }

    mutating func run() {
        let candidates = CandidateReader(reader: reader, rules: rules)
        let judge = BoundaryJudge(reader: reader, rules: rules)
        var offset = 0
        while offset < reader.count {
            let byte = reader.bytes[offset]
            guard triggers[Int(byte)] else {
                offset += 1
                continue
            }
            if byte == 0x0A {
                offset = newline(at: offset)
            } else if let candidate = candidates.candidate(at: offset, sentenceStart: sentenceStart)
            {
                record(judge.decide(candidate))
                offset = max(candidate.clusterEnd, candidate.end)
            } else {
                offset += UTF8Decoding.width(byte)
            }
        }
        record(BoundaryDecision(offset: reader.count, isBoundary: true, reason: .endOfText))
    }

    private mutating func record(_ decision: BoundaryDecision) {
        decisions.append(decision)
        if decision.isBoundary { sentenceStart = reader.skipSpaces(decision.offset) }
    }

    /// Decides over a run of line ends and returns where reading goes on.
    private mutating func newline(at offset: Int) -> Int {
        let next = reader.skipSpaces(offset)
        let count = reader.bytes[offset..<next].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        record(BoundaryDecision(offset: offset, isBoundary: ends(count, next), reason: .newline))
        return next
    }

    private func ends(_ count: Int, _ next: Int) -> Bool {
        if count > 1 || rules.newline == .line { return true }
        if rules.newline == .wrap { return false }
        return reader.scalar(at: next).map { !reader.isLowercase($0.0) } ?? true
    }
}
