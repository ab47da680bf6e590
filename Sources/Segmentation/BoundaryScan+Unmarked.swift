internal import TextCore

/// Ends of sentences that no terminator marks.
extension BoundaryScan {
    /// "Great :) See you": brackets that close nothing are smiles, and end a message's sentence before a capital.
    mutating func emoticon(_ first: ByteReader.Item) -> Int {
        strayCloser = first.start
        var end = first.end
        while reader.byte(end) == 0x29 { end += 1 }
        let face = reader.bytes[..<first.start].last == 0x2D ? first.start - 1 : first.start
        let hasEyes = reader.item(before: face).map { Self.isEyes($0.scalar) } ?? false
        let next = reader.skipSpaces(end)
        if next > end, hasEyes || end - first.start > 1,
            let item = reader.item(at: next), item.has(.uppercase)
        {
            record(BoundaryDecision(offset: end, isBoundary: true, reason: .emoticon))
        }
        return end
    }

    /// A web address is one word, whatever marks stand in it; one after another, or a capitalised function word, starts
    /// anew behind it.
    mutating func address(_ end: Int) -> Int {
        let next = reader.skipSpaces(end)
        if next > end, addresses.starts(at: next) || startsNewSentence(at: next) {
            record(BoundaryDecision(offset: end, isBoundary: true, reason: .address))
        }
        return end
    }

    private func startsNewSentence(at offset: Int) -> Bool {
        guard let item = reader.item(at: offset), item.has(.uppercase) else { return false }
        return reader.word(at: offset).marks.has(.starter)
    }

    /// "=====": a rule drawn with characters parts what stands around it.
    mutating func rule(_ first: ByteReader.Item) -> Int {
        var end = first.end
        while reader.byte(end) == reader.bytes[first.start] { end += 1 }
        if end == first.end, first.scalar == "-" { return dash(first) }
        let isRule =
            end - first.start >= 8 && (reader.item(before: first.start)?.has(.space) ?? true)
            && (reader.item(at: end)?.has(.space) ?? true)
        guard isRule else { return end }
        let before = reader.dropSpaces(before: first.start, downTo: sentenceStart)
        if before > sentenceStart {
            record(BoundaryDecision(offset: before, isBoundary: true, reason: .rule))
        }
        record(BoundaryDecision(offset: end, isBoundary: true, reason: .rule))
        return end
    }

    private static func isEyes(_ scalar: Unicode.Scalar) -> Bool {
        scalar == ":" || scalar == ";" || scalar == "="
    }

    /// Urdu sets a dash for the full stop: behind some words it is one. An ISO date parts a heading from its text.
    private mutating func dash(_ dash: ByteReader.Item) -> Int {
        if let date = IsoDate(around: dash.start, reader) { return dateline(date) }
        guard rules.hasDashFinals, reader.item(at: dash.end)?.has(.space) ?? false,
            let space = reader.item(before: dash.start), space.has(.whiteSpace)
        else { return dash.end }
        let word = PrecedingWord(end: space.start, floor: sentenceStart, reader)
        guard !word.isEmpty, reader.marks(word.start, word.end).has(.dashFinal),
            !hasOpenDash(before: word.start)
        else { return dash.end }
        record(BoundaryDecision(offset: dash.end, isBoundary: true, reason: .final))
        return dash.end
    }

    /// " - an aside -": the dash that opened it stands shortly before.
    private func hasOpenDash(before end: Int) -> Bool {
        var offset = end - 1
        while offset > max(sentenceStart, end - 240) {
            if reader.bytes[offset] == 0x2D, reader.bytes[offset - 1] == 0x20 { return true }
            offset -= 1
        }
        return false
    }

    /// "Strike ends 2012-03-05 The drivers …": no mark before the date, a capital behind it.
    private mutating func dateline(_ date: IsoDate) -> Int {
        let next = reader.skipSpaces(date.end)
        let before = reader.dropSpaces(before: date.start, downTo: sentenceStart)
        guard next > date.end, before < date.start || before == sentenceStart,
            reader.item(at: next)?.has(.uppercase) ?? false
        else { return date.end }
        let word = PrecedingWord(end: before, floor: sentenceStart, reader)
        if reader.marks(word.start, word.end).has([.starter, .common]) { return date.end }
        if before > sentenceStart {
            record(BoundaryDecision(offset: before, isBoundary: true, reason: .dateline))
        }
        record(BoundaryDecision(offset: date.end, isBoundary: true, reason: .dateline))
        return date.end
    }

    /// In Korean or Thai a sentence may end at a space.
    mutating func space(_ item: ByteReader.Item) {
        guard brackets.isEmpty, finals.closes(at: item.start, sentenceStart) else { return }
        record(BoundaryDecision(offset: item.start, isBoundary: true, reason: .final))
    }
}
