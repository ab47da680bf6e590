/// Who stands before or after a verb. A noun phrase is found by its edges: the words that cannot be part of one.
extension Frame {
    /// The longest speaker that is looked for, in tokens; in scripts without spaces a token may be one character.
    private var longest: Int { hasSpaces ? 24 : 40 }

    /// The noun phrase that ends before a verb.
    func subject(before verb: Int, depth: Int = 0) -> Range<Int>? {
        if depth == 0, let marked = marked(before: verb) { return marked }
        var last = verb - 1
        while last >= 0, isFiller(last) || tokens[last].has(.adverbial) && last < verb - 1 {
            last -= 1
        }
        guard last >= 0 else { return nil }
        if isSubjectPronoun(last) { return last..<last + 1 }
        if let head = beforeApposition(last) { return head }
        guard isNominal(last) else { return nil }
        var first = last
        while first > 0, last - first < longest {
            // 霍普（Hope）女士: a title behind another form of the name.
            if !hasSpaces, kind(first - 1) == .close, let open = bracket(closedAt: first - 1) {
                first = open
                continue
            }
            guard continuesLeft(first - 1, first) else { break }
            first -= 1
            // A phrase of place or address stands between the subject and its verb, or an object that has its own
            // determiner where the verb stands last.
            let isOther =
                tokens[first].has(.adverbial) || hasQuoteMarkers && tokens[first].has(.determiner)
            if isOther, first > 0, tokens[first - 1].isWordLike, depth < 4,
                let head = subject(before: first, depth: depth + 1)
            {
                return head
            }
        }
        guard let phrase = trimmed(first..<last + 1), !isPredicative(phrase) else { return nil }
        // An object stands between the subject and its verb: "weil sie den Rat aufforderte".
        if isOblique(phrase) {
            return phrase.lowerBound > 0 && depth < 3
                ? subject(before: phrase.lowerBound, depth: depth + 1) : nil
        }
        return cut(phrase)
    }

    /// "Als Begründung sagte …": a bare noun behind a conjunction is no subject.
    private func isPredicative(_ phrase: Range<Int>) -> Bool {
        let first = phrase.lowerBound
        guard hasCapitalNouns, first > 0 else { return false }
        // "Zur Lage und seiner Aufgabe wird …": it goes on with what a preposition governs.
        if tokens[first - 1].has(.conjunction), tokens[0].has(.preposition),
            tokens[..<first].allSatisfy(\.isWordLike)
        {
            return true
        }
        return first == 1 && tokens[0].has(.boundary) && !tokens[1].has(.determiner)
            && !tokens[0].has([.temporal, .conjunction, .adverb, .auxiliary])
    }

    /// An object whose determiner stands further off: "Den noch wartenden Gästen".
    private func isOblique(_ phrase: Range<Int>) -> Bool {
        if tokens[phrase.lowerBound].has(.oblique) { return true }
        var index = phrase.lowerBound - 1
        while hasCapitalNouns, index > 0, isFiller(index), !tokens[index].has(.oblique) {
            index -= 1
        }
        return hasCapitalNouns && index >= 0 && index < phrase.lowerBound - 1
            && tokens[index].has(.oblique) && tokens[index].has(.determiner)
    }

    /// "Keller aufgrund der Lage mit Einnahmen": phrases of the verb behind the subject.
    private func cut(_ phrase: Range<Int>) -> Range<Int> {
        guard hasCapitalNouns,
            let end = phrase.dropFirst().first(where: {
                tokens[$0].has(.preposition) && !tokens[$0].has(.linker)
            })
        else { return phrase }
        return phrase.lowerBound..<end
    }

    /// The noun phrase that a particle marks as a subject: the first of the clause, or the one behind the particle that
    /// closes what is quoted.
    private func marked(before verb: Int) -> Range<Int>? {
        var index = verb - 1
        var found: Int?
        let limit = max(0, verb - 2 * longest)
        while index >= limit {
            let token = tokens[index]
            if token.kind == .quotation || token.kind == .colon || token.kind == .semicolon {
                break
            }
            if found != nil, token.has([.quoteMarker, .complementizer]) { break }
            if token.has(.subjectMarker), token.particle > 0 || index > 0 { found = index }
            index -= 1
        }
        guard let marker = found else { return nil }
        var last = tokens[marker].particle > 0 ? marker : marker - 1
        // An age or another name in brackets is no part of the mention.
        if kind(last) == .close, let open = bracket(closedAt: last), open > 0 { last = open - 1 }
        guard last >= 0, tokens[last].isWordLike, tokens[last].has(.pronoun) || isNominal(last)
        else { return nil }
        var first = last
        while first > 0, last - first < longest, continuesLeft(first - 1, first),
            !tokens[first - 1].has(.subjectMarker)
        { first -= 1 }
        return trimmed(first..<last + 1)
    }

    /// Where the bracket opens that closes at a token.
    private func bracket(closedAt close: Int) -> Int? {
        var index = close - 1
        while index >= max(0, close - 14) {
            if tokens[index].kind == .open { return index }
            if tokens[index].kind == .quotation { return nil }
            index -= 1
        }
        return nil
    }

    /// The finite verb that a participle or an infinitive belongs to, in the same clause.
    func helper(of verb: Int) -> Int? {
        var index = verb - 1
        let limit = max(0, verb - 32)
        while index >= limit {
            switch tokens[index].kind {
            case .comma, .colon, .semicolon, .dash, .terminator: return nil
            default: break
            }
            if tokens[index].has(.finite) { return index }
            index -= 1
        }
        return nil
    }

    /// Who does what a passive tells: "von der Ministerin".
    func agent(_ range: Range<Int>) -> Range<Int>? {
        for index in range where tokens[index].has(.agent) {
            if let phrase = subject(after: index, mayBeBare: true, isGoverned: true) {
                return phrase
            }
        }
        return nil
    }

    /// A capital that tells a name: not one that merely begins a sentence.
    private func isInnerCapital(_ index: Int) -> Bool {
        tokens[index].isCapitalised && index > 0 && tokens[index - 1].isWordLike
    }

    /// "Anna Keller, a teacher, said": the phrase before the inserted one.
    private func beforeApposition(_ last: Int) -> Range<Int>? {
        guard let kind = kind(last), [.comma, .dash, .close].contains(kind) else { return nil }
        let opener: Token.Kind = kind == .close ? .open : kind
        var index = last - 1
        while index > max(0, last - 30), tokens[index].kind != opener {
            if [.semicolon, .colon].contains(tokens[index].kind) { return nil }
            // A name in marks belongs to the noun before it; other words in marks are a quotation.
            if tokens[index].kind == .quotation, !tokens[index - 1].isWordLike { return nil }
            index -= 1
        }
        guard index > 0, tokens[index].kind == opener, tokens[index - 1].kind == .word else {
            return nil
        }
        // "…, Lind attacked the plan, saying": a clause of its own, no insertion.
        if opener == .comma, knowsPredicates, !tokens[index + 1].has(.relative),
            tokens[index + 1..<last].dropFirst().contains(where: { $0.has(.predicate) })
        {
            return actor(in: index + 1..<last)
        }
        if isSubjectPronoun(index - 1) { return index - 1..<index }
        guard isNominal(index - 1) else { return nil }
        var first = index - 1
        while first > 0, index - first < longest, continuesLeft(first - 1, first) { first -= 1 }
        guard let phrase = trimmed(first..<index), !tokens[phrase.lowerBound].has(.oblique) else {
            return nil
        }
        let head = tokens[phrase.lowerBound]
        return head.isCapitalised || head.isUncased
            || head.has([.determiner, .role, .roleFeminine, .roleMasculine, .body])
            ? phrase : nil
    }

    private func isSubjectPronoun(_ index: Int) -> Bool {
        tokens[index].has(.pronoun) && !tokens[index].has([.complementizer])
            && !(index > 0 && tokens[index - 1].has(.preposition))
    }

    private func isNominal(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.isWordLike else { return false }
        if token.has([.complementizer, .conjunction]) { return false }
        // 「…」という考え: a particle by itself, not the end of a word.
        if token.has(.quoteMarker), token.number >= 0 { return false }
        if token.has([.auxiliary, .finite]), !isInnerCapital(index) { return false }
        if token.has([.relative, .boundary, .preposition]), !isInnerCapital(index) {
            return false
        }
        return true
    }

    private func continuesLeft(_ index: Int, _ right: Int) -> Bool {
        let token = tokens[index]
        if token.kind == .other { return index > 0 && tokens[index - 1].isWordLike }
        guard token.isWordLike else { return false }
        if token.has(.conjunction) {
            return index > 0 && tokens[index - 1].isNameLike && tokens[right].isNameLike
        }
        if token.has(.linker) || token.has(.preposition) { return true }
        if token.has(.pronoun), !token.has(.determiner) {
            // 他的妻子
            if !hasSpaces, tokens[right].has(.linker) { return true }
            if token.has(.otherPronoun), tokens[right].has([.linker, .preposition]) { return true }
            return token.has(.relative) && hasSpaces
        }
        if token.has([.complementizer, .relative, .auxiliary, .temporal, .boundary]) {
            return token.has(.determiner) || token.isCapitalised && index > 0
        }
        if token.has(.verb), !token.has(.noun), !token.isCapitalised { return false }
        return true
    }

    /// Leaves out a phrase of place or time at the front: "In a statement the minister".
    func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var first = range.lowerBound
        while first < range.upperBound, tokens[first].kind == .other { first += 1 }
        guard first < range.upperBound else { return nil }
        let head = tokens[first]
        let leads =
            head.has([.preposition, .boundary, .conjunction, .temporal])
            || head.has(.linker) && !head.has(.determiner)
        guard leads, !(head.isCapitalised && first > 0) else { return first..<range.upperBound }
        if head.has(.nameParticle), first == 0, isNameOnly(first..<range.upperBound) {
            return first..<range.upperBound
        }
        if hasCapitalNouns, head.has(.boundary),
            !head.has([.temporal, .conjunction, .preposition]),
            first + 1 < range.upperBound,
            !tokens[first + 1].has(WordClasses.pronoun.union(.determiner))
        {
            return nil
        }
        if !head.has([.preposition, .linker]) {
            return first + 1 < range.upperBound ? trimmed(first + 1..<range.upperBound) : nil
        }
        var index = first + 2
        while index < range.upperBound {
            if startsPhrase(index) { return trimmed(index..<range.upperBound) }
            index += 1
        }
        // "after the council said": where the subject stands before its verb, the word in front is a conjunction.
        return takesBareClause && first + 1 < range.upperBound && !head.has(.linker)
            ? first + 1..<range.upperBound : nil
    }

    /// "Von der Heide": particles and one capital.
    private func isNameOnly(_ range: Range<Int>) -> Bool {
        guard range.count <= 3, let last = range.last, tokens[last].isCapitalised,
            !tokens[last].has(WordClasses.anyRole.union(.body))
        else { return false }
        return tokens[range].dropLast().allSatisfy { $0.has([.nameParticle, .linker]) }
    }

    /// A new noun phrase begins here, and is not governed by a preposition.
    private func startsPhrase(_ index: Int) -> Bool {
        let token = tokens[index]
        let previous = tokens[index - 1]
        if previous.has([.preposition, .linker, .determiner, .title, .conjunction]) {
            return false
        }
        if previous.has(.temporal) { return true }
        // A genitive goes on with the noun before it.
        if hasCapitalNouns, token.has(.linker), previous.isCapitalised { return false }
        if token.has(.determiner) { return true }
        if token.has([.role, .roleMasculine, .roleFeminine]), previous.isCapitalised {
            return true
        }
        return !hasCapitalNouns && token.isNameLike && !previous.isCapitalised
            && !previous.isUncased
    }

    /// The noun phrase that begins after a verb.
    ///
    /// - Parameters:
    ///   - mayBeBare: also takes a noun without article or capital ("said officials").
    ///   - isGoverned: what stands before asks for another case than a subject's.
    func subject(
        after verb: Int, mayBeBare: Bool, isGoverned: Bool = false
    ) -> Range<Int>? {
        var first = verb + 1
        while first < count,
            tokens[first].has(.determiner) ? isDay(first + 1) : isFiller(first)
        { first += 1 }
        guard first < count, tokens[first].isWordLike else { return nil }
        if !isGoverned, tokens[first].has(.oblique) || isAdverbial(first) {
            guard let next = afterObject(first) else { return nil }
            first = next
        }
        let head = tokens[first]
        if head.has(.pronoun), !head.has([.complementizer, .relative]),
            !head.has(.determiner) || nominalAfter(first) == false
        {
            return first..<first + 1
        }
        if head.has([.preposition, .boundary, .complementizer, .conjunction, .linker]),
            !head.has(.determiner), !head.isCapitalised
        {
            return nil
        }
        let isStrong =
            head.isCapitalised || head.isUncased
            || head.has([.determiner, .role, .roleMasculine, .roleFeminine, .body, .title])
            || first + 1 < count && tokens[first + 1].isCapitalised
        guard isStrong || mayBeBare else { return nil }
        var last = first
        while last + 1 < count, last - first < longest, continuesRight(last + 1, last, first) {
            last += 1
        }
        while last > first,
            tokens[last].has([.linker, .preposition, .conjunction]) || tokens[last].kind == .other
        {
            last -= 1
        }
        return first..<last + 1
    }

    /// A preposition in lower case that begins a phrase of place or address behind a verb.
    private func isAdverbial(_ index: Int) -> Bool {
        !hasCapitalNouns && tokens[index].has(.preposition) && !tokens[index].isCapitalised
    }

    /// "sagte dem Blatt die Ministerin", "a déclaré à Paris la ministre": where the subject begins after an object or a
    /// phrase of place.
    private func afterObject(_ first: Int) -> Int? {
        var index = first + 1
        let limit = min(count, first + 9)
        // The noun that a preposition governs is no subject.
        var isGoverned = isAdverbial(first)
        while index < limit, tokens[index].isWordLike {
            let token = tokens[index]
            if token.has([.complementizer, .finite, .conjunction]) { return nil }
            if hasCapitalNouns, token.has(.preposition) { return nil }
            if token.has(.determiner), !isGoverned, index + 1 < count,
                tokens[index + 1].isNameLike || tokens[index + 1].has(WordClasses.anyRole)
            {
                return index
            }
            if token.has(.oblique) || isAdverbial(index) {
                isGoverned = isAdverbial(index)
            } else if isGoverned {
                isGoverned = token.has(.determiner)
            } else if startsSubject(index) {
                return index
            }
            index += 1
        }
        return nil
    }

    /// Who acts in a clause without a verb of saying: "Die Firma sieht das anders: …". The first pronoun, role, body or
    /// name that no preposition governs and that is no object.
    func actor(in range: Range<Int>) -> Range<Int>? {
        for index in range where tokens[index].kind == .word {
            if isSubjectPronoun(index), tokens[index].has([.masculine, .feminine, .plural]),
                !tokens[index].has(.oblique)
            {
                return index..<index + 1
            }
            guard isActor(index, range) else { continue }
            var first = index
            while first > range.lowerBound, continuesLeft(first - 1, first),
                !tokens[first - 1].has([.preposition, .adverbial]), !tokens[first].has(.determiner)
            { first -= 1 }
            guard !tokens[first].has(.oblique),
                first == range.lowerBound || !tokens[first - 1].has([.preposition, .linker])
            else { continue }
            var last = index
            while last + 1 < range.upperBound, continuesRight(last + 1, last, first) { last += 1 }
            return trimmed(first..<last + 1)
        }
        return nil
    }

    private func isActor(_ index: Int, _ range: Range<Int>) -> Bool {
        let token = tokens[index]
        if token.has(WordClasses.anyRole.union(.body)) { return true }
        guard token.isNameLike,
            !token.has([.stop, .temporal, .boundary, .determiner, .preposition])
        else { return false }
        let isNextName = index + 1 < range.upperBound && tokens[index + 1].isNameLike
        return hasCapitalNouns || index == range.lowerBound ? isNextName : true
    }

    private func isDay(_ index: Int) -> Bool { index < count && tokens[index].has(.temporal) }

    private func startsSubject(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.has(.pronoun), !token.has([.determiner, .relative]) { return true }
        if token.has(.determiner) { return !hasCapitalNouns || !token.has(.linker) }
        if hasCapitalNouns || tokens[index - 1].has([.title, .determiner]) { return false }
        return token.has(WordClasses.anyRole.union(.title))
            || token.isNameLike && !tokens[index - 1].isCapitalised
    }

    private func nominalAfter(_ index: Int) -> Bool {
        guard index + 1 < count, tokens[index + 1].kind == .word else { return false }
        return !tokens[index + 1].has([
            .preposition, .boundary, .complementizer, .temporal, .conjunction, .auxiliary,
        ])
    }

    private func continuesRight(_ index: Int, _ left: Int, _ first: Int) -> Bool {
        let token = tokens[index]
        if token.kind == .other { return index + 1 < count && tokens[index + 1].isWordLike }
        guard token.isWordLike else { return false }
        if !hasSpaces, token.has(.accordingAfter) { return false }
        if token.has(.conjunction) {
            return index + 1 < count && tokens[index + 1].isNameLike && tokens[left].isNameLike
        }
        if token.has([.adverbial, .oblique]), !token.isCapitalised,
            !tokens[left].has([.preposition, .linker]), !token.has(.linker) || token.has(.adverbial)
        {
            return false
        }
        if token.has(.linker) { return true }
        if token.has([.temporal, .boundary, .preposition, .complementizer, .relative, .auxiliary]) {
            return token.isCapitalised && tokens[left].isCapitalised
        }
        if token.has(.pronoun), !token.has(.determiner) { return false }
        if token.has(.verb), !token.has(.noun), !token.isCapitalised, hasSpaces { return false }
        if token.has(.determiner), left >= first,
            !tokens[left].has([.linker, .preposition, .determiner])
        {
            return false
        }
        return true
    }
}
