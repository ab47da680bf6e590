internal import TextCore

/// Finds what reports speech in a frame, and the subject of each.
struct CueFinder {
    let frame: Frame
    let lexicon: QuoteLexicon

    func cues() -> [ReportingCue] {
        var cues: [ReportingCue] = []
        for index in frame.tokens.indices {
            let token = frame.tokens[index]
            guard token.kind == .word else { continue }
            if token.has([.according, .accordingAfter]), let cue = according(index) {
                // 援引部长的话说: the words after the name belong to the verb before it.
                if let last = cues.last, last.classes.has(.cite), last.teller != nil,
                    last.subject == cue.subject
                {
                    continue
                }
                cues.append(cue)
            } else if let (classes, end) = verb(index) {
                cues.append(report(index, classes, end, cues))
            } else if let cue = noun(index) {
                cues.append(cue)
            }
        }
        return cues
    }

    // MARK: verbs

    /// The classes of a verb and the end of its last part; `nil` where the word is none here.
    private func verb(_ index: Int) -> (WordClasses, Int)? {
        let token = frame.tokens[index]
        var classes = token.classes.intersection(.verb)
        if token.number >= 0, let parts = lexicon.separable[token.number],
            let part = secondPart(index, parts)
        {
            classes.formUnion(part)
        }
        guard !classes.isEmpty, !isNoun(index), !opens(index) else { return nil }
        return (classes, index)
    }

    /// "so heißt", "so lautet": what reports a quotation by itself has no verb of its own.
    private func opens(_ index: Int) -> Bool {
        frame.takesClauseAfterComma && !frame.takesBareClause && frame.has(index + 1, .verb)
            && !frame.has(index + 1, .noun)
    }

    private func isNoun(_ index: Int) -> Bool {
        let token = frame.tokens[index]
        if token.isCapitalised, index > 0, frame.kind(index - 1) != .quotation,
            frame.tokens[index - 1].isWordLike
        {
            return true
        }
        guard index > 0, frame.tokens[index - 1].kind == .word, !token.isUncased else {
            return false
        }
        let previous = frame.tokens[index - 1]
        if previous.has(.auxiliary) { return false }
        if previous.has(.preposition) {
            // "to admit that", "by announcing that"
            return token.has(.noun) || !frame.has(index + 1, .complementizer)
        }
        return previous.has(.determiner) && !previous.has(.pronoun)
    }

    /// The second part of "stellte … fest" stands before the next mark of punctuation, within one clause.
    private func secondPart(_ index: Int, _ parts: [QuoteLexicon.Phrase]) -> WordClasses? {
        var next = index + 1
        let limit = min(frame.count, index + 25)
        while next < limit {
            let token = frame.tokens[next]
            if token.kind == .word, token.number >= 0,
                let part = parts.first(where: { $0.rest[0] == token.number }),
                next + 1 == frame.count || !frame.tokens[next + 1].isWordLike
            {
                return part.classes
            }
            if [.colon, .semicolon].contains(token.kind) { return nil }
            next += 1
        }
        return nil
    }

    /// "the mayor’s claim that …", "her promise that …": a noun of saying with its owner and a clause.
    private func noun(_ index: Int) -> ReportingCue? {
        guard frame.has(index, .noun), frame.has(index + 1, .complementizer),
            !frame.has(index + 1, .question) || frame.has(index + 1, .determiner)
        else { return nil }
        var owner = index - 1
        while owner > 0, index - owner < 4, frame.kind(owner) == .word,
            !frame.has(owner, .possessive), !frame.has(owner, [.preposition, .verb])
        { owner -= 1 }
        guard frame.has(owner, .possessive) else { return nil }
        let subject =
            frame.has(owner, .determiner)
            ? owner..<owner + 1 : frame.subject(before: owner + 1) ?? owner..<owner + 1
        return ReportingCue(
            kind: .verb, index: index, span: frame.tokens[index].span, classes: .speech,
            subject: subject)
    }

    private func report(
        _ index: Int, _ classes: WordClasses, _ end: Int, _ earlier: [ReportingCue]
    ) -> ReportingCue {
        var cue = ReportingCue(
            kind: .verb, index: index, span: frame.tokens[index].span, classes: classes)
        if classes.has(.impersonal) {
            cue.subject = place(of: index)
            return cue
        }
        if let helper = frame.helper(of: index) {
            if ask(helper, &cue) { return cue }
        }
        if isConjoined(index), let subject = near(index) ?? shared(index, earlier) {
            cue.subject = subject
            cite(&cue)
            return cue
        }
        if let last = earlier.last, !frame.hasSpaces, last.classes.has(.address),
            let subject = last.subject, subject.upperBound <= last.index,
            frame.tokens[last.index..<index].allSatisfy({ $0.kind == .word || $0.kind == .other })
        {
            // 他告诉记者说：…
            cue.subject = subject
            return cue
        }
        let follows = frame.followsQuotation(index)
        if follows || index == 0 {
            if let subject = frame.subject(
                after: index, mayBeBare: follows && !frame.hasQuoteMarkers),
                isPlausible(subject, index, follows)
            {
                cue.subject = subject
                cue.isInverted = true
            }
        }
        if cue.subject == nil, frame.closesClause(index - 1) {
            cue.subject = front(before: index)
        }
        if cue.subject == nil { cue.subject = beforeAdverbial(index) }
        if cue.subject == nil { cue.subject = frame.subject(before: index) }
        if cue.subject == nil, let subject = frame.subject(after: index, mayBeBare: false),
            isPlausible(subject, index, false)
        {
            cue.subject = subject
            cue.isInverted = true
        }
        if cue.subject == nil, follows { cue.subject = beforeQuotation(index) }
        if cue.subject == nil, let teller = earlier.last, teller.teller != nil {
            cue.subject = teller.subject
            cue.teller = teller.teller
        }
        if cue.subject == nil { cue.subject = house(before: index) }
        if cue.subject == nil { cue.subject = shared(index, earlier) }
        preferInverted(&cue)
        cite(&cue)
        return cue
    }

    /// "X declined and called it “…”": the verb goes on with the subject of the one before.
    private func isConjoined(_ index: Int) -> Bool {
        var before = index - 1
        while before > 0, frame.isFiller(before), !frame.has(before, .conjunction) { before -= 1 }
        return before > 0 && frame.has(before, .conjunction) && frame.kind(before - 1) != .quotation
    }

    /// "I laughed and said": the pronoun of the verb before.
    private func near(_ index: Int) -> Range<Int>? {
        var before = index - 1
        while before >= 0, frame.tokens[before].isWordLike, index - before < 10 {
            let token = frame.tokens[before]
            if token.has(.pronoun),
                !token.has([.determiner, .relative, .complementizer, .oblique]),
                before == 0 || !frame.has(before - 1, .preposition)
            {
                return before..<before + 1
            }
            if token.has(.verb) { return nil }
            before -= 1
        }
        return nil
    }

    /// "In dem Brief heißt es", "говорится в заявлении": what no person says stands in a source.
    private func place(of index: Int) -> Range<Int>? {
        var next = index + 1
        while frame.isFiller(next), !frame.has(next, .preposition) { next += 1 }
        if frame.has(next, .preposition), let source = frame.source(after: next) { return source }
        guard index < 80 else { return nil }
        var first = 0
        while first < index, !frame.tokens[first].isWordLike, frame.kind(first) != .quotation {
            first += 1
        }
        var end = first
        while end < index, frame.tokens[end].isWordLike { end += 1 }
        // "Bakanlıktan yapılan açıklamada, “…” denildi"
        if end > first, end < index, frame.has(end - 1, .noun), frame.followsQuotation(index) {
            return first..<end
        }
        guard first < index, end == index else { return nil }
        // Where the preposition is written together with its noun, the noun itself stands first.
        if frame.has(first, .noun) { return first..<index }
        return first + 1 < index && frame.has(first, .preposition) ? first + 1..<index : nil
    }

    /// The noun phrase that begins a frame whose verb stands last: "Bakan, köprünün açılacağını söyledi".
    private func front(before index: Int) -> Range<Int>? {
        guard index < 80,
            !frame.tokens[..<index].contains(where: { $0.has(.subjectMarker) })
        else {
            return nil
        }
        var first = 0
        while first < index, !frame.tokens[first].isWordLike || frame.isFiller(first) { first += 1 }
        guard first + 1 < index, frame.kind(first) == .word else { return nil }
        if frame.has(first, .pronoun) { return first..<first + 1 }
        return leading(from: first, before: index)
    }

    /// 部长接受采访时指出: a phrase of time or place stands between the verb and the subject, which begins the clause.
    private func beforeAdverbial(_ index: Int) -> Range<Int>? {
        var last = index - 1
        while frame.isFiller(last), !frame.has(last, .adverbialEnd) { last -= 1 }
        guard last > 0, frame.has(last, .adverbialEnd) else { return nil }
        var first = last
        while first > 0, last - first < 60, frame.tokens[first - 1].isWordLike { first -= 1 }
        while first < last, frame.isFiller(first) { first += 1 }
        let head = frame.tokens[first]
        guard first < last, !head.has(.verb),
            !head.has([.preposition, .boundary, .adverbial, .complementizer, .conjunction])
                || head.has(.determiner)
        else { return nil }
        if head.has(.pronoun), !head.has(.determiner), !frame.has(first + 1, .linker) {
            return first..<first + 1
        }
        return leading(from: first, before: last)
    }

    /// "В ведомстве заявили": a verb without a subject whose frame begins with the place where it is said.
    private func house(before index: Int) -> Range<Int>? {
        guard frame.has(0, .preposition), index >= 2, index < 8,
            frame.tokens[..<index].allSatisfy({ $0.isWordLike }), frame.has(1, .body)
        else { return nil }
        return 1..<index
    }

    /// Takes the subject of the finite verb that stands apart: "Keller hat die Pläne … genannt". A passive has its
    /// agent instead.
    ///
    /// - Returns: whether the subject is settled, even if there is none.
    private func ask(_ helper: Int, _ cue: inout ReportingCue) -> Bool {
        let own =
            frame.subject(before: helper) ?? frame.subject(after: helper, mayBeBare: false)
        if frame.has(helper, .passive) {
            let agent = frame.agent(helper + 1..<cue.index)
            cue.subject = cue.classes.has(.cite) ? own : agent
            cue.teller = cue.classes.has(.cite) ? agent : nil
            return true
        }
        cue.subject = own.flatMap { $0.upperBound <= cue.index ? $0 : nil }
        return cue.subject != nil
    }

    /// "Der Zeitung sagte Anna Keller: “…”": where a verb may stand second, a name right before the quotation speaks.
    private func preferInverted(_ cue: inout ReportingCue) {
        guard frame.takesClauseAfterComma, !frame.takesBareClause, !cue.isInverted,
            !cue.classes.has([.address, .cite]), let left = cue.subject,
            left.upperBound <= cue.index,
            let right = frame.subject(after: cue.index, mayBeBare: false),
            isSubjectOnly(right) || introduces(right.upperBound) && !cue.classes.has(.object)
                || isSaying(left),
            frame.tokens[right].allSatisfy({ $0.isCapitalised || $0.has(.linker) })
                || frame.tokens[right.lowerBound].has(.pronoun)
        else { return }
        cue.subject = right
        cue.isInverted = true
    }

    /// "Die Äußerungen des Ministers bezeichnete Keller als „…“": what was said does not speak.
    private func isSaying(_ range: Range<Int>) -> Bool {
        range.first { frame.tokens[$0].isCapitalised && !frame.has($0, .determiner) }
            .map { frame.has($0, .noun) && !frame.has($0, WordClasses.anyRole.union(.body)) }
            ?? false
    }

    /// A pronoun that is no object.
    private func isSubjectOnly(_ range: Range<Int>) -> Bool {
        range.count == 1 && frame.has(range.lowerBound, .masculine)
            && !frame.has(range.lowerBound, .oblique)
    }

    /// A colon or a quotation follows, but for adverbs.
    private func introduces(_ index: Int) -> Bool {
        var next = index
        while frame.isFiller(next) { next += 1 }
        return [.colon, .quotation].contains(frame.kind(next))
    }

    /// "X quoted Y as saying …", "X zitiert Y mit den Worten: …": Y speaks and X tells.
    private func cite(_ cue: inout ReportingCue) {
        if cue.isInverted, cue.classes.has(.cite), let teller = cue.subject,
            frame.has(teller.upperBound, .agent),
            let source = frame.subject(
                after: teller.upperBound, mayBeBare: true, isGoverned: true)
        {
            // "ونقلت الوكالة عن الوزير قوله"
            let last = source.last { !frame.has($0, .noun) } ?? source.lowerBound
            cue.subject = source.lowerBound..<last + 1
            cue.teller = teller
            return
        }
        guard !cue.isInverted, let teller = cue.subject, teller.upperBound <= cue.index,
            let object = frame.subject(
                after: cue.index, mayBeBare: false, isGoverned: cue.classes.has(.cite))
        else { return }
        let next = object.upperBound
        let saysAs =
            frame.has(next, [.boundary, .preposition])
            && frame.has(next + 1, .speech) && frame.kind(next + 1) == .word
        guard cue.classes.has(.cite) || saysAs else { return }
        cue.subject = object
        cue.teller = teller
    }

    /// The verb stands last: "Bakan “…” dedi", 「…」.
    private func beforeQuotation(_ index: Int) -> Range<Int>? {
        var before = index - 1
        while before > 0, frame.kind(before) != .quotation { before -= 1 }
        while before > 0,
            [.comma, .colon, .quotation].contains(frame.kind(before))
                || frame.has(before, .quoteMarker)
        { before -= 1 }
        return before >= 0 ? frame.subject(before: before + 1) : nil
    }

    /// After a subject that follows its verb comes a mark, a clause or a phrase, not a further noun.
    private func isPlausible(_ subject: Range<Int>, _ verb: Int, _ follows: Bool) -> Bool {
        if follows { return true }
        guard subject.upperBound < frame.count else { return true }
        let next = frame.tokens[subject.upperBound]
        switch next.kind {
        case .comma, .colon, .quotation, .dash, .terminator, .open, .mark, .semicolon: return true
        default:
            // Where a noun phrase may hold prepositions, one after it tells nothing.
            let isClear: WordClasses = [.complementizer, .temporal, .adverb]
            return next.has(isClear)
                || !frame.takesBareClause
                    && next.has([.preposition, .boundary, .linker, .determiner])
        }
    }

    /// "X went home and said", "X spoke, saying": the subject of the clause before.
    private func shared(_ index: Int, _ earlier: [ReportingCue]) -> Range<Int>? {
        let usable = earlier.suffix(16).filter { $0.kind == .verb && $0.subject != nil }.suffix(4)
        // A subject that begins a clause of its own speaks on, not one inside what it said.
        let main = usable.last { cue in
            guard let first = cue.subject?.lowerBound else { return false }
            return first == 0 || !frame.tokens[first - 1].isWordLike
                || frame.has(first - 1, .conjunction)
        }
        if let last = main ?? usable.last, index - last.index < 30 { return last.subject }
        var first = 0
        while first < index, !frame.tokens[first].isWordLike { first += 1 }
        guard first < index else { return nil }
        let head = frame.tokens[first]
        if head.has(.pronoun), !head.has([.complementizer, .determiner]) {
            return first..<first + 1
        }
        guard head.isCapitalised || head.has(.determiner) || head.isUncased,
            !head.has([.preposition, .complementizer, .conjunction, .auxiliary, .adverb])
                || head.has(.determiner)
        else { return nil }
        return leading(from: first, before: index)
    }

    /// The noun phrase at the front of a frame.
    private func leading(from first: Int, before limit: Int) -> Range<Int>? {
        var last = first
        // Where no spaces stand and no particles end a phrase, a name follows its role.
        let namesFollow = !frame.hasSpaces && !frame.hasQuoteMarkers
        while last + 1 < limit, last - first < (namesFollow ? 24 : 12) {
            let token = frame.tokens[last + 1]
            guard token.isWordLike,
                !token.has([
                    .auxiliary, .boundary, .preposition, .complementizer, .pronoun, .temporal,
                ]) || token.has(.linker)
            else { break }
            if token.has(.verb) { break }
            // After a name or a role comes its verb.
            let current = frame.tokens[last]
            if current.isCapitalised, !token.isCapitalised, last > first, !current.has(.determiner),
                !token.has(.linker)
            {
                break
            }
            if !namesFollow, current.has(WordClasses.anyRole.union(.body)), !token.isCapitalised,
                !token.has(WordClasses.anyRole.union(.linker))
            {
                break
            }
            last += 1
        }
        return first..<last + 1
    }

    // MARK: according to

    private func according(_ index: Int) -> ReportingCue? {
        let token = frame.tokens[index]
        var cue = ReportingCue(
            kind: .according, index: index, span: token.span,
            classes: token.classes.intersection([.according, .accordingAfter]))
        if token.has(.according), let source = frame.source(after: index) {
            cue.subject = source
            cue.isInverted = true
            return cue
        }
        if token.has(.accordingAfter), index > 0,
            index + 1 == frame.count || !frame.tokens[index + 1].isUncased || !frame.hasSpaces
                || frame.hasQuoteMarkers,
            let source = frame.source(before: index)
        {
            cue.subject = source
            return cue
        }
        return nil
    }
}

extension Frame {
    /// The source before "zufolge": it begins with the nearest determiner, where the language has them.
    func source(before index: Int) -> Range<Int>? {
        guard let phrase = subject(before: index) else { return nil }
        guard hasCapitalNouns else { return phrase }
        let start = phrase.last { tokens[$0].has(.determiner) && tokens[$0].has(.oblique) }
        return (start ?? phrase.upperBound - 1)..<phrase.upperBound
    }

    /// The source after "according to": a noun phrase that may hold prepositions.
    func source(after index: Int) -> Range<Int>? {
        let first = index + 1
        guard first < count, tokens[first].isWordLike else { return nil }
        if tokens[first].has([.complementizer, .conjunction, .verb, .auxiliary]),
            !tokens[first].has([.determiner, .noun]), !tokens[first].isCapitalised
        {
            return nil
        }
        var last = first
        while last + 1 < count, last - first < 16 {
            let token = tokens[last + 1]
            guard token.isWordLike,
                !token.has([.complementizer, .auxiliary, .temporal]) || token.isCapitalised
            else { break }
            if token.has(.boundary), !token.has([.preposition, .linker]) { break }
            if !hasSpaces, token.has([.speech, .accordingAfter]) { break }
            if !hasSpaces, token.has(.linker), last + 2 < count, tokens[last + 2].has(.noun) {
                break
            }
            if token.has(.conjunction),
                !(tokens[last].isNameLike && last + 2 < count && tokens[last + 2].isNameLike)
            {
                break
            }
            last += 1
        }
        while last > first, tokens[last].has([.preposition, .linker]), !tokens[last].isCapitalised {
            last -= 1
        }
        return first..<last + 1
    }
}
