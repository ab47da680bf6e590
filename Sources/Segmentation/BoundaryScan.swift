internal import TextCore

/// One pass over a text that collects the decisions.
struct BoundaryScan {
    let reader: ByteReader
    let rules: SegmentationRules
    /// Rejected candidates are wanted, too.
    let keepsAll: Bool
    private let headings: HeadingFinder
    private var quotations: QuotationSpans
    let finals: FinalWords
    let addresses: WebAddresses
    private(set) var decisions: [BoundaryDecision] = []
    private(set) var sentenceStart = 0
    /// An odd number of `"` stands between the paragraph's start and here.
    private var isMarkOpen = false
    /// Where the brackets stand that are open in this sentence.
    private(set) var brackets: [Int] = []

    /// Where a bracket closes that none has opened.
    var strayCloser: Int?
    /// Whether the block of lines that was looked at last is a list, and where it ends.
    private var block = (isList: false, end: 0)
    private var blockStart = 0

    init(reader: ByteReader, rules: SegmentationRules, keepsAll: Bool) {
        self.reader = reader
        self.rules = rules
        self.keepsAll = keepsAll
        headings = HeadingFinder(reader, rules)
        quotations = QuotationSpans(reader)
        finals = FinalWords(reader: reader, hasSpaces: rules.hasSpaces)
        addresses = WebAddresses(reader: reader)
        sentenceStart = reader.skipSpaces(0)
    }

    mutating func run() {
        let candidates = CandidateReader(reader: reader)
        let judge = BoundaryJudge(reader: reader, rules: rules)
        var offset = 0
        for marker in ListMarkers.items(reader) {
            while offset < marker.start {
                offset = step(from: offset, to: marker.start, candidates, judge)
            }
            // A candidate's closers may reach over a marker: that one is none, then.
            guard offset == marker.start else { continue }
            item(marker)
            offset = marker.end
        }
        while offset < reader.count {
            offset = step(from: offset, to: reader.count, candidates, judge)
        }
        finish()
    }

    /// Goes on to the next character that matters, decides there, and returns where reading goes on.
    private mutating func step(
        from start: Int, to limit: Int, _ candidates: CandidateReader, _ judge: BoundaryJudge
    ) -> Int {
        let offset = nextTrigger(start, limit)
        guard offset < limit, let item = reader.item(at: offset) else { return limit }
        if item.scalar == ":", let end = addresses.end(around: item) { return address(end) }
        if item.has([.terminator, .weak]) {
            return candidate(item, candidates, judge)
        }
        switch item.scalar {
        case "\n": return newline(at: offset)
        case "\"": countStraightMarks(in: offset..<offset + 1)
        case " ": space(item)
        case "=", "_", "*", "-": return rule(item)
        case ")" where brackets.isEmpty: return emoticon(item)
        default: countBracket(item)
        }
        return item.end
    }

    private func nextTrigger(_ start: Int, _ limit: Int) -> Int {
        rules.triggers.withUnsafeBufferPointer { triggers in
            var offset = start
            while offset < limit && !triggers[Int(reader.bytes[offset])] { offset += 1 }
            return offset
        }
    }

    private mutating func candidate(
        _ first: ByteReader.Item, _ candidates: CandidateReader, _ judge: BoundaryJudge
    ) -> Int {
        var candidate = BoundaryCandidate(
            at: first.start, sentenceStart: sentenceStart, isMarkOpen: isMarkOpen,
            openBracket: brackets.last)
        candidates.read(first, &candidate)
        var verdict = judge.verdict(candidate)
        if verdict.isBoundary, rules.quotations == .keep, quotations.hold(candidate.end) {
            verdict = (false, .insideQuotation)
        }
        if verdict.isBoundary, candidate.weak == 0,
            let heading = headings.heading(in: sentenceStart, candidate.clusterStart)
        {
            record(BoundaryDecision(offset: heading, isBoundary: true, reason: .heading))
        }
        record(
            BoundaryDecision(
                offset: candidate.end, isBoundary: verdict.isBoundary, reason: verdict.reason))
        if candidate.end > candidate.clusterEnd { countClosers(candidate) }
        return candidate.end
    }

    /// What stands between a cluster and the end of its sentence closes marks and brackets.
    private mutating func countClosers(_ candidate: BoundaryCandidate) {
        countStraightMarks(in: candidate.clusterEnd..<candidate.end)
        guard !brackets.isEmpty else { return }
        var offset = candidate.clusterEnd
        while offset < candidate.end, let item = reader.item(at: offset) {
            countBracket(item)
            offset = item.end
        }
    }

    private mutating func countBracket(_ item: ByteReader.Item) {
        if item.has(.holdingOpener) {
            // "foo) bar (baz": text that was turned round for display has its brackets the wrong way.
            let isTurned = strayCloser.map { item.start - $0 < 60 } ?? false
            strayCloser = nil
            if isTurned { return }
            // Deeper nesting is no text; a line of brackets must not fill the memory.
            if brackets.count < 32 { brackets.append(item.start) }
        } else if item.has(.holdingCloser) {
            if brackets.popLast() == nil { strayCloser = item.start }
        }
    }

    /// Ends the last sentence, unless a terminator or a line end at the very end has said so already.
    private mutating func finish() {
        let offset = decisions.last { $0.isBoundary }?.offset ?? 0
        guard !reader.trimmed(offset, reader.count).isEmpty || decisions.isEmpty else { return }
        record(BoundaryDecision(offset: reader.count, isBoundary: true, reason: .endOfText))
    }

    mutating func record(_ decision: BoundaryDecision) {
        if decision.isBoundary {
            decisions.append(decision)
            sentenceStart = reader.skipSpaces(decision.offset)
            if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
            strayCloser = nil
        } else if keepsAll {
            decisions.append(decision)
        }
    }

    /// A list's item starts a sentence of its own.
    private mutating func item(_ marker: ListMarkers.Item) {
        let end = reader.dropSpaces(before: marker.start, downTo: sentenceStart)
        guard end > sentenceStart else { return }
        record(BoundaryDecision(offset: end, isBoundary: true, reason: .listMarker))
    }

    /// Keeps track of whether a `"` is open; one behind a digit means inches.
    private mutating func countStraightMarks(in range: Range<Int>) {
        for offset in range where reader.bytes[offset] == 0x22 {
            let isInch = offset > 0 && ByteReader.isDigit(reader.bytes[offset - 1])
            if isMarkOpen || !isInch { isMarkOpen.toggle() }
        }
    }

    /// Decides over a run of line ends and returns where reading goes on.
    private mutating func newline(at offset: Int) -> Int {
        let next = reader.skipSpaces(offset)
        let count = reader.bytes[offset..<next].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        if count > 1 { blockStart = next }
        let isEnd = ends(count, at: offset, next) || isListLine(offset)
        if isEnd { isMarkOpen = false }
        record(BoundaryDecision(offset: offset, isBoundary: isEnd, reason: .newline))
        return next
    }

    private mutating func isListLine(_ offset: Int) -> Bool {
        guard rules.newline == .paragraph else { return false }
        if offset >= block.end { block = ListLines(reader: reader).block(at: blockStart) }
        return block.isList
    }

    private func ends(_ count: Int, at offset: Int, _ next: Int) -> Bool {
        if count > 1 || rules.newline == .line { return true }
        if rules.newline == .wrap { return false }
        guard let following = reader.item(at: next) else { return true }
        if following.has(.holdingOpener) { return !opensAside(following) }
        return !following.has([.lowercase, .pause, .terminator]) && !isLinked(offset)
    }

    /// "(about 400 m)" or, tokenised, "( 400 m )" at a line's start.
    private func opensAside(_ bracket: ByteReader.Item) -> Bool {
        reader.item(at: bracket.end).map { $0.has([.lowercase, .space]) } ?? false
    }

    /// "これは父の" at a line's end: the word ties what it stands behind to what comes.
    private func isLinked(_ end: Int) -> Bool {
        guard !rules.hasSpaces, let last = reader.item(before: end) else { return false }
        return reader.marks(last.start, end).has(.linker)
    }
}
