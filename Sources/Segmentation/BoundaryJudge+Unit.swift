internal import TextCore

/// Short words behind a number: units, currencies, "year", "o'clock".
extension BoundaryJudge {
    /// "… cost 166 лв. БСП …": a unit belongs to the number before it and not to the capital behind it, so the dot ends
    /// the sentence, unless number and unit are all it has ("At 5 p.m. Anna left").
    func endsWithUnit(_ candidate: BoundaryCandidate, _ word: PrecedingWord) -> Bool {
        guard !candidate.hasDash, !rules.hasCapitalNouns, startsWithCapital(candidate.next) else {
            return false
        }
        if let sign = reader.item(before: word.start), sign.scalar == "°" { return true }
        guard let number = numberBefore(word.start, candidate.sentenceStart) else { return false }
        return hasTwoWords(candidate.sentenceStart, number)
    }

    /// A capital that opens a word written out: no "Chr." and no "J.-C." behind "44 v." and "50 av.".
    private func startsWithCapital(_ offset: Int) -> Bool {
        guard let item = reader.item(at: offset), item.has(.uppercase) else { return false }
        let word = reader.word(at: offset)
        guard reader.byte(word.end) == 0x2E else { return true }
        return word.marks.has(.abbreviation) ? word.marks.has(.title) : word.length > 1
    }

    /// Where the number starts that stands right before a word, at most one short word between ("61,8 млн. лв.").
    func numberBefore(_ wordStart: Int, _ floor: Int) -> Int? {
        var offset = reader.dropSpaces(before: wordStart, downTo: floor)
        if offset > floor, reader.bytes[offset - 1] == 0x2E {
            offset = startOfLetters(offset - 1, floor)
            offset = reader.dropSpaces(before: offset, downTo: floor)
        }
        let end = offset
        while offset > floor, end - offset < 24, let item = reader.item(before: offset),
            item.has(.digit) || isNumberMark(item.scalar)
        {
            offset = item.start
        }
        guard offset < end, let last = reader.item(before: end), last.has(.digit) else {
            let start = startOfLetters(end, floor)
            return isRoman(start, end) ? start : nil
        }
        return offset
    }

    private func isNumberMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", ",", ":", "-", "–", "/", "\u{A0}": true
        default: false
        }
    }

    private func startOfLetters(_ end: Int, _ floor: Int) -> Int {
        var offset = end
        while offset > floor, end - offset < 12, let item = reader.item(before: offset),
            item.has(.letter)
        {
            offset = item.start
        }
        return offset
    }

    /// Two words or more stand there: one before a space, one behind it. Read no farther than a long word.
    private func hasTwoWords(_ start: Int, _ end: Int) -> Bool {
        var offset = reader.dropSpaces(before: end, downTo: start)
        while offset > start, let item = reader.item(before: offset) {
            if item.has(.space) || end - offset > 120 { return true }
            offset = item.start
        }
        return false
    }
}
