internal import LocaleData
internal import TextCore

/// Short words behind a number: units, currencies, "year", "o'clock".
extension BoundaryJudge {
    /// "… cost 166 лв. БСП …": a unit belongs to the number before it and not to the capital behind it, so the dot ends
    /// the sentence, unless number and unit are all it has ("At 5 p.m. Anna left").
    func endsWithUnit(_ candidate: BoundaryCandidate, _ word: PrecedingWord) -> Bool {
        guard !candidate.hasDash, !rules.hasCapitalNouns, startsWithCapital(candidate.next) else {
            return false
        }
        if let (sign, _) = reader.scalar(before: word.start), sign == "°" { return true }
        guard let number = numberBefore(word.start, candidate.sentenceStart) else { return false }
        return hasTwoWords(candidate.sentenceStart, number)
    }

    /// A capital that opens a word written out: no "Chr." and no "J.-C." behind "44 v." and "50 av.".
    private func startsWithCapital(_ offset: Int) -> Bool {
        guard let (scalar, _) = reader.scalar(at: offset), reader.table.isUppercase(scalar) else {
            return false
        }
        let end = reader.endOfLetters(offset)
        guard let (mark, _) = reader.scalar(at: end), mark == "." else { return true }
        let word = reader.word(at: offset)
        return rules.abbreviations[word].map { $0 == .title } ?? (word.unicodeScalars.count > 1)
    }

    /// Where the number starts that stands right before a word, at most one short word between ("61,8 млн. лв.").
    private func numberBefore(_ wordStart: Int, _ floor: Int) -> Int? {
        var offset = reader.dropSpaces(before: wordStart, downTo: floor)
        if offset > floor, reader.bytes[offset - 1] == 0x2E {
            offset = startOfLetters(offset - 1, floor)
            offset = reader.dropSpaces(before: offset, downTo: floor)
        }
        let end = offset
        while offset > floor, end - offset < 24,
            let (scalar, start) = reader.scalar(before: offset),
            reader.table.isDigit(scalar) || isNumberMark(scalar)
        {
            offset = start
        }
        guard offset < end, let (last, _) = reader.scalar(before: end),
            reader.table.isDigit(last)
        else { return nil }
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
        while offset > floor, end - offset < 12,
            let (scalar, start) = reader.scalar(before: offset),
            reader.table.isLetter(scalar)
        {
            offset = start
        }
        return offset
    }

    private func hasTwoWords(_ start: Int, _ end: Int) -> Bool {
        var offset = reader.dropSpaces(before: end, downTo: start)
        while offset > start, let (scalar, previous) = reader.scalar(before: offset) {
            if reader.isSpace(scalar) { return true }
            offset = previous
        }
        return false
    }
}
