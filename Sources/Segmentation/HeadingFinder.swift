internal import TextCore

/// Finds a heading that stands before a sentence without a stop: "Festival opens today More than 20 films are shown."
///
/// Text that has lost its line ends glues headings to what follows. A function word with a capital in the middle of a
/// sentence, behind a word that has meaning of its own, tells where the sentence proper starts.
struct HeadingFinder {
    let reader: ByteReader
    /// Where every noun has a capital, polite pronouns have one, too, and headlines may have them throughout: nothing
    /// can be told there.
    let isEnabled: Bool

    init(_ reader: ByteReader, _ rules: SegmentationRules) {
        self.reader = reader
        isEnabled = rules.capitalsTell
    }

    /// - Returns: the end of the heading that a sentence begins with; `nil` where it begins with none.
    func heading(in start: Int, _ end: Int) -> Int? {
        guard isEnabled, let first = reader.item(at: start), first.has(.uppercase) else {
            return nil
        }
        if isFunctionWord(reader.word(at: start), at: start) { return nil }
        let limit = min(end - 1, start + 240)
        var offset = start
        while offset < limit {
            if reader.bytes[offset] == 0x20, isUppercase(offset + 1),
                isContent(before: offset), opensSentence(at: offset + 1, behind: offset, end, start)
            {
                return offset
            }
            offset += 1
        }
        return nil
    }

    private func isUppercase(_ offset: Int) -> Bool {
        let byte = reader.bytes[offset]
        if byte < 0x80 { return (0x41...0x5A).contains(byte) }
        return reader.item(at: offset)?.has(.uppercase) ?? false
    }

    private func isFunctionWord(_ word: ByteReader.Word, at offset: Int) -> Bool {
        word.marks.has([.starter, .common, .determiner])
            || reader.elided(at: offset)?.has(.starter) ?? false
    }

    /// The word before the capital means something, and nothing stands between them but a space.
    private func isContent(before space: Int) -> Bool {
        guard let last = reader.item(before: space) else { return false }
        if last.has(.digit) || last.scalar == ")" || last.scalar == "%" { return true }
        guard last.has(.letter) else { return false }
        let word = PrecedingWord(end: space, floor: 0, reader)
        let start = word.tail ?? word.start
        return !reader.marks(start, space).has([.starter, .common, .determiner])
    }

    /// A capitalised function word, then a word in lower case, and enough of them for a sentence. An article of one
    /// letter may also stand before a name ("O Santos"), but then a word in lower case stands before it.
    private func opensSentence(at offset: Int, behind space: Int, _ end: Int, _ start: Int) -> Bool
    {
        let word = reader.word(at: offset)
        if reader.elided(at: offset)?.has(.starter) ?? false {
            return reader.item(at: word.end + 1)?.has(.lowercase) ?? false
                && hasSixWords(offset, end)
        }
        guard word.marks.has(.starter),
            word.length > 1
                || word.marks.has(.determiner)
                || reader.bytes[offset] >= 0x80 && hasTwoWords(start, space),
            let blank = reader.item(at: word.end), blank.scalar == " ",
            let next = reader.item(at: blank.end),
            next.has([.lowercase, .digit, .opener])
                || word.length == 1 && isLowercaseWord(before: space)
        else { return false }
        if word.length > 1, let second = reader.item(before: word.end), !second.has(.lowercase) {
            return false
        }
        return hasSixWords(offset, end)
    }

    private func hasTwoWords(_ start: Int, _ end: Int) -> Bool {
        reader.bytes[start..<end].contains(0x20)
    }

    private func isLowercaseWord(before end: Int) -> Bool {
        let word = PrecedingWord(end: end, floor: 0, reader)
        return word.uppercase == 0 && word.letters > 1
    }

    private func hasSixWords(_ start: Int, _ end: Int) -> Bool {
        var spaces = 0
        var offset = start
        while offset < end && spaces < 5 {
            if reader.bytes[offset] == 0x20 { spaces += 1 }
            offset += 1
        }
        return spaces == 5
    }
}
