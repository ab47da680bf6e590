internal import LocaleData
internal import TextCore

extension BoundaryJudge {
    /// One dot with a space behind it and no lower-case letter next: the hard case.
    func dot(_ candidate: BoundaryCandidate, _ next: Unicode.Scalar) -> Verdict {
        let word = PrecedingWord(candidate, reader, vowelLetters: rules.vowelLetters)
        let isDigit = reader.table.isDigit(next)
        if candidate.isClosed {
            if opensSentence(word, candidate) && candidate.closesBracket {
                return (false, .ordinal)
            }
            guard candidate.closesBracket, abbreviationClass(word) != nil else {
                return (true, .closed)
            }
            return (startsSentence(candidate), .abbreviation)
        }
        if word.digits > 0 && word.letters == 0 {
            return number(candidate, word, isDigit)
        }
        if word.start == word.end { return sign(candidate, isDigit) }
        guard let kind = abbreviationClass(word) else { return (true, .plainDot) }
        switch kind {
        case .listed(.title): return (false, .title)
        case .listed(.number):
            return isDigit || isRoman(candidate) ? (false, .numberWord) : (true, .plainDot)
        case .listed(.other): return weigh(candidate, word, isDigit, .abbreviation)
        case .initial:
            if word.start == candidate.sentenceStart { return (false, .initial) }
            return weigh(candidate, word, isDigit, .initial)
        case .shape: return weigh(candidate, word, isDigit, .shape)
        }
    }

    /// "N°. 12": a sign before the dot stands for a word.
    private func sign(_ candidate: BoundaryCandidate, _ isDigit: Bool) -> Verdict {
        guard isDigit, let (before, _) = reader.scalar(before: candidate.clusterStart) else {
            return (true, .plainDot)
        }
        return before == "°" || before == "№" ? (false, .numberWord) : (true, .plainDot)
    }

    enum Kind: Equatable {
        case listed(AbbreviationClass)
        case initial
        case shape
    }

    /// What kind of abbreviation the word is, by the lists first and by its shape else; `nil` for a plain word.
    func abbreviationClass(_ word: PrecedingWord) -> Kind? {
        let text = reader.string(word.start, word.end)
        let folded = Normalizer.fold(text)
        if let listed = rules.abbreviations[folded] { return .listed(listed) }
        if let cut = folded.lastIndex(where: { "-/'’".contains($0) }) {
            let tail = String(folded[folded.index(cut, offsetBy: 1)...])
            if let listed = rules.abbreviations[tail] { return .listed(listed) }
        }
        if word.hasShortPieces(text) {
            let last = folded.split(separator: ".").last.map(String.init) ?? ""
            guard last.unicodeScalars.count > 1 else { return .shape }
            return rules.abbreviations[last].map(Kind.listed) ?? .shape
        }
        if let listed = compound(folded, word) { return .listed(listed) }
        if word.isGlued { return nil }
        if word.letters == 1 && word.digits == 0 && word.alphabetic > 0 {
            return isFunctionWord(word) ? nil : .initial
        }
        let isShort = (2...5).contains(word.letters) && word.digits == 0
        if isShort && !rules.vowelLetters.isEmpty && word.vowels == 0
            && word.alphabetic == word.letters && word.uppercase <= 1
        {
            return .shape
        }
        if rules.hasOrdinalDot && isRoman(text) { return .shape }
        return nil
    }

    /// "Karlstr.": a listed ending that could be no end of a full word, because it has three letters and no vowel.
    private func compound(_ folded: String, _ word: PrecedingWord) -> AbbreviationClass? {
        guard word.letters > 4, word.letters == word.alphabetic, word.digits == 0 else {
            return nil
        }
        let tail = folded.unicodeScalars.suffix(3)
        guard !tail.contains(where: rules.vowelLetters.contains) else { return nil }
        return rules.abbreviations[String(tail)]
    }

    /// "я", "i", "o": a word of one small letter that the language has is no initial.
    private func isFunctionWord(_ word: PrecedingWord) -> Bool {
        word.uppercase == 0 && rules.starters.contains(reader.word(at: word.start))
    }

    private func weigh(
        _ candidate: BoundaryCandidate, _ word: PrecedingWord, _ isDigit: Bool,
        _ reason: BoundaryDecision.Reason
    ) -> Verdict {
        if !isDigit && endsWithUnit(candidate, word) { return (true, .unit) }
        if isDigit || candidate.isOpened || candidate.hasDash { return (false, reason) }
        return startsSentence(candidate) ? (true, .starterFollows) : (false, reason)
    }

    /// A listed word opens the next sentence; one letter with a dot behind it is an initial ("А. С. Речной"), no word.
    func startsSentence(_ candidate: BoundaryCandidate) -> Bool {
        let word = reader.word(at: candidate.next)
        guard rules.starters.contains(word) else { return startsWithElision(candidate.next) }
        let end = candidate.next + word.utf8.count
        return word.unicodeScalars.count > 1 || end >= reader.count || reader.bytes[end] != 0x2E
    }

    /// "L'", "C’": a starter that lost its vowel.
    private func startsWithElision(_ offset: Int) -> Bool {
        guard let word = reader.elidedWord(at: offset) else { return false }
        return rules.starters.contains(word)
    }

    private func number(
        _ candidate: BoundaryCandidate, _ word: PrecedingWord, _ isDigit: Bool
    ) -> Verdict {
        if opensSentence(word, candidate) { return (false, .ordinal) }
        if isDigit && (candidate.hasDash || isDottedDate(candidate, word)) {
            return (false, .ordinal)
        }
        if rules.hasOrdinalDot && word.innerDots == 0 && word.digits <= 2 {
            return startsSentence(candidate) || candidate.isOpened || candidate.hasDash
                ? (true, .starterFollows) : (false, .ordinal)
        }
        return (true, .plainDot)
    }

    private func opensSentence(_ word: PrecedingWord, _ candidate: BoundaryCandidate) -> Bool {
        word.start - candidate.sentenceStart < 4 && (1...3).contains(word.digits)
            && word.letters == 0
    }

    /// "2024. 5. 17.": a number of one or two digits with a dot follows.
    private func isDottedDate(_ candidate: BoundaryCandidate, _ word: PrecedingWord) -> Bool {
        var offset = candidate.next
        while offset < reader.count, (0x30...0x39).contains(reader.bytes[offset]) { offset += 1 }
        return word.digits <= 4 && (1...2).contains(offset - candidate.next)
            && offset < reader.count && reader.bytes[offset] == 0x2E
    }

    private func isRoman(_ candidate: BoundaryCandidate) -> Bool {
        guard let (next, _) = reader.scalar(at: candidate.next), reader.table.isUppercase(next)
        else {
            return false
        }
        return isRoman(Normalizer.fold(reader.word(at: candidate.next)).uppercased())
    }

    private func isRoman(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 5 && text.utf8.allSatisfy { "IVXLC".utf8.contains($0) }
    }
}
