internal import TextCore

/// Reads the quotations of one frame: who says them, and whether they are speech at all.
struct DirectReader {
    let text: Text
    let frame: Frame
    let cues: [ReportingCue]
    let quotations: [Quotation]
    let block: Int

    /// How many cues around a quotation are looked at.
    private static let reach = 24

    /// How a quotation is tied to what reports it.
    private struct Link {
        let cue: ReportingCue
        let isBefore: Bool
        /// Tokens between the two.
        let distance: Int
    }

    /// The drafts of one frame, and the cues that its quotations use up.
    struct Reading {
        var drafts: [QuoteDraft] = []
        var usedCues: Set<Int> = []
        /// The frame holds nothing but quotations and marks.
        var isWordless = false
        /// Quotations that could be fragments of a paraphrase.
        var fragments: Set<Int> = []
        /// Quotations that are drafts.
        var direct: Set<Int> = []
    }

    func read() -> Reading {
        var reading = Reading()
        reading.isWordless = isWordless
        for (position, token) in frame.tokens.enumerated() where token.kind == .quotation {
            let quotation = quotations[Int(token.number)]
            let shape = QuotationShape(text, quotation.inner, hasSpaces: frame.hasSpaces)
            if shape.isAddress { continue }
            if let draft = direct(position, quotation, shape, &reading) {
                reading.drafts.append(draft)
                reading.direct.insert(position)
            } else if !isApposed(position, shape),
                !shape.isTitle || shape.words > 6 || frame.hasCapitalNouns
            {
                reading.fragments.insert(position)
            }
        }
        return reading
    }

    private func draft(_ quotation: Quotation, _ link: Link?) -> QuoteDraft {
        QuoteDraft(
            span: quotation.inner, form: .direct, speaker: link?.cue.subject.map(frame.mention),
            cue: link?.cue.span, frame: frame.span, block: block, isOpen: quotation.isOpen,
            continues: quotation.continues, tellers: link?.cue.teller.map { [frame.span($0)] } ?? []
        )
    }

    private func direct(
        _ position: Int, _ quotation: Quotation, _ shape: QuotationShape, _ reading: inout Reading
    ) -> QuoteDraft? {
        let after = after(position)
        let before = before(position)
        if let link = best(position, shape, before, after),
            isDirect(link, position, shape, quotation, reading.usedCues)
        {
            reading.usedCues.insert(link.cue.index)
            var found = draft(quotation, link)
            found.isFloating = link.cue.subject == nil && !link.cue.classes.has(.impersonal)
            return found
        }
        if let labelled = labelled(position, shape) {
            var found = draft(quotation, nil)
            found.speaker = labelled.speaker ?? frame.actor(in: 0..<position - 1).map(frame.mention)
            found.label = labelled.label
            found.isFloating = found.speaker == nil
            return found
        }
        if let signed = signature(position), shape.words >= 2 {
            var found = draft(quotation, nil)
            found.speaker = signed
            return found
        }
        guard reading.isWordless, shape.startsCapitalised,
            shape.words >= 4 || shape.endsSentence && shape.words >= 1 || quotation.continues
                || quotation.isDash || quotation.isOpen && shape.words >= 2
        else { return nil }
        if shape.isTitle && !shape.endsSentence { return nil }
        var found = draft(quotation, nil)
        found.isFloating = true
        found.confidence = 0.7
        return found
    }

    // MARK: links

    /// The cue after a quotation: its subject or verb stands next to the closing mark.
    private func after(_ position: Int) -> Link? {
        var next = position + 1
        while next < frame.count, frame.isSkippable(next), frame.tokens[next].kind != .terminator {
            next += 1
        }
        for cue in cues[cues.position(from: position + 1)...].prefix(Self.reach) {
            if hasQuotation(position + 1..<cue.index) { return nil }
            // A cue of its own clause: its subject or itself begins right after the mark.
            guard cue.subject != nil || cue.classes.has(.impersonal) || isBare(cue, next) else {
                continue
            }
            let isVerbFinal = cue.subject.map { $0.upperBound <= position } ?? false
            let start =
                cue.isInverted || isVerbFinal || cue.subject == nil
                ? cue.index : cue.extent.lowerBound
            guard start > position else { continue }
            while isVerbFinal, frame.has(next, .quoteMarker) { next += 1 }
            let distance = start - next
            if isVerbFinal, distance > 0 { return nil }
            let isTrailing =
                cue.isInverted && frame.kind(cue.index - 1) == .comma
                && frame.kind(position + 1) == .comma && cue.extent.upperBound >= frame.count - 1
            if distance <= (frame.hasSpaces ? 3 : 6) || isTrailing {
                return Link(cue: cue, isBefore: false, distance: max(0, distance))
            }
            return nil
        }
        return nil
    }

    /// A verb of saying right behind a quotation, where a pronoun may be left out: "“Estamos listos”, aseguró."
    private func isBare(_ cue: ReportingCue, _ next: Int) -> Bool {
        cue.kind == .verb && cue.classes.has(.speech) && !frame.takesBareClause
            && cue.index == next
    }

    /// The last cue before a quotation with no other quotation between.
    private func before(_ position: Int) -> Link? {
        for cue in cues[..<cues.position(from: position)].suffix(Self.reach).reversed() {
            guard !hasQuotation(cue.index..<position) else { return nil }
            if cue.subject == nil, frame.kind(position - 1) != .colon { continue }
            let end = max(cue.index + 1, cue.isInverted ? cue.extent.upperBound : 0)
            guard end <= position else { continue }
            return Link(cue: cue, isBefore: true, distance: position - end)
        }
        return nil
    }

    private func hasQuotation(_ range: Range<Int>) -> Bool {
        range.count > 200
            || range.contains { frame.tokens[$0].kind == .quotation && !isTitleToken($0) }
    }

    private func isTitleToken(_ index: Int) -> Bool {
        let shape = QuotationShape(
            text, quotations[Int(frame.tokens[index].number)].inner, hasSpaces: frame.hasSpaces)
        return shape.isTitle && shape.words < 6
    }

    private func best(_ position: Int, _ shape: QuotationShape, _ before: Link?, _ after: Link?)
        -> Link?
    {
        guard let before else { return after }
        guard let after else { return before }
        if isIntroduced(position), before.distance <= 12,
            before.cue.classes.has(.speech) || frame.kind(position - 1) == .colon
        {
            return before
        }
        return shape.endsClosed || frame.kind(position + 1) == .comma
            || frame.kind(position + 1) == .dash ? after : before
    }

    private func isIntroduced(_ position: Int) -> Bool {
        [.colon, .comma].contains(frame.kind(position - 1))
    }

    private func isDirect(
        _ link: Link, _ position: Int, _ shape: QuotationShape, _ quotation: Quotation,
        _ used: Set<Int>
    ) -> Bool {
        if quotation.isDash { return true }
        if frame.hasQuoteMarkers, !link.isBefore, link.distance <= 1,
            link.distance == 0 || frame.has(position + 1, .quoteMarker)
        {
            return true
        }
        if isNamed(position, shape) { return false }
        if link.cue.kind == .according {
            return shape.words >= 4 && (shape.startsCapitalised || shape.endsClosed)
                && (isAtEdge(position) || shape.endsClosed)
        }
        if link.isBefore {
            let previous = position - 1
            switch frame.kind(previous) {
            case .colon: return shape.words >= 2 || shape.endsSentence
            case .comma, .dash:
                return used.contains(link.cue.index)
                    || shape.words >= 2 && (shape.startsCapitalised || shape.words >= 4)
            default:
                if frame.has(previous, [.complementizer, .preposition, .determiner, .linker]) {
                    return false
                }
                if link.cue.classes.isDisjoint(with: [.speech, .clause]) { return false }
                if shape.words >= 4, shape.startsCapitalised, shape.endsClosed, link.distance <= 14
                {
                    return true
                }
                return link.distance <= 1 && shape.words >= (frame.hasSpaces ? 4 : 3)
                    && shape.startsCapitalised
                    && frame.kind(previous) == .word && previous == link.cue.index
            }
        }
        if let subject = link.cue.subject, subject.upperBound <= position {
            return shape.words >= 2 || shape.endsSentence
        }
        let closes = shape.endsClosed || [.comma, .dash].contains(frame.kind(position + 1))
        if !closes, link.cue.isInverted, link.distance == 0, shape.words >= 3 {
            return isAtEdge(position)
        }
        return closes && (shape.words >= 2 || shape.endsSentence || isAtEdge(position))
            && (shape.startsCapitalised || shape.words >= 2)
    }

    /// The name of what the word before it means: "the paper “Morgenpost” said".
    private func isNamed(_ position: Int, _ shape: QuotationShape) -> Bool {
        guard !frame.hasQuoteMarkers, shape.startsCapitalised,
            shape.words <= 4 || shape.isTitle,
            !shape.endsClosed || shape.isTitle && shape.words > 1 && !shape.endsSentence,
            position > 0, frame.tokens[position - 1].kind == .word
        else { return false }
        return !frame.has(position - 1, .verb.union([.noun, .complementizer, .accordingAfter]))
    }

    /// Where nouns have capitals, the name of what the noun right before it means: "des Stammes „al-Nur“".
    private func isApposed(_ position: Int, _ shape: QuotationShape) -> Bool {
        guard frame.hasCapitalNouns, shape.startsCapitalised, shape.words <= 8, !shape.endsClosed,
            position > 1, frame.tokens[position - 1].isNameLike
        else { return false }
        return !frame.has(position - 1, .noun)
    }

    /// Nothing but marks before it in its frame, or another quotation.
    private func isAtEdge(_ position: Int) -> Bool {
        var before = position - 1
        while before >= 0, [.dash, .other, .terminator, .mark].contains(frame.tokens[before].kind) {
            before -= 1
        }
        return before < 0 || frame.tokens[before].kind == .quotation
            || frame.tokens[before].kind == .colon
    }

    private var isWordless: Bool {
        frame.tokens.allSatisfy { token in
            switch token.kind {
            case .quotation, .dash, .other, .terminator, .mark, .comma, .open, .close: true
            case .word, .number, .colon, .semicolon: false
            }
        }
    }

    // MARK: labels and signatures

    /// `Name: “…”`, `NAME (note): “…”`, `Her answer: “…”`.
    private func labelled(
        _ position: Int, _ shape: QuotationShape
    ) -> (speaker: TextSpan?, label: TextSpan)? {
        guard frame.kind(position - 1) == .colon, position >= 2, position <= 24,
            shape.words >= 2 || shape.endsSentence
        else { return nil }
        let range = 0..<position - 1
        guard !hasQuotation(range), !isBracketed(position) else { return nil }
        let label = frame.span(range)
        var last = 0
        while last < position - 1, frame.tokens[last].isWordLike,
            !frame.has(last, [.boundary, .complementizer, .auxiliary]) || frame.has(last, .linker)
        {
            last += 1
        }
        let isName =
            last > 0 && last <= 8
            && [.colon, .open, .mark, .comma, .dash].contains(frame.kind(last) ?? .other)
            && !frame.has(0, [.preposition, .boundary])
        if !isName, isTitled(range, shape) { return nil }
        return (isName ? frame.span(0..<last) : nil, label)
    }

    /// "(motto: “…”)": what stands in brackets tells what a thing is called.
    private func isBracketed(_ position: Int) -> Bool {
        frame.kind(position + 1) == .close
            && frame.tokens[..<position].contains { $0.kind == .open }
    }

    /// "Ihr erstes Buch erschien: „Hinter dem Damm“.": after a clause without a word of saying, a few words whose sentence
    /// ends behind the mark are the title of what the clause tells of. Only where speech has its stop inside the marks.
    private func isTitled(_ label: Range<Int>, _ shape: QuotationShape) -> Bool {
        frame.hasCapitalNouns && shape.words <= 8 && !shape.endsClosed
            && !frame.tokens[label].contains {
                $0.has(WordClasses.verb.union([.noun, .according, .accordingAfter]))
            }
    }

    /// `“…” – Name`
    private func signature(_ position: Int) -> TextSpan? {
        guard frame.kind(position + 1) == .dash, position + 2 < frame.count else { return nil }
        let range = position + 2..<frame.count
        guard range.count <= 10, range.allSatisfy({ frame.tokens[$0].kind != .quotation }) else {
            return nil
        }
        var last = position + 2
        while last < frame.count, frame.tokens[last].isWordLike,
            frame.tokens[last].isCapitalised || frame.tokens[last].isUncased
                || frame.has(last, [.linker, .title, .role, .roleFeminine, .roleMasculine])
        {
            last += 1
        }
        return last > position + 2 && last - position <= 8 ? frame.span(position + 2..<last) : nil
    }
}
