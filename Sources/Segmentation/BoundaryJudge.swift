internal import LocaleData
internal import TextCore

/// Decides over one candidate.
struct BoundaryJudge {
    let reader: ByteReader
    let rules: SegmentationRules

    func decide(_ candidate: BoundaryCandidate) -> BoundaryDecision {
        let (isBoundary, reason) = verdict(candidate)
        return BoundaryDecision(offset: candidate.end, isBoundary: isBoundary, reason: reason)
    }

    typealias Verdict = (Bool, BoundaryDecision.Reason)

    private func verdict(_ candidate: BoundaryCandidate) -> Verdict {
        guard let (next, _) = reader.scalar(at: candidate.next) else { return (true, .endOfText) }
        if isOmission(candidate) { return (false, .insideBrackets) }
        if !candidate.isClosed && isInsideBrackets(candidate) { return (false, .insideBrackets) }
        if candidate.isPictographOnly { return pictograph(candidate, next) }
        if !candidate.hasSpace { return glued(candidate, next) }
        if ",;:)，、；：）".unicodeScalars.contains(next) { return (false, .punctuationFollows) }
        if candidate.full > 0 { return (true, .fullTerminator) }
        if reader.isLowercase(next) { return lowercase(candidate) }
        if candidate.strong > 0 { return (true, .strongTerminator) }
        if candidate.isEllipsis { return (!isSpacedOmission(candidate), .ellipsis) }
        return dot(candidate, next)
    }

    /// " . . . ": three dots with spaces around all of them stand for words left out, or for a pause.
    private func isSpacedOmission(_ candidate: BoundaryCandidate) -> Bool {
        guard candidate.dots == 3, candidate.clusterEnd - candidate.clusterStart == 5,
            let (before, _) = reader.scalar(before: candidate.clusterStart)
        else { return false }
        return reader.isSpace(before)
    }

    private func pictograph(_ candidate: BoundaryCandidate, _ next: Unicode.Scalar) -> Verdict {
        let starts = reader.table.isUppercase(next) || next == "@"
        return (candidate.hasSpace && starts, .pictograph)
    }

    /// "[...]" and "(…)" stand for words left out.
    private func isOmission(_ candidate: BoundaryCandidate) -> Bool {
        guard candidate.isEllipsis, candidate.closesBracket,
            let (before, _) = reader.scalar(before: candidate.clusterStart)
        else { return false }
        return before == "[" || before == "("
    }

    /// A bracket that opened shortly before and closes shortly after holds its sentences together.
    private func isInsideBrackets(_ candidate: BoundaryCandidate) -> Bool {
        guard let open = openBracket(before: candidate.clusterStart, candidate.sentenceStart),
            let (scalar, _) = reader.scalar(at: open), let close = Self.closing(of: scalar)
        else { return false }
        return closesSoon(scalar, close, candidate.clusterEnd)
    }

    /// Where the innermost bracket opened that is still open at an offset, within the sentence and shortly before.
    func openBracket(before end: Int, _ sentenceStart: Int) -> Int? {
        let from = max(sentenceStart, end - 400)
        var offset = end
        var depth = 0
        while offset > from, let (scalar, start) = reader.scalar(before: offset) {
            if Self.closing(of: scalar) != nil {
                depth -= 1
                if depth < 0 { return start }
            } else if Self.isClosing(scalar) {
                depth += 1
            }
            offset = start
        }
        return nil
    }

    /// Round brackets and the marks of a work's title.
    private static func closing(of open: Unicode.Scalar) -> Unicode.Scalar? {
        switch open {
        case "(": ")"
        case "（": "）"
        case "《": "》"
        case "〈": "〉"
        default: nil
        }
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ")", "）", "》", "〉": true
        default: false
        }
    }

    private func closesSoon(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ start: Int) -> Bool {
        let limit = min(reader.count, start + 300)
        var offset = start
        var depth = 0
        while offset < limit, let (scalar, next) = reader.scalar(at: offset), scalar != "\n" {
            if scalar == open { depth += 1 }
            if scalar == close { depth -= 1 }
            if depth < 0 { return true }
            offset = next
        }
        return false
    }

    /// A lower-case letter goes on with the sentence, save after one dot behind a long, plain, lower-case word.
    private func lowercase(_ candidate: BoundaryCandidate) -> Verdict {
        guard candidate.isOneDot, !candidate.isClosed, !candidate.hasDash else {
            return (false, .lowercaseFollows)
        }
        let word = PrecedingWord(candidate, reader, vowelLetters: rules.vowelLetters)
        if isOrdinary(word) && (startsSentence(candidate) || opensQuotation(candidate)) {
            return (true, .starterFollows)
        }
        let isPlain =
            word.letters >= 5 && word.vowels > 1 && word.alphabetic == word.letters
            && word.digits + word.innerDots + word.uppercase == 0 && abbreviationClass(word) == nil
        return isPlain ? (true, .plainDot) : (false, .lowercaseFollows)
    }

    /// A word with a vowel that no list and no shape takes for an abbreviation.
    private func isOrdinary(_ word: PrecedingWord) -> Bool {
        word.letters >= 4 && word.vowels > 0 && word.alphabetic == word.letters
            && word.digits + word.innerDots == 0 && word.uppercase <= 1 && !word.isGlued
            && abbreviationClass(word) == nil
    }

    private func opensQuotation(_ candidate: BoundaryCandidate) -> Bool {
        guard candidate.isOpened, let (mark, _) = reader.scalar(before: candidate.next) else {
            return false
        }
        return mark != "(" && mark != "["
    }

    /// No space after the terminator: usual in Chinese and Japanese, a slip elsewhere.
    private func glued(_ candidate: BoundaryCandidate, _ next: Unicode.Scalar) -> Verdict {
        if candidate.full > 0 || (!rules.hasSpaces && candidate.isStrong) {
            if "，、；：）》〉,;)".unicodeScalars.contains(next) { return (false, .punctuationFollows) }
            if isInsideCode(candidate, next) { return (false, .noSpace) }
            return goesOn(candidate, next) ? (false, .quotationGoesOn) : (true, .fullTerminator)
        }
        guard reader.table.isUppercase(next),
            let (before, _) = reader.scalar(before: candidate.clusterStart)
        else { return (false, .noSpace) }
        if candidate.isOneDot && reader.table.isDigit(before) && isOrdinaryWord(at: candidate.next)
        {
            return (startsSentence(candidate), .gluedSentence)
        }
        guard reader.table.isLowercase(before) else { return (false, .noSpace) }
        if candidate.strong > 0 { return (candidate.dots == 0, .gluedSentence) }
        if candidate.isEllipsis { return (true, .gluedSentence) }
        return (
            isOrdinaryWord(before: candidate) && isOrdinaryWord(at: candidate.next), .gluedSentence
        )
    }

    /// "a.b?c=d": a Latin mark between Latin letters or digits is a part of an address.
    private func isInsideCode(_ candidate: BoundaryCandidate, _ next: Unicode.Scalar) -> Bool {
        guard candidate.full == 0, !candidate.isClosed,
            let (before, _) = reader.scalar(before: candidate.clusterStart)
        else { return false }
        return before.isASCII && !reader.isSpace(before)
            && (next == "="
                || next.isASCII && (reader.table.isLetter(next) || reader.table.isDigit(next)))
    }

    /// Two lower-case letters or more before the dot, with a space or the start before them: no host name, no code.
    private func isOrdinaryWord(before candidate: BoundaryCandidate) -> Bool {
        let word = PrecedingWord(candidate, reader, vowelLetters: rules.vowelLetters)
        return word.innerDots == 0 && word.letters >= 3 && word.digits == 0 && word.vowels > 0
    }

    private func isOrdinaryWord(at offset: Int) -> Bool {
        let word = reader.word(at: offset)
        guard word.unicodeScalars.count >= 2 || rules.starters.contains(word) else { return false }
        let end = offset + word.utf8.count
        guard end < reader.count else { return true }
        if reader.bytes[end] == 0x2E { return rules.abbreviations[word] == .title }
        return reader.bytes[end] == 0x20 || reader.bytes[end] == 0x2C || reader.bytes[end] == 0x27
    }
}
