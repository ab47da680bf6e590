internal import LocaleData
internal import TextCore

/// Reads one paragraph: pairs its marks, cuts it into frames, and reads each.
struct ParagraphReader {
    let text: Text
    let block: TextSpan
    let number: Int
    let lexicon: QuoteLexicon
    let marks: QuotationMarks
    let matches: [MediationScanner.Match]
    let carried: Bool
    let nextBegins: Bool
    /// Who speaks, by the paragraph before that ends with a colon.
    let introduced: TextSpan?

    struct Result {
        var drafts: [QuoteDraft] = []
        var frames: [TextSpan] = []
        /// The paragraph ends inside a quotation.
        var endsOpen = false
        /// Who speaks what follows a colon at the end of the paragraph.
        var introduces: TextSpan?
    }

    /// - Parameter label: the label of a transcript's turn that begins this paragraph.
    func read(_ sentences: [TextSpan], label: TranscriptReader.Label?) -> Result {
        text.bytes.withUnsafeBufferPointer { bytes in
            var pairing = QuotationPairing(bytes, marks)
            var all = pairing.run(block, carried: carried, nextBegins: nextBegins)
            // «Утро» in "reports the agency «Утро»" is who passes words on, and no words of anybody.
            let tellers = Set(matches.filter { $0.cueClass == .relay }.compactMap(\.teller))
            if !tellers.isEmpty { all.removeAll { tellers.contains($0.inner) } }
            if let label, let turn = turn(label, all) {
                return Result(drafts: [turn], frames: [block], endsOpen: false)
            }
            let isDialogue = addDashSpeech(bytes, &all)
            if marks.hasDashDialogue { splitInsertions(bytes, &all) }
            let outer = all.filter { $0.level == 0 }
            var result = Result()
            let splitter = FrameSplitter(
                bytes: bytes, block: block, quotations: outer, lexicon: lexicon)
            result.frames = isDialogue ? [block] : splitter.frames(sentences)
            result.endsOpen = outer.last.map { $0.isOpen && $0.outer.end == block.end } ?? false
            let opaque = opaque(outer)
            var next = 0
            var tokenizer = FrameTokenizer(bytes, lexicon)
            var introducer = introduced
            /// The frame before, where it holds no quote: who acts in it is asked only when one needs an introducer.
            var silent: (frame: Frame, cues: [ReportingCue])?
            func introduce() -> TextSpan? {
                if let last = silent { introducer = actor(last.frame, last.cues) }
                silent = nil
                return introducer
            }
            for span in result.frames {
                while next < opaque.count, opaque[next].span.start < span.start { next += 1 }
                var end = next
                while end < opaque.count, opaque[end].span.start < span.end { end += 1 }
                let tokens = tokenizer.run(span, opaque: Array(opaque[next..<end]))
                let frame = frame(span, tokens)
                let cues = CueFinder(frame: frame, lexicon: lexicon).cues()
                var drafts = read(frame, cues, outer, all, &tokenizer)
                for index in drafts.indices where drafts[index].isFloating {
                    drafts[index].introducer = introduce()
                }
                introducer = nil
                silent = drafts.isEmpty ? (frame, cues) : nil
                result.drafts += drafts
                next = end
            }
            if endsWithColon, let last = result.frames.last {
                result.introduces =
                    result.drafts.last?.frame == last ? result.drafts.last?.speaker : nil
                if result.introduces == nil { result.introduces = introduce() }
            }
            return result
        }
    }

    private var endsWithColon: Bool {
        let last = text.scalar(before: block.end).0
        return last == ":" || last == "："
    }

    /// Who speaks or else acts in a sentence without a quote.
    private func actor(_ frame: Frame, _ cues: [ReportingCue]) -> TextSpan? {
        guard frame.count < 80 else { return nil }
        if let subject = cues.last(where: { $0.subject != nil && $0.classes.has(.speech) })?.subject
        {
            return frame.mention(subject)
        }
        return frame.actor(in: 0..<frame.count).map(frame.mention)
    }

    private func frame(_ span: TextSpan, _ tokens: [Token]) -> Frame {
        Frame(
            span: span, tokens: tokens, takesBareClause: lexicon.takesBareClause,
            takesClauseAfterComma: lexicon.takesClauseAfterComma, hasSpaces: lexicon.hasSpaces,
            hasCapitalNouns: lexicon.hasCapitalNouns,
            hasReportiveMood: lexicon.hasReportiveMood,
            hasQuoteMarkers: lexicon.hasQuoteMarkers,
            knowsPredicates: lexicon.knowsPredicates)
    }

    private func read(
        _ frame: Frame, _ cues: [ReportingCue], _ outer: [Quotation], _ all: [Quotation],
        _ tokenizer: inout FrameTokenizer
    ) -> [QuoteDraft] {
        let hasQuotation = frame.tokens.contains { $0.kind == .quotation }
        let reader = ClauseReader(
            text: text, frame: frame, cues: cues, quotations: outer, block: number,
            isNested: false)
        if !cues.contains(where: { $0.subject != nil }), let unframed = reader.unframed() {
            return unframed
        }
        if cues.isEmpty && !hasQuotation { return [] }
        let reading = DirectReader(
            text: text, frame: frame, cues: cues, quotations: outer, block: number
        ).read()
        let clauses = reader.read(reading)
        var drafts = (reading.drafts + clauses).sorted { $0.span < $1.span }
        var nested: [QuoteDraft] = []
        for draft in drafts where draft.form == .direct {
            nested += inside(draft, all, &tokenizer)
        }
        if !nested.isEmpty {
            drafts = (drafts + nested).sorted {
                ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end)
            }
        }
        return drafts
    }

    /// What somebody else said, told inside a quotation: "He told me that …".
    private func inside(
        _ draft: QuoteDraft, _ all: [Quotation], _ tokenizer: inout FrameTokenizer
    ) -> [QuoteDraft] {
        guard draft.span.count > 16, draft.span.count < 2000 else { return [] }
        let marked = all.filter { $0.level == 1 && draft.span.contains($0.outer) }
        let tokens = tokenizer.run(
            draft.span,
            opaque: marked.enumerated().map { ($1.outer, token(.quotation, $1.outer, $0)) })
        let frame = frame(draft.span, tokens)
        let cues = CueFinder(frame: frame, lexicon: lexicon).cues().filter { cue in
            guard cue.kind == .verb, let subject = cue.subject, subject.upperBound <= cue.index
            else { return false }
            return cue.classes.has(.speech)
                && !frame.tokens[subject].contains {
                    $0.has(.otherPronoun) && !$0.has([.relative, .determiner])
                }
        }
        guard !cues.isEmpty else { return [] }
        let reading = DirectReader(
            text: text, frame: frame, cues: cues, quotations: marked, block: number
        ).read()
        let clauses = ClauseReader(
            text: text, frame: frame, cues: cues, quotations: marked, block: number, isNested: true
        ).read(reading)
        // Of words in marks only whole quotations count here: a fragment is the outer speaker's term.
        let found =
            (reading.drafts.filter { $0.speaker != nil && $0.cue != nil }
            + clauses.filter { $0.form != .direct }).sorted { $0.span < $1.span }
        return found.filter { $0.span.count < draft.span.count }.map { clause in
            var nested = clause
            nested.isNested = true
            nested.tellers += draft.speaker.map { [$0] } ?? []
            nested.confidence = 0.6
            nested.frame = draft.frame
            return nested
        }
    }

    /// Quotations and mediation marks as tokens.
    private func opaque(_ outer: [Quotation]) -> [(span: TextSpan, token: Token)] {
        let quoted = SpanIndex(outer.map(\.outer))
        var items: [(span: TextSpan, token: Token)] = outer.enumerated().map { index, quotation in
            (quotation.outer, token(.quotation, quotation.outer, index))
        }
        var end = 0
        for (index, match) in matches.enumerated()
        where match.cueClass != .relay && match.scope != .session && match.span.start >= end
            && !quoted.overlaps(match.span)
        {
            items.append((match.span, token(.mark, match.span, index)))
            end = match.span.end
        }
        return items.count == outer.count ? items : items.sorted { $0.span < $1.span }
    }

    private func token(_ kind: Token.Kind, _ span: TextSpan, _ number: Int) -> Token {
        Token(start: Int32(span.start), end: Int32(span.end), kind: kind, number: Int32(number))
    }

    // MARK: speech without marks

    /// The words of a transcript's turn, unless they stand in marks, which are read as any quotation.
    private func turn(_ label: TranscriptReader.Label, _ quotations: [Quotation]) -> QuoteDraft? {
        let words = text.trimmed(TextSpan(label.end, block.end))
        guard !words.isEmpty, quotations.first.map({ $0.outer.start != words.start }) ?? true else {
            return nil
        }
        return QuoteDraft(
            span: words, form: .direct, speaker: label.speaker, cue: nil, frame: block,
            block: number, label: label.span, confidence: 0.85)
    }

    /// Adds the speech of a paragraph that a dash opens.
    private func addDashSpeech(
        _ bytes: UnsafeBufferPointer<UInt8>, _ all: inout [Quotation]
    ) -> Bool {
        let dialogue = DashDialogue(bytes: bytes)
        guard marks.hasDashDialogue, let start = dialogue.speechStart(block) else { return false }
        let breaks = dialogue.breaks(TextSpan(start, block.end))
        var speech: [Quotation] = []
        var from = start
        var index = 0
        while index < breaks.count {
            let next = index + 1 < breaks.count ? breaks[index + 1].start : block.end
            guard isFrame(bytes, TextSpan(breaks[index].end, next)) else {
                index += 1
                continue
            }
            append(TextSpan(from, breaks[index].start), &speech)
            from = index + 1 < breaks.count ? breaks[index + 1].end : block.end
            index += 2
        }
        if speech.isEmpty {
            let whole = TextSpan(start, block.end)
            let found = SpeechInsertion(bytes: bytes, lexicon: lexicon, mayEndSentence: true)
                .insertions(in: whole)
            guard !found.isEmpty else { return false }
            for insertion in found {
                append(TextSpan(from, insertion.start), &speech)
                from = insertion.end
            }
        }
        if from < block.end { append(TextSpan(from, block.end), &speech) }
        all = speech
        return true
    }

    /// Cuts a quotation at the words in it that tell who is speaking.
    private func splitInsertions(
        _ bytes: UnsafeBufferPointer<UInt8>, _ all: inout [Quotation]
    ) {
        let insertion = SpeechInsertion(bytes: bytes, lexicon: lexicon)
        var split: [Quotation] = []
        for quotation in all {
            let found =
                quotation.level == 0 && quotation.inner.count > 20
                ? insertion.insertions(in: quotation.inner) : []
            var from = quotation.outer.start
            for insertion in found {
                split.append(piece(quotation, TextSpan(from, insertion.start)))
                from = insertion.end
            }
            split.append(
                found.isEmpty ? quotation : piece(quotation, TextSpan(from, quotation.outer.end)))
        }
        all = split
    }

    private func piece(_ quotation: Quotation, _ span: TextSpan) -> Quotation {
        var piece = quotation
        piece.outer = span
        piece.inner = text.trimmed(
            TextSpan(
                max(span.start, quotation.inner.start), min(span.end, quotation.inner.end)))
        piece.isDash = true
        return piece
    }

    private func append(_ span: TextSpan, _ speech: inout [Quotation]) {
        var inner = text.trimmed(span)
        // A full stop behind the dash belongs to the frame.
        if !inner.isEmpty, [0x2E, 0x2C].contains(text.bytes[inner.start]) {
            inner = text.trimmed(TextSpan(inner.start + 1, inner.end))
        }
        guard !inner.isEmpty else { return }
        // The comma belongs to the frame here: no mark closes the words.
        if text.bytes[inner.end - 1] == 0x2C { inner.end -= 1 }
        guard !inner.isEmpty else { return }
        speech.append(Quotation(outer: inner, inner: inner, isDash: true))
    }

    /// A verb of saying stands among the first words.
    private func isFrame(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> Bool {
        var tokenizer = FrameTokenizer(bytes, lexicon)
        return tokenizer.run(TextSpan(span.start, min(span.end, span.start + 120)), opaque: [])
            .prefix(4).contains { $0.has([.speech, .clause]) && !$0.isCapitalised }
    }
}
