internal import TextCore

/// No space after the terminator: usual in Chinese and Japanese, a slip elsewhere.
extension BoundaryJudge {
    func glued(_ candidate: BoundaryCandidate, _ next: ByteReader.Item) -> Verdict {
        if candidate.full > 0 || (!rules.hasSpaces && candidate.isStrong) {
            if next.has([.pause, .holdingCloser]) { return (false, .punctuationFollows) }
            if isDecimal(candidate, next) { return (false, .noSpace) }
            if isInsideCode(candidate, next) { return (false, .noSpace) }
            return goesOn(candidate, next) ? (false, .quotationGoesOn) : (true, .fullTerminator)
        }
        guard next.has(.uppercase), let before = reader.item(before: candidate.clusterStart) else {
            return (false, .noSpace)
        }
        if candidate.isOneDot && before.has(.digit) && isOrdinaryWord(at: candidate.next) {
            return (
                startsSentence(candidate) || isBeforeLowercaseWord(candidate.next), .gluedSentence
            )
        }
        guard before.has(.lowercase) else { return (false, .noSpace) }
        if candidate.strong > 0 { return (candidate.dots == 0, .gluedSentence) }
        if candidate.isEllipsis { return (!rules.isDotPlain, .gluedSentence) }
        return (
            isOrdinaryWord(before: candidate) && isOrdinaryWord(at: candidate.next), .gluedSentence
        )
    }

    /// "３．５" in full width.
    private func isDecimal(_ candidate: BoundaryCandidate, _ next: ByteReader.Item) -> Bool {
        next.has(.digit) && !candidate.isClosed
            && reader.item(before: candidate.clusterStart).map { $0.has(.digit) } ?? false
    }

    /// "1,000.That is": a word that is no name, because one in lower case follows it.
    private func isBeforeLowercaseWord(_ offset: Int) -> Bool {
        let word = reader.word(at: offset)
        return reader.byte(word.end) == 0x20
            && reader.item(at: word.end + 1).map { $0.has(.lowercase) } ?? false
    }

    /// "a.b?c=d": a Latin mark between Latin letters or digits is a part of an address.
    private func isInsideCode(_ candidate: BoundaryCandidate, _ next: ByteReader.Item) -> Bool {
        guard candidate.full == 0, !candidate.isClosed,
            let before = reader.item(before: candidate.clusterStart)
        else { return false }
        return before.scalar.isASCII && !before.has(.space)
            && (next.scalar == "=" || next.scalar.isASCII && next.has(.word))
    }

    /// Three letters or more before the dot, with a space or the start before them: no host name, no code.
    private func isOrdinaryWord(before candidate: BoundaryCandidate) -> Bool {
        let word = PrecedingWord(candidate, reader)
        return word.innerDots == 0 && word.letters >= 3 && word.digits == 0 && word.vowels > 0
    }

    private func isOrdinaryWord(at offset: Int) -> Bool {
        let word = reader.word(at: offset)
        guard word.length >= 2 || word.marks.has(.starter) else { return false }
        switch reader.byte(word.end) {
        case nil, 0x20, 0x2C, 0x27: return true
        case 0x2E: return word.marks.has(.title)
        default: return false
        }
    }
}
