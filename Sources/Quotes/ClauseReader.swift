internal import TextCore

/// Reads reported clauses: "said that …", "…, the minister said", "according to … , …", and the quoted fragments in them.
struct ClauseReader {
    let text: Text
    let frame: Frame
    let cues: [ReportingCue]
    let quotations: [Quotation]
    let block: Int
    let isNested: Bool

    /// A clause in tokens with what reports it.
    private struct Clause {
        let cue: ReportingCue
        let range: Range<Int>
        /// No clause of its own: words in marks stand alone in it.
        var isInfinitive = false
    }

    func read(_ reading: DirectReader.Reading) -> [QuoteDraft] {
        var drafts: [QuoteDraft] = []
        var taken = 0
        var fragments = reading.fragments
        for (order, cue) in cues.enumerated() where cue.subject != nil {
            if cue.index < taken || reading.usedCues.contains(cue.index) { continue }
            guard let clause = clause(order, cue, reading) else { continue }
            taken = max(taken, clause.range.upperBound)
            drafts += emit(clause.range, clause.cue, &fragments, isInfinitive: clause.isInfinitive)
            if clause.range.upperBound <= cue.extent.lowerBound,
                let rest = rest(after: cue, reading)
            {
                taken = max(taken, rest.upperBound)
                drafts += emit(rest, clause.cue, &fragments)
            }
        }
        for position in fragments.sorted() {
            if let draft = loose(position) { drafts.append(draft) }
        }
        return drafts
    }

    /// A sentence whose verb tells by its form that somebody else is speaking: "Er habe davon nichts gewusst."
    func unframed() -> [QuoteDraft]? {
        guard
            let mood = frame.tokens.firstIndex(where: {
                $0.has(.reportive) && !$0.isCapitalised
            }),
            !frame.tokens.contains(where: { $0.kind == .colon }),
            !frame.tokens[..<mood].contains(where: {
                $0.has(.otherPronoun) && !$0.has([.determiner, .relative, .complementizer])
            })
        else { return nil }
        var fragments = Set(frame.tokens.indices.filter { frame.tokens[$0].kind == .quotation })
        guard isClause(0..<frame.count) else { return nil }
        var drafts = emit(0..<frame.count, nil, &fragments)
        for index in drafts.indices {
            drafts[index].isFloating = true
            drafts[index].isUnframed = true
            drafts[index].confidence = 0.6
        }
        return drafts
    }

    // MARK: clauses

    private func clause(_ order: Int, _ cue: ReportingCue, _ reading: DirectReader.Reading)
        -> Clause?
    {
        if cue.kind == .according { return sourced(cue) }
        // 他告诉记者说: the second verb goes on with the first.
        if !frame.hasSpaces, cue.classes.has(.address), order + 1 < cues.count,
            cues[order + 1].subject == cue.subject,
            frame.tokens[cue.index..<cues[order + 1].index].allSatisfy({ $0.kind != .comma })
        {
            return nil
        }
        // What is cited is told by the next verb: "as saying".
        if let subject = cue.subject, cue.teller != nil, subject.lowerBound > cue.index {
            return nil
        }
        if let range = preceding(cue) { return Clause(cue: cue, range: range) }
        if let range = parenthetical(cue) { return Clause(cue: cue, range: range) }
        let infinitive = infinitive(cue)
        if let start = infinitive ?? contentStart(cue) {
            let range = start..<contentEnd(start, order, reading)
            return isClause(range)
                ? Clause(cue: cue, range: range, isInfinitive: infinitive != nil) : nil
        }
        return trailing(cue, reading).map { Clause(cue: cue, range: $0) }
    }

    /// The first token of the reported clause after a verb.
    private func contentStart(_ cue: ReportingCue) -> Int? {
        guard cue.classes.has([.speech, .clause, .address]) else { return nil }
        let first = max(cue.index + 1, cue.isInverted ? cue.extent.upperBound : 0)
        if let start = afterComplementizer(first, cue) {
            return frame.takesBareClause && frame.knowsPredicates
                ? earlier(than: start, first, cue) ?? start : start
        }
        if frame.takesClauseAfterComma, cue.classes.has([.speech, .clause]),
            let start = afterComma(first, cue)
        {
            return start
        }
        return frame.takesBareClause ? bare(first, cue) : nil
    }

    /// "said the town has the right that it values": the clause begins before a "that" inside it.
    private func earlier(than start: Int, _ first: Int, _ cue: ReportingCue) -> Int? {
        guard let bare = bare(first, cue), bare + 1 < start - 1,
            frame.tokens[bare + 1..<start - 1].contains(where: { $0.has(.predicate) })
        else { return nil }
        return bare
    }

    private func afterComplementizer(_ first: Int, _ cue: ReportingCue) -> Int? {
        var index = first
        let limit = min(frame.count, first + 16)
        while index < limit {
            let token = frame.tokens[index]
            switch token.kind {
            case .quotation: if !isName(index) { return nil }
            case .colon, .semicolon, .terminator: return nil
            default: break
            }
            if token.has(.conjunction), frame.has(index + 1, .predicate) { return nil }
            if token.has(.complementizer), isComplementizer(index, first, cue) {
                // A question word belongs to the clause.
                return token.has(.question) ? index : index + 1
            }
            if index > first, token.has(.verb), !token.has(.noun),
                let other = cues.at(index), other.subject != nil,
                other.subject != cue.subject || other.classes.has(.speech)
            {
                return nil
            }
            index += 1
        }
        return nil
    }

    /// "that" after a noun begins a relative clause or is a determiner; right after the verb or an addressee it does not.
    private func isComplementizer(_ index: Int, _ first: Int, _ cue: ReportingCue) -> Bool {
        let token = frame.tokens[index]
        if index == first || frame.kind(index - 1) == .comma || frame.kind(index - 1) == .mark {
            return true
        }
        // What a verb of thinking has before "that" is its object: "find jobs that pay".
        let isObject = frame.knowsPredicates && cue.classes.isDisjoint(with: [.speech, .address])
        if token.has(.relative), !token.has(.determiner) || isObject {
            return isAdverbial(first..<index)
        }
        return index - first <= 12
    }

    /// Nothing but words of time, and phrases of place or address: "a affirmé lundi à Paris que".
    private func isAdverbial(_ range: Range<Int>) -> Bool {
        var isGoverned = false
        for index in range {
            let token = frame.tokens[index]
            if token.has(.preposition) {
                isGoverned = true
            } else if !isGoverned, !frame.isFiller(index), !token.has(.oblique),
                !(token.has(.determiner) && frame.has(index + 1, .temporal))
            {
                return false
            }
        }
        return true
    }

    private func afterComma(_ first: Int, _ cue: ReportingCue) -> Int? {
        var index = first
        let limit = min(frame.count, first + 10)
        while index < limit {
            let token = frame.tokens[index]
            if token.kind == .comma {
                guard index + 1 < frame.count else { return nil }
                let next = frame.tokens[index + 1]
                if next.kind == .mark { index += 1; continue }
                guard next.isWordLike || next.kind == .quotation else { return nil }
                if next.has([.relative, .conjunction]), !next.has(.determiner) { return nil }
                return cue.classes.has(.speech) || isInMood(index + 1) ? index + 1 : nil
            }
            if [.quotation, .colon, .semicolon, .terminator].contains(token.kind) { return nil }
            index += 1
        }
        return nil
    }

    /// A verb of thinking takes a clause without a conjunction only in the mood of reports, where there is one.
    private func isInMood(_ start: Int) -> Bool {
        !frame.hasReportiveMood
            || frame.tokens[start...].prefix(12).contains { $0.has(.reportive) }
    }

    /// "said he came", "told reporters the talks failed".
    private func bare(_ first: Int, _ cue: ReportingCue) -> Int? {
        guard !cue.isInverted, cue.classes.has([.speech, .clause]) else { return nil }
        var index = first
        while index < frame.count, frame.isFiller(index),
            !frame.has(index, .auxiliary) || frame.has(index, .temporal)
        { index += 1 }
        if frame.has(index, .infinitiveMarker), !cue.classes.has(.address) { return nil }
        if cue.classes.has(.address) || frame.has(index, .preposition) {
            index = skipPhrase(index)
        }
        while index < frame.count, frame.isFiller(index),
            frame.has(index, .temporal) || frame.kind(index) == .mark
        { index += 1 }
        guard index < frame.count, frame.tokens[index].isWordLike else { return nil }
        let token = frame.tokens[index]
        if token.has([.preposition, .boundary, .conjunction, .relative]), !token.isCapitalised,
            !token.has(.determiner)
        {
            return nil
        }
        if index == first, token.has(.auxiliary) { return nil }
        guard isPredicated(index) else { return nil }
        if index == first, cue.classes.has(.address), isAddressee(first) { return nil }
        return index
    }

    /// What follows without a conjunction is a clause where a pronoun begins it or a finite verb stands in it.
    private func isPredicated(_ start: Int) -> Bool {
        guard frame.knowsPredicates else { return true }
        let head = frame.tokens[start]
        if head.has(.pronoun), !head.has([.complementizer, .relative, .determiner]) { return true }
        // "it’s", "they’ll"
        if head.has(.predicate), !head.has(.auxiliary) { return true }
        for token in frame.tokens[start...].prefix(40) {
            if token.kind == .semicolon || token.kind == .colon { return false }
            if token.has(.predicate), token.start > head.start { return true }
        }
        return false
    }

    /// "promised to stay", "warned the firms to wait": where the infinitive begins.
    private func infinitive(_ cue: ReportingCue) -> Int? {
        guard cue.classes.has(.infinitive), cue.classes.has([.speech, .address, .object]),
            !cue.isInverted
        else { return nil }
        // "called for a repeal": what is asked for is the object.
        if cue.classes.has(.object) { return cue.index + 1 }
        for index in cue.index + 1..<min(frame.count, cue.index + 10) {
            let token = frame.tokens[index]
            guard token.isWordLike, !token.has(.complementizer) else { return nil }
            if token.has(.infinitiveMarker) { return index }
            if token.has(.predicate), !token.isCapitalised { return nil }
            if index > cue.index + 1, token.has(.verb), !token.has(.noun) { return nil }
        }
        return nil
    }

    /// "warned the firms against it": what follows the verb is spoken to, and no clause comes.
    private func isAddressee(_ first: Int) -> Bool {
        guard let phrase = frame.subject(after: first - 1, mayBeBare: true) else { return false }
        return frame.has(phrase.upperBound, .preposition)
    }

    /// Passes over an addressee or a phrase of place: "reporters on Monday", "the radio in an interview".
    private func skipPhrase(_ first: Int) -> Int {
        var index = first
        let limit = min(frame.count, first + 10)
        while index < limit {
            let token = frame.tokens[index]
            guard token.isWordLike, !token.has(.verb) || token.has(.noun) || token.isCapitalised
            else { return first }
            if index > first, startsClause(index) { return index }
            index += 1
        }
        return first
    }

    private func startsClause(_ index: Int) -> Bool {
        let token = frame.tokens[index]
        let previous = frame.tokens[index - 1]
        if previous.has([.preposition, .determiner, .linker, .conjunction]) {
            return previous.has(.temporal)
        }
        if previous.has(.temporal), !token.has([.preposition, .temporal, .boundary]) {
            return true
        }
        if token.has(.pronoun), !token.has([.complementizer, .relative, .determiner]) {
            return true
        }
        return token.has(.determiner) || token.isCapitalised && !previous.isCapitalised
    }

    private func contentEnd(_ start: Int, _ order: Int, _ reading: DirectReader.Reading) -> Int {
        var end = frame.count
        for cue in cues[(order + 1)...].prefix(48) where cue.index >= start {
            if let cut = cut(before: cue, start) { end = min(end, cut); break }
        }
        for index in start..<end {
            let token = frame.tokens[index]
            if token.kind == .semicolon { return index }
            if token.kind == .comma, frame.kind(index + 1) == .mark, isLast(index + 1) {
                return index
            }
            if token.kind == .quotation, reading.direct.contains(index), index > start {
                return index
            }
        }
        return end
    }

    /// Where a further cue ends the clause before it: ", adding that", ", and the mayor said", ", Keller said."
    private func cut(before cue: ReportingCue, _ start: Int) -> Int? {
        var first = cue.extent.lowerBound
        if cue.subject.map({ $0.lowerBound < start }) ?? true { first = cue.index }
        guard first > start else { return nil }
        var index = first - 1
        while index > start, frame.has(index, [.conjunction]) || frame.isFiller(index) {
            index -= 1
        }
        if frame.kind(index) == .comma {
            // ", responding to pressure, who …" tells nothing by itself.
            let isIdle =
                frame.knowsPredicates && first == cue.index && frame.has(first + 1, .preposition)
                && !frame.has(first + 1, .complementizer)
            return isIdle ? nil : index
        }
        // "… and added that …"
        if first == cue.index, frame.has(first - 1, .conjunction), cue.classes.has(.speech),
            frame.has(first + 1, WordClasses.pronoun.union([.complementizer, .determiner]))
        {
            return index + 1
        }
        // "… and the mayor said that …"
        return frame.has(first - 1, .conjunction) && cue.classes.has(.speech)
            && cue.subject?.lowerBound == first && index + 1 < first
            && frame.has(cue.index + 1, .complementizer) ? index + 1 : nil
    }

    private func isLast(_ index: Int) -> Bool {
        frame.tokens[(index + 1)...].allSatisfy { [.terminator, .other, .close].contains($0.kind) }
    }

    /// A clause that a particle or an ending closes before its verb: 「橋は無事だと」, "köprünün açılacağını".
    private func preceding(_ cue: ReportingCue) -> Range<Int>? {
        guard frame.hasQuoteMarkers, cue.classes.has([.speech, .clause]), let subject = cue.subject
        else { return nil }
        var marker = cue.index - 1
        while marker > 0, frame.isFiller(marker), !frame.has(marker, .quoteMarker) { marker -= 1 }
        if subject.upperBound == cue.index { marker = subject.lowerBound - 1 }
        while marker > 0, frame.kind(marker) == .comma { marker -= 1 }
        guard marker > 0, frame.has(marker, .quoteMarker), frame.kind(marker - 1) != .quotation
        else { return nil }
        // A particle of its own is no part of the clause; an ending cannot be cut off.
        let end = frame.tokens[marker].number >= 0 ? marker : marker + 1
        var start = subject.upperBound <= marker ? subject.upperBound : 0
        // A longer clause than this is none, and would be read again for each verb.
        guard end - start <= 160 else { return nil }
        while start < end,
            !frame.tokens[start].isWordLike && frame.kind(start) != .quotation
                || frame.has(start, .subjectMarker) && frame.tokens[start].particle == 0
                || frame.isFiller(start)
        { start += 1 }
        start = afterDate(start, end)
        return start < end && isClause(start..<end) ? start..<end : nil
    }

    /// 「政府は31日、支援を…」: a date behind the subject is no part of what was said.
    private func afterDate(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, index - start < 8, frame.tokens[index].isWordLike { index += 1 }
        guard frame.kind(index) == .comma, index > start,
            frame.tokens[start..<index].contains(where: { $0.kind == .number || $0.has(.temporal) })
        else { return start }
        return index + 1
    }

    /// "As Keller said, the dam holds.", "Как сообщил мэр, …": the frame after what it is told by.
    private func parenthetical(_ cue: ReportingCue) -> Range<Int>? {
        guard !frame.takesClauseAfterComma, !frame.takesBareClause, cue.classes.has(.speech),
            cue.index < 16, frame.has(0, .question), cue.index <= 3 || cue.extent.lowerBound <= 3
        else { return nil }
        var comma = cue.extent.upperBound
        while comma < frame.count, frame.tokens[comma].isWordLike || frame.kind(comma) == .mark {
            comma += 1
        }
        guard frame.kind(comma) == .comma, isClause(comma + 1..<frame.count) else { return nil }
        return comma + 1..<frame.count
    }

    /// What goes on behind an insertion: "But to be safe, she said, the town should wait."
    private func rest(after cue: ReportingCue, _ reading: DirectReader.Reading) -> Range<Int>? {
        let start = cue.extent.upperBound + 1
        guard cue.kind == .verb, frame.kind(start - 1) == .comma, start < frame.count,
            !frame.has(start, [.conjunction, .relative, .verb, .preposition, .complementizer])
        else { return nil }
        var end = start
        while end < frame.count, frame.kind(end) != .semicolon, !reading.direct.contains(end),
            cues.at(end)?.subject == nil
        { end += 1 }
        guard end == frame.count, isClause(start..<end), end - start >= 4,
            hasPredicate(start..<end)
        else { return nil }
        return start..<end
    }

    /// "…, Keller said": the clause before a cue that ends its frame.
    private func trailing(_ cue: ReportingCue, _ reading: DirectReader.Reading) -> Range<Int>? {
        guard cue.classes.has([.speech, .clause]), !isNested else { return nil }
        let first = cue.extent.lowerBound
        var comma = first - 1
        while comma > 0, frame.isFiller(comma) { comma -= 1 }
        guard comma > 2, frame.kind(comma) == .comma else { return nil }
        var start = comma
        // A longer sentence than this is none.
        guard comma < 400 else { return nil }
        while start > 0, ![.quotation, .semicolon, .colon].contains(frame.tokens[start - 1].kind) {
            start -= 1
        }
        let isBehindQuotation = frame.kind(start - 1) == .quotation
        guard start == 0 || frame.kind(start - 1) == .semicolon || isBehindQuotation else {
            return nil
        }
        if isBehindQuotation { start = 0 }
        while start < comma, [.dash, .other, .comma].contains(frame.tokens[start].kind) {
            start += 1
        }
        guard start < comma, isClause(start..<comma),
            hasPredicate(start..<comma) || rest(after: cue, reading) != nil
        else { return nil }
        return start..<comma
    }

    /// A finite verb stands in it, as far as the locale data tells.
    private func hasPredicate(_ range: Range<Int>) -> Bool {
        !frame.knowsPredicates
            || range.contains { frame.has($0, .predicate) || frame.kind($0) == .quotation }
    }

    /// The clause that an "according to" phrase belongs to.
    private func sourced(_ cue: ReportingCue) -> Clause? {
        let extent = cue.extent
        var range: Range<Int>
        if frame.tokens[..<extent.lowerBound].allSatisfy({ !$0.isWordLike && $0.kind != .quotation }
        ) {
            var start = extent.upperBound
            while start < frame.count, frame.kind(start) != .quotation,
                !frame.tokens[start].isWordLike
                    || !frame.hasSpaces && frame.has(start, [.speech, .accordingAfter])
            { start += 1 }
            range = start..<frame.count
        } else {
            var end = extent.lowerBound
            while end > 0, !frame.tokens[end - 1].isWordLike, frame.kind(end - 1) != .quotation {
                end -= 1
            }
            range = 0..<end
        }
        guard isClause(range) else { return nil }
        return Clause(cue: cue, range: range)
    }

    private func isClause(_ range: Range<Int>) -> Bool {
        let count = range.reduce(0) {
            let token = frame.tokens[$1]
            return $0 + (token.kind == .quotation ? 3 : token.isWordLike ? 1 : 0)
        }
        return count >= (frame.hasSpaces ? 2 : 3)
    }
}
