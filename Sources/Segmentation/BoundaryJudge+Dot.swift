internal import TextCore

extension BoundaryJudge {
    /// One dot with a space behind it and no lower-case letter next: the hard case.
    func dot(_ candidate: BoundaryCandidate, _ next: ByteReader.Item) -> Verdict {
        let word = PrecedingWord(candidate, reader)
        let isDigit = next.has(.digit)
        if candidate.isClosed {
            if candidate.closesBracket && opensSentence(word, candidate) {
                return (false, .ordinal)
            }
            guard candidate.closesBracket, abbreviationKind(word) != nil else {
                return (true, .closed)
            }
            return (startsSentence(candidate), .abbreviation)
        }
        if word.digits > 0 && word.letters == 0 { return number(candidate, word, isDigit) }
        if word.isEmpty { return sign(candidate, isDigit) }
        guard let kind = abbreviationKind(word) else { return (true, .plainDot) }
        switch kind {
        case .title: return (false, .title)
        case .number:
            return isDigit || isRoman(at: candidate.next)
                ? (false, .numberWord) : (true, .plainDot)
        case .other: return weigh(candidate, word, isDigit, .abbreviation)
        case .initial:
            if word.start == candidate.sentenceStart { return (false, .initial) }
            return weigh(candidate, word, isDigit, .initial)
        case .shape: return weigh(candidate, word, isDigit, .shape)
        }
    }

    /// "N°. 12": a sign before the dot stands for a word.
    private func sign(_ candidate: BoundaryCandidate, _ isDigit: Bool) -> Verdict {
        guard isDigit, let before = reader.item(before: candidate.clusterStart) else {
            return (true, .plainDot)
        }
        return before.scalar == "°" || before.scalar == "№"
            ? (false, .numberWord) : (true, .plainDot)
    }

    enum Kind {
        case title, number, other
        /// One letter.
        case initial
        /// No list has it, but it looks like an abbreviation.
        case shape

        init?(_ marks: WordTable.Marks) {
            if marks.has(.title) {
                self = .title
            } else if marks.has(.number) {
                self = .number
            } else if marks.has(.other) {
                self = .other
            } else {
                return nil
            }
        }
    }

    /// What kind of abbreviation the word is, by the lists first and by its shape else; `nil` for a plain word.
    func abbreviationKind(_ word: PrecedingWord) -> Kind? {
        if let listed = listed(word.start, word.end) { return listed }
        if let tail = word.tail, let listed = listed(tail, word.end) { return listed }
        if let spaced = spaced(word) { return spaced }
        if word.hasShortPieces {
            guard let piece = word.piece, word.pieceLength > 1 else { return .shape }
            return listed(piece, word.end) ?? .shape
        }
        if let listed = compound(word) { return listed }
        if word.isGlued { return nil }
        if word.letters == 1 && word.digits == 0 && word.alphabetic > 0 {
            return isFunctionWord(word) ? nil : .initial
        }
        let isShort = (2...5).contains(word.letters) && word.digits == 0
        if isShort && rules.hasVowels && word.vowels == 0 && word.alphabetic == word.letters
            && word.uppercase <= 1
        {
            return .shape
        }
        return rules.hasOrdinalDot && isRoman(word.start, word.end) ? .shape : nil
    }

    /// No list has anything longer than its longest word in UTF-8.
    private func listed(_ start: Int, _ end: Int) -> Kind? {
        guard end - start <= reader.words.longest * 4 else { return nil }
        return Kind(reader.marks(start, end))
    }

    /// "z. B.", "и т. п.": the pieces of an abbreviation with spaces between them are looked up without.
    private func spaced(_ word: PrecedingWord) -> Kind? {
        guard word.letters <= 3, word.digits == 0, let space = reader.item(before: word.start),
            space.has(.whiteSpace), reader.bytes[..<space.start].last == 0x2E
        else { return nil }
        let previous = PrecedingWord(end: space.start - 1, floor: 0, reader)
        guard previous.letters > 0, previous.longestPiece <= 3 else { return nil }
        var fingerprint = WordTable.Fingerprint()
        for (start, end) in [(previous.start, space.start), (word.start, word.end)] {
            reader.add(start, end, to: &fingerprint)
        }
        return Kind(reader.words.marks(fingerprint))
    }

    /// "Karlstr.": a listed ending that could be no end of a full word, because it has three letters and no vowel.
    private func compound(_ word: PrecedingWord) -> Kind? {
        guard word.letters > 4, word.letters == word.alphabetic, word.digits == 0,
            !word.lastThreeHaveVowel
        else { return nil }
        return listed(word.lastThree, word.end)
    }

    /// "я", "i", "o": a word of one small letter that the language has is no initial.
    private func isFunctionWord(_ word: PrecedingWord) -> Bool {
        word.uppercase == 0 && reader.marks(word.start, word.end).has(.starter)
    }

    private func weigh(
        _ candidate: BoundaryCandidate, _ word: PrecedingWord, _ isDigit: Bool,
        _ reason: BoundaryDecision.Reason
    ) -> Verdict {
        if !isDigit && endsWithUnit(candidate, word) { return (true, .unit) }
        if isDigit || candidate.isOpened || candidate.hasDash { return (false, reason) }
        let isStart =
            startsSentence(candidate)
            || reason == .abbreviation && isTitled(at: candidate.next)
                && numberBefore(word.start, candidate.sentenceStart) == nil
        return isStart ? (true, .starterFollows) : (false, reason)
    }

    /// "at 5 p.m. Dr. Orr left": a title with its dot begins what is new.
    private func isTitled(at offset: Int) -> Bool {
        let word = reader.word(at: offset)
        return word.marks.has(.title) && reader.byte(word.end) == 0x2E
    }

    /// A listed word opens the next sentence; one or two with a dot behind them are initials ("А. С. Речной"), no word.
    func startsSentence(_ candidate: BoundaryCandidate) -> Bool {
        let word = reader.word(at: candidate.next)
        guard word.marks.has(.starter) else {
            return reader.elided(at: candidate.next)?.has(.starter) ?? false
        }
        return word.length > 2 || reader.byte(word.end) != 0x2E
    }

    private func number(
        _ candidate: BoundaryCandidate, _ word: PrecedingWord, _ isDigit: Bool
    ) -> Verdict {
        if opensSentence(word, candidate) { return (false, .ordinal) }
        if isDigit && (candidate.hasDash || isDottedDate(candidate, word)) {
            return (false, .ordinal)
        }
        if rules.hasOrdinalDot && word.innerDots == 0 && word.digits <= 2 && !isCardinal(word) {
            return startsSentence(candidate) || candidate.isOpened || candidate.hasDash
                ? (true, .starterFollows) : (false, .ordinal)
        }
        return (true, .plainDot)
    }

    /// "6:4", "3,5": parts of a score, a time or a fraction are no ordinals.
    private func isCardinal(_ word: PrecedingWord) -> Bool {
        guard let before = reader.item(before: word.start) else { return false }
        return before.scalar == ":" || before.scalar == ","
    }

    func opensSentence(_ word: PrecedingWord, _ candidate: BoundaryCandidate) -> Bool {
        guard word.start - candidate.sentenceStart < 4, (1...3).contains(word.digits),
            word.letters == 0
        else { return false }
        let before = reader.item(before: reader.dropSpaces(before: word.start, downTo: 0))
        return !(before?.has(.word) ?? false) || word.start == candidate.sentenceStart
    }

    /// "2024. 5. 17.": a number of one or two digits with a dot follows.
    private func isDottedDate(_ candidate: BoundaryCandidate, _ word: PrecedingWord) -> Bool {
        var offset = candidate.next
        while let byte = reader.byte(offset), ByteReader.isDigit(byte),
            offset - candidate.next < 3
        {
            offset += 1
        }
        return word.digits <= 4 && (1...2).contains(offset - candidate.next)
            && reader.byte(offset) == 0x2E
    }

    private func isRoman(at offset: Int) -> Bool {
        let word = reader.word(at: offset)
        return !word.marks.has(.starter) && isRoman(offset, word.end)
    }

    func isRoman(_ start: Int, _ end: Int) -> Bool {
        start < end && end - start <= 5
            && reader.bytes[start..<end].allSatisfy { byte in
                switch byte {
                case 0x49, 0x56, 0x58, 0x4C, 0x43: true
                default: false
                }
            }
    }
}
