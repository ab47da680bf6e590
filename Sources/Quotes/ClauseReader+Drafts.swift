internal import TextCore

/// What the clauses that were read give: paraphrases, and the words in marks that stand in them.
extension ClauseReader {
    /// A paraphrase, or one with words in marks: then the whole of it, and the longer of those words by themselves.
    func emit(
        _ range: Range<Int>, _ cue: ReportingCue?, _ fragments: inout Set<Int>,
        isInfinitive: Bool = false
    ) -> [QuoteDraft] {
        var whole = paraphrase(range, cue)
        let quoted = range.filter { fragments.contains($0) && !isName($0) && !isSource($0) }
        if quoted.isEmpty {
            return range.contains { frame.tokens[$0].isWordLike } ? [whole] : []
        }
        fragments.subtract(range)
        let parts = quoted.map { fragment($0, cue) }
        // Where the marks hold the better part of what was said, the rest is its frame.
        if isInfinitive || parts.count == 1 && parts[0].span.count * 2 >= whole.span.count {
            return parts
        }
        whole.form = .mixed
        return [whole] + zip(quoted, parts).filter { isPhrase($0.0) }.map(\.1)
    }

    /// One word in marks is a term; more are somebody's own.
    private func isPhrase(_ position: Int) -> Bool {
        let quotation = quotations[Int(frame.tokens[position].number)]
        return QuotationShape(text, quotation.inner, hasSpaces: frame.hasSpaces).words >= 2
    }

    /// Words in marks inside a paraphrase.
    private func fragment(_ position: Int, _ cue: ReportingCue?) -> QuoteDraft {
        QuoteDraft(
            span: quotations[Int(frame.tokens[position].number)].inner, form: .direct,
            speaker: cue?.subject.map(frame.mention), cue: cue?.span, frame: frame.span,
            block: block,
            tellers: cue?.teller.map { [frame.span($0)] } ?? [], confidence: 0.8)
    }

    private func paraphrase(_ clause: Range<Int>, _ cue: ReportingCue?) -> QuoteDraft {
        var range = clause
        while range.count > 1,
            [.comma, .dash, .other, .terminator, .mark, .colon].contains(
                frame.tokens[range.upperBound - 1].kind)
        {
            range = range.lowerBound..<range.upperBound - 1
        }
        while range.count > 1, [.comma, .dash, .mark].contains(frame.tokens[range.lowerBound].kind)
        {
            range = range.lowerBound + 1..<range.upperBound
        }
        return QuoteDraft(
            span: frame.span(range), form: .indirect, speaker: cue?.subject.map(frame.mention),
            cue: cue?.span, frame: frame.span, block: block,
            tellers: cue?.teller.map { [frame.span($0)] } ?? [], confidence: 0.75)
    }

    /// A few words with a capital that stand on their own: a ship, a book.
    func isName(_ position: Int) -> Bool {
        let quotation = quotations[Int(frame.tokens[position].number)]
        let shape = QuotationShape(text, quotation.inner, hasSpaces: frame.hasSpaces)
        let first = text.scalar(at: quotation.inner.start).0
        guard CharacterTable.shared.isUppercase(first), shape.words <= 4, !shape.endsClosed else {
            return false
        }
        // Where every noun has a capital, what leads to the words tells: "als „…“", "von einem „…“".
        guard frame.hasCapitalNouns else { return true }
        return shape.isTitle ? !introducesTerm(position - 1) : !leadsToWords(position - 1)
    }

    /// "als „Unsinn“", "den Spruch „Nie wieder“", "nannte es einen „Skandal“".
    private func introducesTerm(_ index: Int) -> Bool {
        if frame.has(index, .noun) { return true }
        if frame.has(index, .boundary),
            !frame.has(index, [.preposition, .determiner, .conjunction])
        {
            return frame.has(index - 1, .noun) || isNaming(index)
        }
        return frame.has(index, .determiner) && !frame.has(index, .relative) && isNaming(index)
    }

    /// The verb before or the one after says what something is called.
    private func isNaming(_ index: Int) -> Bool {
        let next = cues.position(from: index)
        return cues[..<next].last?.classes.has(.object) ?? false
            || next < cues.count && cues[next].classes.has(.object)
    }

    /// The name of a source in marks: "laut der Zeitung „Morgenpost“".
    private func isSource(_ position: Int) -> Bool {
        guard let cue = cues[..<cues.position(from: position)].last, cue.kind == .according else {
            return false
        }
        return position == cue.extent.upperBound
    }

    private func leadsToWords(_ index: Int) -> Bool {
        if frame.has(index, .noun) { return true }
        if frame.has(index, [.preposition, .boundary]), !frame.has(index, .determiner) {
            return true
        }
        return frame.has(index, .determiner) && frame.has(index - 1, [.preposition, .boundary])
    }

    /// A quoted fragment that no clause took: the object of the verb before it, or of the one after it.
    func loose(_ position: Int) -> QuoteDraft? {
        let before = cues[..<cues.position(from: position)].suffix(8).last { $0.subject != nil }
        let after = cues[cues.position(from: position)...].prefix(8).first {
            $0.subject != nil
                && $0.classes.has([.speech, .object, .according, .accordingAfter])
        }
        guard let cue = before ?? after, !isName(position), !isSource(position) else { return nil }
        if cue.kind == .verb, position - cue.index > 25 { return nil }
        return fragment(position, cue)
    }
}
