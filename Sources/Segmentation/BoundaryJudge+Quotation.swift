internal import TextCore

/// Whether a sentence goes on after a closing mark, in scripts that set no space there.
extension BoundaryJudge {
    func goesOn(_ candidate: BoundaryCandidate, _ next: ByteReader.Item) -> Bool {
        guard candidate.isClosed else { return false }
        // Hiragana right after a closing mark is a particle: 「はい。」と言った is one sentence.
        if !candidate.isOpened && next.has(.hiragana) || isLink(next) { return true }
        // 市长（他迟到了。）坐了下来: the sentence began before the bracket, which only explains a word of it.
        if candidate.closesBracket {
            return candidate.openBracket.map { $0 > candidate.sentenceStart } ?? false
        }
        return !candidate.isOpened && saysSo(candidate.next)
    }

    /// “走吧！”的喊声: the quotation belongs to the noun that follows.
    private func isLink(_ next: ByteReader.Item) -> Bool {
        reader.marks(next.start, next.end).has(.linker)
    }

    /// “为什么？”有人问。: the short clause behind the quotation ends in a verb of saying, and no colon makes it
    /// announce another one.
    private func saysSo(_ start: Int) -> Bool {
        var offset = start
        while offset - start < 60, let item = reader.item(at: offset),
            item.has(.letter) || item.scalar == "·" || item.scalar == "・"
        {
            offset = item.end
        }
        guard let mark = reader.item(at: offset) else { return isSaying(start, offset) }
        return endsClause(mark.scalar) && isSaying(start, offset)
    }

    private func endsClause(_ mark: Unicode.Scalar) -> Bool {
        switch mark {
        case "。", "，", "、", ",", "！", "…", "\n": true
        default: false
        }
    }

    /// The last one to six characters report speech, and are no other word that ends like that (小说).
    private func isSaying(_ start: Int, _ end: Int) -> Bool {
        var offset = end
        var isSaying = false
        for _ in 0..<6 where offset > start {
            guard let item = reader.item(before: offset) else { break }
            offset = item.start
            let marks = reader.marks(offset, end)
            if marks.has(.otherWord) { return false }
            if marks.has(.saying) { isSaying = true }
        }
        return isSaying
    }
}
