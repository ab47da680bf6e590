internal import TextCore

/// Whether a sentence goes on after a closing mark, in scripts that set no space there.
extension BoundaryJudge {
    func goesOn(_ candidate: BoundaryCandidate, _ next: Unicode.Scalar) -> Bool {
        guard candidate.isClosed else { return false }
        if isParticle(next) || isLink(at: candidate.next) { return true }
        if candidate.closesBracket { return bracketOpensInside(candidate) }
        return !candidate.isOpened && saysSo(candidate.next)
    }

    /// Hiragana right after a closing mark is a particle: 「はい。」と言った is one sentence.
    private func isParticle(_ scalar: Unicode.Scalar) -> Bool {
        reader.table.script(scalar) == .hiragana
    }

    /// “走吧！”的喊声: the quotation belongs to the noun that follows.
    private func isLink(at offset: Int) -> Bool {
        guard let (scalar, _) = reader.scalar(at: offset) else { return false }
        return rules.linkers.contains(String(Character(scalar)))
    }

    /// 市长（他迟到了。）坐了下来: the sentence began before the bracket, which only explains a word of it.
    private func bracketOpensInside(_ candidate: BoundaryCandidate) -> Bool {
        guard let open = openBracket(before: candidate.clusterStart, candidate.sentenceStart) else {
            return false
        }
        return open > candidate.sentenceStart
    }

    /// “为什么？”有人问。: the short clause behind the quotation ends in a verb of saying, and no colon makes it
    /// announce another one.
    private func saysSo(_ start: Int) -> Bool {
        var offset = start
        while offset - start < 60, let (scalar, next) = reader.scalar(at: offset),
            reader.table.isLetter(scalar) || scalar == "·" || scalar == "・"
        {
            offset = next
        }
        guard let (mark, _) = reader.scalar(at: offset) else { return isSaying(start, offset) }
        return endsClause(mark) && isSaying(start, offset)
    }

    private func endsClause(_ mark: Unicode.Scalar) -> Bool {
        switch mark {
        case "。", "，", "、", ",", "！", "…", "\n": true
        default: false
        }
    }

    /// The last one to four characters report speech, and are no other word that ends like that (小说).
    private func isSaying(_ start: Int, _ end: Int) -> Bool {
        let clause = Array(reader.string(start, end).unicodeScalars.suffix(6))
        let tails = (1...6).filter { $0 <= clause.count }.map { length -> String in
            var tail = String.UnicodeScalarView()
            tail.append(contentsOf: clause.suffix(length))
            return String(tail)
        }
        if tails.contains(where: rules.otherWords.contains) { return false }
        return tails.contains(where: rules.sayings.contains)
    }
}
