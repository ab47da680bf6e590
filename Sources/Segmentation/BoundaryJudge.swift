internal import TextCore

/// Decides over one candidate.
struct BoundaryJudge {
    let reader: ByteReader
    let rules: SegmentationRules

    typealias Verdict = (isBoundary: Bool, reason: BoundaryDecision.Reason)

    func verdict(_ candidate: BoundaryCandidate) -> Verdict {
        guard let next = reader.item(at: candidate.next) else { return (true, .endOfText) }
        if candidate.weak > 0 { return weak(candidate, next) }
        if isOmission(candidate) { return (false, .insideBrackets) }
        if !candidate.isClosed && isInsideBrackets(candidate) { return (false, .insideBrackets) }
        if rules.isDotPlain && candidate.isOneDot { return (false, .noTerminator) }
        if candidate.isPictographOnly { return pictograph(candidate, next) }
        if !candidate.hasSpace { return glued(candidate, next) }
        if next.has(.pause) { return (false, .punctuationFollows) }
        if numbersItem(candidate) { return (false, .ordinal) }
        if next.isCaseless && interrupts(candidate) { return (false, .quotationGoesOn) }
        if candidate.full > 0 { return (true, .fullTerminator) }
        if next.has(.lowercase) { return lowercase(candidate) }
        if candidate.strong > 0 { return (true, .strongTerminator) }
        if candidate.isEllipsis { return (!isSpacedOmission(candidate), .ellipsis) }
        return dot(candidate, next)
    }

    /// A semicolon, or a colon where the language says so, before a capital that opens a sentence.
    private func weak(_ candidate: BoundaryCandidate, _ next: ByteReader.Item) -> Verdict {
        guard candidate.hasSpace, !candidate.isOpened, !candidate.hasDash,
            let mark = reader.item(at: candidate.clusterStart)
        else { return (false, .weakTerminator) }
        if !next.has(.uppercase) {
            return (
                next.has(.letter) && !next.has(.lowercase) && endsDateline(candidate), .dateline
            )
        }
        let isEnd =
            rules.weakTerminators.contains(mark.scalar)
            || mark.scalar == ";" && opensClearly(candidate) && !isEntity(before: mark.start)
                && reader.item(before: mark.start).map { $0.has(.word) } ?? false
        return (isEnd && candidate.openBracket == nil, .weakTerminator)
    }

    /// A starter whose capital tells: the English "I" always has one.
    private func opensClearly(_ candidate: BoundaryCandidate) -> Bool {
        let word = reader.word(at: candidate.next)
        return (word.length > 1 || word.marks.has(.determiner)) && startsSentence(candidate)
    }

    /// "&amp;": what is left of a page's code.
    private func isEntity(before end: Int) -> Bool {
        let name = reader.bytes[max(0, end - 8)..<end]
        guard let start = name.lastIndex(of: 0x26) else { return false }
        return name[start...].dropFirst().allSatisfy { $0 < 0x80 && $0 > 0x2F }
    }

    /// "تهران - ایرنا:": a place, a dash and an agency are all that the sentence has, in a script without capitals.
    private func endsDateline(_ candidate: BoundaryCandidate) -> Bool {
        var offset = candidate.clusterStart
        var hasDash = false
        while offset > candidate.sentenceStart, candidate.clusterStart - offset < 80,
            let item = reader.item(before: offset),
            item.has([.letter, .space, .dash]) || item.scalar == "\u{200C}"
        {
            if item.has(.dash) { hasDash = true }
            offset = item.start
        }
        return hasDash && offset == candidate.sentenceStart
    }

    /// "۱۔", "၁။", "१।": the full stop of a script behind the number that opens an item.
    private func numbersItem(_ candidate: BoundaryCandidate) -> Bool {
        guard candidate.dots == 0, candidate.strong + candidate.full == 1, !candidate.isClosed,
            let mark = reader.item(at: candidate.clusterStart), mark.end - mark.start > 1,
            candidate.clusterStart - candidate.sentenceStart <= 9
        else { return false }
        return opensSentence(PrecedingWord(candidate, reader), candidate)
    }

    /// In a script without capitals: a bracketed sentence that stands inside another, and a question that a verb of
    /// saying follows, do not end the sentence around them.
    private func interrupts(_ candidate: BoundaryCandidate) -> Bool {
        guard candidate.isClosed, !candidate.isOpened else { return false }
        if candidate.closesBracket {
            let isLast = reader.item(before: candidate.end)?.has(.closer) ?? false
            return isLast && candidate.openBracket.map { $0 > candidate.sentenceStart } ?? false
        }
        return reader.word(at: candidate.next).marks.has(.saying)
    }

    /// " . . . ": three dots with spaces around all of them stand for words left out, or for a pause.
    private func isSpacedOmission(_ candidate: BoundaryCandidate) -> Bool {
        guard candidate.dots == 3, candidate.clusterEnd - candidate.clusterStart == 5,
            let before = reader.item(before: candidate.clusterStart)
        else { return false }
        return before.has(.space)
    }

    private func pictograph(_ candidate: BoundaryCandidate, _ next: ByteReader.Item) -> Verdict {
        (candidate.hasSpace && (next.has(.uppercase) || next.scalar == "@"), .pictograph)
    }

    /// "[...]" and "(…)" stand for words left out.
    private func isOmission(_ candidate: BoundaryCandidate) -> Bool {
        guard candidate.isEllipsis, candidate.closesBracket,
            let before = reader.item(before: candidate.clusterStart)
        else { return false }
        return before.scalar == "[" || before.scalar == "("
    }

    /// A bracket that opened shortly before and closes shortly after holds its sentences together.
    private func isInsideBrackets(_ candidate: BoundaryCandidate) -> Bool {
        guard let open = candidate.openBracket, candidate.clusterStart - open <= 400,
            let bracket = reader.item(at: open)
        else { return false }
        return closesSoon(Self.closing(of: bracket.scalar), bracket.scalar, candidate.clusterEnd)
    }

    private static func closing(of open: Unicode.Scalar) -> Unicode.Scalar {
        switch open {
        case "(": ")"
        case "[": "]"
        case "（": "）"
        case "《": "》"
        default: "〉"
        }
    }

    private func closesSoon(_ close: Unicode.Scalar, _ open: Unicode.Scalar, _ start: Int) -> Bool {
        let limit = min(reader.count, start + 300)
        var offset = start
        var depth = 0
        while offset < limit, let item = reader.item(at: offset), item.scalar != "\n" {
            if item.scalar == open { depth += 1 }
            if item.scalar == close { depth -= 1 }
            if depth < 0 { return true }
            offset = item.end
        }
        return false
    }

    /// A lower-case letter goes on with the sentence, save after a question, or one dot behind a plain word.
    private func lowercase(_ candidate: BoundaryCandidate) -> Verdict {
        guard !candidate.isClosed else { return (false, .lowercaseFollows) }
        if candidate.strong > 0 { return afterQuestion(candidate) }
        guard candidate.isOneDot, !reader.word(at: candidate.next).marks.has(.saying) else {
            return (false, .lowercaseFollows)
        }
        let word = PrecedingWord(candidate, reader)
        if word.isEmpty { return (isAfterBracket(candidate), .closed) }
        guard abbreviationKind(word) == nil, word.digits + word.innerDots == 0, !word.isGlued,
            word.alphabetic == word.letters, word.vowels > 0
        else { return (false, .lowercaseFollows) }
        let isLong = word.letters >= 5 && word.vowels > 1 && word.uppercase == 0
        if isLong { return (true, .plainDot) }
        if candidate.hasDash { return (false, .lowercaseFollows) }
        let isOrdinary = word.letters >= 4 && word.uppercase <= 1 || isCommon(word)
        return isOrdinary && (startsSentence(candidate) || opensQuotation(candidate))
            ? (true, .starterFollows) : (false, .lowercaseFollows)
    }

    /// "do you like it? why not": in messages, where no quotation is open that a verb of saying could follow.
    private func afterQuestion(_ candidate: BoundaryCandidate) -> Verdict {
        guard candidate.full == 0, !candidate.isOpened, !candidate.hasDash, !candidate.isMarkOpen
        else { return (false, .lowercaseFollows) }
        let next = reader.word(at: candidate.next).marks
        let isQuestion = reader.byte(candidate.clusterEnd - 1) == 0x3F
        // "He works at Yahoo! and likes it": one exclamation mark may belong to a name.
        guard isQuestion || candidate.strong > 1 else { return (false, .lowercaseFollows) }
        if next.has(.starter) { return (!next.has(.saying), .starterFollows) }
        return isQuestion && rules.knowsSayings && !next.has(.saying)
            ? (true, .strongTerminator) : (false, .lowercaseFollows)
    }

    private func isAfterBracket(_ candidate: BoundaryCandidate) -> Bool {
        guard let before = reader.item(before: candidate.clusterStart) else { return false }
        return before.has(.closer) && !candidate.hasDash && !candidate.isOpened
    }

    private func isCommon(_ word: PrecedingWord) -> Bool {
        word.letters > 1 && reader.marks(word.start, word.end).has([.starter, .common])
    }

    private func opensQuotation(_ candidate: BoundaryCandidate) -> Bool {
        guard candidate.isOpened, let mark = reader.item(before: candidate.next) else {
            return false
        }
        return mark.scalar != "(" && mark.scalar != "["
    }
}
