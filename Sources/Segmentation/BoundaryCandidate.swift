internal import TextCore

/// A place where a sentence may end: a cluster of terminators, what closes after it, and what comes next.
struct BoundaryCandidate {
    /// Start of the sentence that would end here.
    let sentenceStart: Int
    let clusterStart: Int
    /// A `"` was opened before it and not closed.
    let isMarkOpen: Bool
    var clusterEnd = 0
    var dots = 0
    var ellipses = 0
    var strong = 0
    var full = 0
    var pictographs = 0
    /// The end of the sentence if it ends here: after closers and reference marks.
    var end = 0
    var isClosed = false
    var closesBracket = false
    /// Where the next word starts, after spaces, openers and dashes; the end of the text if none follows.
    var next = 0
    var hasSpace = false
    var hasNewline = false
    var isOpened = false
    var hasDash = false

    var isOneDot: Bool { dots == 1 && ellipses + strong + full == 0 }
    var isPictographOnly: Bool { pictographs > 0 && dots + ellipses + strong + full == 0 }
    var isEllipsis: Bool { ellipses > 0 || dots >= 2 }
    var isStrong: Bool { strong > 0 || full > 0 }
}

/// Reads candidates out of a paragraph.
struct CandidateReader {
    let reader: ByteReader
    let rules: SegmentationRules

    /// The candidate whose first terminator stands at an offset, or `nil` where none does.
    func candidate(
        at offset: Int, sentenceStart: Int, isMarkOpen: Bool
    ) -> BoundaryCandidate? {
        guard let (scalar, next) = reader.scalar(at: offset),
            let kind = Terminator.kind(scalar, rules)
        else { return nil }
        var candidate = BoundaryCandidate(
            sentenceStart: sentenceStart, clusterStart: offset, isMarkOpen: isMarkOpen)
        count(kind, in: &candidate)
        readCluster(from: next, &candidate)
        readClosers(&candidate)
        readNoteNumber(&candidate)
        readReferences(&candidate)
        readPictographs(&candidate)
        readNext(&candidate)
        return candidate
    }

    private func count(_ kind: Terminator.Kind, in candidate: inout BoundaryCandidate) {
        switch kind {
        case .dot: candidate.dots += 1
        case .ellipsis: candidate.ellipses += 1
        case .strong: candidate.strong += 1
        case .full: candidate.full += 1
        case .pictograph: candidate.pictographs += 1
        }
    }

    /// "?!", "...", ". . ." and their like are one cluster.
    private func readCluster(from start: Int, _ candidate: inout BoundaryCandidate) {
        var offset = start
        while let (scalar, next) = reader.scalar(at: offset) {
            if let kind = Terminator.kind(scalar, rules) {
                count(kind, in: &candidate)
                offset = next
            } else if scalar == " ", candidate.dots > 0, candidate.strong == 0,
                isSpacedDot(next, candidate.dots)
            {
                candidate.dots += 1
                offset = next + 1
            } else {
                break
            }
        }
        if isStopAndOmission(candidate, offset) {
            candidate.dots = 1
            offset = start
        }
        candidate.clusterEnd = offset
        candidate.end = offset
    }

    /// "is done. . . . The": four spaced dots, of which the first is the full stop and the others stand for words left
    /// out before what follows.
    private func isStopAndOmission(_ candidate: BoundaryCandidate, _ end: Int) -> Bool {
        guard candidate.dots == 4, candidate.isEllipsis, end - candidate.clusterStart == 7,
            let (before, _) = reader.scalar(before: candidate.clusterStart)
        else { return false }
        let next = reader.skipSpaces(end)
        return !reader.isSpace(before) && next > end && next < reader.count
    }

    private func isSpacedDot(_ offset: Int, _ dots: Int) -> Bool {
        guard offset < reader.count, reader.bytes[offset] == 0x2E else { return false }
        let tail = Array(reader.bytes[(offset + 1)..<min(offset + 3, reader.count)])
        if tail.first == 0x2E { return false }
        return dots >= 2 || tail == [0x20, 0x2E]
    }

    private func readClosers(_ candidate: inout BoundaryCandidate) {
        var offset = candidate.clusterEnd
        while let (scalar, next) = reader.scalar(at: offset) {
            if reader.isCloser(scalar) {
                if isOpening(scalar, after: next, candidate) { break }
                if ")]}）".unicodeScalars.contains(scalar) { candidate.closesBracket = true }
                candidate.isClosed = true
                offset = next
            } else if candidate.isClosed, let kind = Terminator.kind(scalar, rules) {
                count(kind, in: &candidate)
                offset = next
            } else if let after = detachedCloser(offset, candidate) {
                candidate.isClosed = true
                offset = after
            } else {
                break
            }
        }
        candidate.end = offset
    }

    /// A mark that both opens and closes, glued to a letter on its right, opens unless one of its kind is open.
    private func isOpening(
        _ mark: Unicode.Scalar, after next: Int, _ candidate: BoundaryCandidate
    ) -> Bool {
        guard ByteReader.isAmbiguousMark(mark),
            let (following, _) = reader.scalar(at: next),
            reader.table.isLetter(following) || reader.table.isDigit(following)
        else { return false }
        if mark == "\"" { return !candidate.isMarkOpen }
        if candidate.full > 0 { return mark == "“" || mark == "«" }
        return mark != "”" && mark != "»"
    }

    /// French "« … »" and tokenised text set a space before the closing mark.
    private func detachedCloser(_ offset: Int, _ candidate: BoundaryCandidate) -> Int? {
        guard let (space, next) = reader.scalar(at: offset),
            " \u{A0}\u{202F}".unicodeScalars.contains(space),
            let (mark, after) = reader.scalar(at: next)
        else { return nil }
        if mark == "'", let closed = doubledApostrophe(after) { return closed }
        let following = reader.scalar(at: after)?.0
        if mark == "»" {
            return following.map { reader.table.isLetter($0) } == true ? nil : after
        }
        guard following.map(reader.isSpace) ?? true else { return nil }
        if mark == "\"" { return candidate.isMarkOpen ? after : nil }
        return mark == "”" || mark == ")" ? after : nil
    }

    /// `''` with a space on both sides; an opening one would stand at a word.
    private func doubledApostrophe(_ offset: Int) -> Int? {
        guard let (mark, after) = reader.scalar(at: offset), mark == "'" else { return nil }
        return reader.scalar(at: after).map { reader.isSpace($0.0) } ?? true ? after : nil
    }

    /// "the patient.12 Later": the number of a note, once raised, is glued to the dot behind a plain word.
    private func readNoteNumber(_ candidate: inout BoundaryCandidate) {
        guard candidate.isOneDot, isWordOrBracket(before: candidate.clusterStart) else { return }
        var offset = candidate.end
        while offset < reader.count, offset - candidate.end < 3,
            (0x30...0x39).contains(reader.bytes[offset])
        {
            offset += 1
        }
        guard offset > candidate.end, offset < reader.count, reader.bytes[offset] == 0x20,
            let (next, _) = reader.scalar(at: offset + 1), reader.table.isUppercase(next)
        else { return }
        candidate.end = offset
        candidate.isClosed = true
    }

    /// Four small letters or a closing bracket: no "No.12", no "fig.3".
    private func isWordOrBracket(before end: Int) -> Bool {
        var offset = end
        for count in 0..<4 {
            guard let (scalar, start) = reader.scalar(before: offset) else { return false }
            if count == 0 && scalar == ")" { return true }
            guard reader.table.isLowercase(scalar) else { return false }
            offset = start
        }
        return true
    }

    /// "[12]" after a full stop belongs to the sentence before it.
    private func readReferences(_ candidate: inout BoundaryCandidate) {
        while true {
            let open = reader.skipSpaces(candidate.end)
            guard open < reader.count, reader.bytes[open] == 0x5B, open - candidate.end <= 1 else {
                return
            }
            var close = open + 1
            while close < reader.count, close - open < 8,
                reader.bytes[close] >= 0x30 && reader.bytes[close] <= 0x39
                    || reader.bytes[close] == 0x2C
            {
                close += 1
            }
            guard close > open + 1, close < reader.count, reader.bytes[close] == 0x5D else {
                return
            }
            candidate.end = close + 1
        }
    }

    /// Emojis after a full stop belong to the sentence before them.
    private func readPictographs(_ candidate: inout BoundaryCandidate) {
        var offset = candidate.end
        while let (scalar, next) = reader.scalar(at: offset) {
            if scalar == " " || scalar == "\u{FE0F}" || scalar == "\u{200D}" {
                offset = next
            } else if Terminator.kind(scalar, rules) == .pictograph {
                offset = next
                candidate.end = next
            } else {
                return
            }
        }
    }

    /// ",," is what a typewriter makes of „.
    private func lowOpener(_ scalar: Unicode.Scalar, _ next: Int) -> Int? {
        guard scalar == ",", let (second, after) = reader.scalar(at: next), second == "," else {
            return nil
        }
        return after
    }

    private func readNext(_ candidate: inout BoundaryCandidate) {
        var offset = reader.skipSpaces(candidate.end)
        candidate.hasSpace = offset > candidate.end
        candidate.hasNewline = reader.bytes[candidate.end..<offset].contains(0x0A)
        // Openers and dashes are bounded: a line of brackets must not be read again for each of them.
        let limit = offset + 64
        while offset < limit, let (scalar, next) = reader.scalar(at: offset) {
            if ByteReader.isDash(scalar) {
                candidate.hasDash = true
                offset = reader.skipSpaces(next)
            } else if reader.isOpener(scalar) {
                candidate.isOpened = true
                offset = next
            } else if let after = lowOpener(scalar, next) {
                candidate.isOpened = true
                offset = reader.skipSpaces(after)
            } else {
                break
            }
        }
        candidate.next = offset
    }
}
