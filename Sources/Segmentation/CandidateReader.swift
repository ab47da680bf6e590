internal import TextCore

/// Reads a candidate out of a text, from its first terminator to the word that comes next.
struct CandidateReader {
    let reader: ByteReader

    /// - Parameters:
    ///   - first: the first terminator.
    ///   - candidate: made there.
    func read(_ first: ByteReader.Item, _ candidate: inout BoundaryCandidate) {
        candidate.count(first.classes)
        if first.has(.weak) {
            candidate.clusterEnd = first.end
            candidate.end = first.end
        } else {
            readCluster(from: first.end, &candidate)
            readClosers(&candidate)
            if candidate.isOneDot && !candidate.isClosed { readNoteNumber(&candidate) }
            readReferences(&candidate)
            readPictographs(&candidate)
        }
        readNext(&candidate)
    }

    /// "?!", "...", ". . ." and their like are one cluster.
    private func readCluster(from start: Int, _ candidate: inout BoundaryCandidate) {
        var offset = start
        while let item = reader.item(at: offset) {
            if item.has(.terminator) {
                candidate.count(item.classes)
                offset = item.end
            } else if item.scalar == " ", candidate.dots > 0, candidate.strong == 0,
                isSpacedDot(item.end, candidate.dots)
            {
                candidate.dots += 1
                offset = item.end + 1
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
            let before = reader.item(before: candidate.clusterStart)
        else { return false }
        let next = reader.skipSpaces(end)
        return !before.has(.space) && next > end && next < reader.count
    }

    private func isSpacedDot(_ offset: Int, _ dots: Int) -> Bool {
        guard reader.byte(offset) == 0x2E, reader.byte(offset + 1) != 0x2E else { return false }
        return dots >= 2 || reader.byte(offset + 1) == 0x20 && reader.byte(offset + 2) == 0x2E
    }

    private func readClosers(_ candidate: inout BoundaryCandidate) {
        var offset = candidate.clusterEnd
        while let item = reader.item(at: offset) {
            if item.has(.closer) {
                if isOpening(item, candidate) { break }
                if item.has(.holdingCloser) || item.scalar == "]" || item.scalar == "}" {
                    candidate.closesBracket = true
                }
                candidate.isClosed = true
                offset = item.end
            } else if candidate.isClosed, item.has(.terminator) {
                candidate.count(item.classes)
                offset = item.end
            } else if item.has(.whiteSpace), let after = detachedCloser(item, candidate) {
                candidate.isClosed = true
                offset = after
            } else {
                break
            }
        }
        candidate.end = offset
    }

    /// A mark that both opens and closes, glued to a letter on its right, opens unless one of its kind is open.
    private func isOpening(_ mark: ByteReader.Item, _ candidate: BoundaryCandidate) -> Bool {
        guard mark.has(.ambiguous), let following = reader.item(at: mark.end),
            following.has(.word)
        else { return false }
        if mark.scalar == "\"" { return !candidate.isMarkOpen }
        if candidate.full > 0 { return mark.scalar == "“" || mark.scalar == "«" }
        return mark.scalar != "”" && mark.scalar != "»"
    }

    /// French "« … »" and tokenised text set a space before the closing mark.
    private func detachedCloser(
        _ space: ByteReader.Item, _ candidate: BoundaryCandidate
    ) -> Int? {
        guard space.scalar == " " || space.scalar == "\u{A0}" || space.scalar == "\u{202F}",
            let mark = reader.item(at: space.end), mark.has(.closer)
        else { return nil }
        if mark.scalar == "'", let closed = doubledApostrophe(mark.end) { return closed }
        let following = reader.item(at: mark.end)
        if mark.scalar == "»" {
            return following.map { $0.has(.letter) } == true ? nil : mark.end
        }
        guard following.map({ $0.has(.space) }) ?? true else { return nil }
        if mark.scalar == "\"" { return candidate.isMarkOpen ? mark.end : nil }
        return mark.scalar == "”" || mark.scalar == ")" ? mark.end : nil
    }

    /// `''` with a space on both sides; an opening one would stand at a word.
    private func doubledApostrophe(_ offset: Int) -> Int? {
        guard let mark = reader.item(at: offset), mark.scalar == "'" else { return nil }
        return reader.item(at: mark.end).map { $0.has(.space) } ?? true ? mark.end : nil
    }

    /// "the patient.12 Later": the numbers of notes, once raised, are glued to the dot behind a plain word.
    private func readNoteNumber(_ candidate: inout BoundaryCandidate) {
        guard let end = endOfNumber(candidate.end) else { return }
        var offset = end
        while reader.byte(offset) == 0x20, let end = endOfNumber(offset + 1) { offset = end }
        guard reader.byte(offset) == 0x20, let next = reader.item(at: offset + 1),
            next.has(.uppercase), isWordOrBracket(before: candidate.clusterStart)
        else { return }
        candidate.end = offset
        candidate.isClosed = true
    }

    /// The end of one to three digits.
    private func endOfNumber(_ start: Int) -> Int? {
        var end = start
        while end - start < 3, let byte = reader.byte(end), ByteReader.isDigit(byte) { end += 1 }
        return end > start && reader.byte(end) == 0x20 ? end : nil
    }

    /// Four small letters or a closing bracket: no "No.12", no "fig.3".
    private func isWordOrBracket(before end: Int) -> Bool {
        var offset = end
        for count in 0..<4 {
            guard let item = reader.item(before: offset) else { return false }
            if count == 0 && item.scalar == ")" { return true }
            guard item.has(.lowercase) else { return false }
            offset = item.start
        }
        return true
    }

    /// "[12]" after a full stop belongs to the sentence before it.
    private func readReferences(_ candidate: inout BoundaryCandidate) {
        while true {
            var open = candidate.end
            if reader.byte(open) == 0x20 { open += 1 }
            guard reader.byte(open) == 0x5B else { return }
            var close = open + 1
            while close - open < 8, let byte = reader.byte(close),
                ByteReader.isDigit(byte) || byte == 0x2C
            {
                close += 1
            }
            guard close > open + 1, reader.byte(close) == 0x5D else { return }
            candidate.end = close + 1
        }
    }

    /// Emojis after a full stop belong to the sentence before them.
    private func readPictographs(_ candidate: inout BoundaryCandidate) {
        var offset = candidate.end
        while let item = reader.item(at: offset) {
            if item.scalar == " " || item.scalar == "\u{FE0F}" || item.scalar == "\u{200D}" {
                offset = item.end
            } else if item.has(.pictograph) {
                offset = item.end
                candidate.end = item.end
            } else {
                return
            }
        }
    }

    private func readNext(_ candidate: inout BoundaryCandidate) {
        var offset = reader.skipSpaces(candidate.end)
        candidate.hasSpace = offset > candidate.end
        // Openers and dashes are bounded: a line of brackets must not be read again for each of them.
        let limit = offset + 64
        while offset < limit, let item = reader.item(at: offset) {
            if item.has(.dash) {
                candidate.hasDash = true
                offset = reader.skipSpaces(item.end)
            } else if item.has(.opener) {
                candidate.isOpened = true
                offset = item.end
            } else if let after = lowOpener(item) {
                candidate.isOpened = true
                offset = reader.skipSpaces(after)
            } else {
                break
            }
        }
        candidate.next = offset
    }

    /// ",," is what a typewriter makes of „.
    private func lowOpener(_ item: ByteReader.Item) -> Int? {
        guard item.scalar == ",", reader.byte(item.end) == 0x2C else { return nil }
        return item.end + 1
    }
}
