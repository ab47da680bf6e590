internal import LocaleData
internal import TextCore

/// Finds names in scripts with capitals: runs of capitalised words for which something speaks beside the capital.
struct CasedNameScan {
    let evidence: NameEvidence
    /// Capitals say little here: a headline in title case, or a language that capitalises its nouns.
    var isCapitalRich: Bool
    /// Words that also occur in lower case.
    let lowerWords: SeenWords
    /// Those that occur without a hyphen before them.
    let loneLowerWords: SeenWords

    private static let longest = 6

    func candidates(_ words: [TextWord]) -> [NameCandidate] {
        var found: [NameCandidate] = []
        var index = 0
        while index < words.count {
            let end = runEnd(words, index)
            if end == index {
                index += 1
                continue
            }
            found += NameRunSplitter(evidence: evidence).parts(words, index..<end)
                .flatMap { candidates(words, $0) }
            index = end
        }
        return found
    }

    /// The end of the run of name-like words that starts here; the same index where none starts.
    private func runEnd(_ words: [TextWord], _ start: Int) -> Int {
        guard isNameLike(words[start]) else { return start }
        var end = start + 1
        while end < words.count, end - start < 2 * Self.longest {
            let word = words[end]
            guard word.gap.joins, !word.opens || word.gap == .hyphen else { break }
            if isNameLike(word) || isSecondSyllable(words, end, of: start) {
                end += 1
            } else if let next = particlesEnd(words, end), takesParticles(words, end, next - 1) {
                end = next
            } else {
                break
            }
        }
        return end
    }

    private func isNameLike(_ word: TextWord) -> Bool { word.shape.isNameLike }

    /// Lower-case particles count when a capital follows: "von der Leyen".
    private func particlesEnd(_ words: [TextWord], _ start: Int) -> Int? {
        var end = start
        while end < words.count, end - start < 3, words[end].shape == .lower,
            [.space, .hyphen].contains(words[end].gap), evidence.isParticle(words[end].folded),
            !evidence.profile.grammar.isMember(words[end].folded, of: .conjunction, .auxiliary)
        {
            end += 1
        }
        guard end > start, end < words.count, isNameLike(words[end]),
            words[end].gap.joins
        else { return nil }
        return end + 1
    }

    /// False where the particles are a preposition after a whole name: "Koval am Montag", "Koval im Sender".
    private func takesParticles(_ words: [TextWord], _ start: Int, _ next: Int) -> Bool {
        let particles = words[start..<next]
        guard evidence.areParticles(particles),
            !evidence.profile.grammar.isMember(words[next].folded, of: .temporal)
        else { return false }
        // Where nouns have capitals, any noun may follow the preposition.
        let before = words[start - 1]
        return !evidence.profile.basics.capitalNouns || before.shape == .initial
            || !evidence.profile.grammar.isMember(words[start].folded, of: .preposition)
            || evidence.isGivenName(before.folded) || evidence.isTitle(before.folded)
    }

    /// The name within a part of a run, and a place that stands between its title and it.
    private func candidates(_ words: [TextWord], _ part: Range<Int>) -> [NameCandidate] {
        var range = part
        var isTitled = range.lowerBound > 0 && isTitleBefore(words, range.lowerBound)
        if let title = range.dropLast().last(where: { evidence.isTitle(words[$0].folded) }) {
            isTitled = true
            range = (title + 1)..<range.upperBound
        }
        while let first = range.first, shedsFirst(words[first], in: words, range) {
            isTitled = isTitled || evidence.isTitle(words[first].folded)
            range = range.dropFirst()
            // What is left of the run must not begin with a particle.
            while let next = range.first, words[next].shape == .lower { range = range.dropFirst() }
        }
        while let last = range.last, shedsLast(words[last]) { range = range.dropLast() }
        range = withoutPlaceAfter(words, range)
        let pieces = NameRunSplitter(evidence: evidence).parts(words, range)
        return pieces.compactMap { piece in
            guard !piece.isEmpty, piece.count <= Self.longest else { return nil }
            let name = words[piece]
            if let place = evidence.place(name) {
                return NameCandidate(words: Array(name), kind: .place, form: place)
            }
            return kind(Array(name), in: words, piece, isTitled: isTitled).map {
                NameCandidate(words: Array(name), kind: $0)
            }
        }
    }

    /// "Anna Koval of Poland": a country after a particle is no part of the name.
    private func withoutPlaceAfter(_ words: [TextWord], _ range: Range<Int>) -> Range<Int> {
        guard let particle = range.dropFirst().first(where: { words[$0].shape == .lower }),
            particle + 1 < range.upperBound
        else { return range }
        return evidence.place(words[(particle + 1)..<range.upperBound]) == nil
            ? range : range.lowerBound..<particle
    }

    private func isTitleBefore(_ words: [TextWord], _ start: Int) -> Bool {
        [.space, .nothing].contains(words[start].gap) && evidence.isTitle(words[start - 1].folded)
    }

    /// Titles, and at the start of a sentence ordinary words.
    private func shedsFirst(_ word: TextWord, in words: [TextWord], _ range: Range<Int>) -> Bool {
        if evidence.isTitle(word.folded) { return true }
        if evidence.isOrdinary(word.folded) { return word.shape != .initial }
        guard word.opens, word.shape == .capitalised else { return false }
        return lowerWords.contains(word) && !evidence.isGivenName(word.folded)
    }

    private func shedsLast(_ word: TextWord) -> Bool {
        word.shape == .lower && word.gap != .hyphen
            || evidence.isOrdinary(word.folded) && word.shape == .capitalised
    }

    private func kind(
        _ name: [TextWord], in words: [TextWord], _ range: Range<Int>, isTitled: Bool
    ) -> EntityKind? {
        if name.contains(where: { evidence.isBody($0.folded) }) {
            return name.count > 1 ? .organisation : nil
        }
        let full = name.filter { $0.shape == .capitalised }
        if name.allSatisfy({ $0.shape == .initial }) { return nil }
        if name.count == 1 { return single(name[0], words, range, isTitled) }
        if name.allSatisfy({ $0.shape == .capitals }) { return isCapitalRich ? nil : .organisation }
        let speaks =
            isTitled
            || full.contains { evidence.isGivenName($0.folded) || evidence.isPatronymic($0.folded) }
            || name.contains { $0.shape == .initial }
            || full.contains { evidence.hasFamilyEnding($0.folded) }
            || isBesideReporting(words, range) || isSyllables(name)
            || name.last?.shape == .lower
        if speaks { return .person }
        if name.contains(where: { $0.shape == .capitals }) { return .organisation }
        if isCapitalRich { return nil }
        // Longer runs of which nothing is known are rather bodies and events.
        return name.count == 2 && full.count == 2 ? .person : .organisation
    }

    /// "Ван И", "Мун Чжэ Ин": two or three syllables, none a word of the text, in a script that spells such names.
    private func isSyllables(_ name: [TextWord]) -> Bool {
        guard !evidence.profile.names.transliteration.isEmpty, (2...3).contains(name.count) else {
            return false
        }
        return name.allSatisfy { word in
            guard evidence.isSyllable(word.folded) else { return false }
            // A lone letter is often a conjunction, too.
            return word.folded.unicodeScalars.count == 1
                || word.shape == .capitalised && !lowerWords.contains(word)
        }
    }

    /// "Ban Ki-moon": the second half of a given name, after two syllables.
    private func isSecondSyllable(_ words: [TextWord], _ index: Int, of start: Int) -> Bool {
        words[index].gap == .hyphen && words[index].shape == .lower && index - start > 1
            && words[(index - 2)..<index].allSatisfy { $0.shape == .capitalised }
            && words[(index - 2)...index].allSatisfy { evidence.isSyllable($0.folded) }
            && (words[index].folded.unicodeScalars.count < 3
                || !loneLowerWords.contains(words[index]))
    }

    /// A single word needs a title, a verb of saying or the look of a name; its capital at a sentence's start tells
    /// nothing.
    private func single(
        _ word: TextWord, _ words: [TextWord], _ range: Range<Int>, _ isTitled: Bool
    ) -> EntityKind? {
        if word.shape == .initial { return nil }
        if word.shape == .capitals {
            return word.folded.count > 1 && !isCapitalRich ? .organisation : nil
        }
        if isTitled { return .person }
        let endsAsFamily = evidence.hasFamilyEnding(word.folded)
        let saysLittle = word.opens || isCapitalRich
        if isBesideReporting(words, range) { return endsAsFamily || !saysLittle ? .person : nil }
        return endsAsFamily && !saysLittle && !isAttribute(words, range) ? .person : nil
    }

    /// "на Мюнхенской конференции": an inflected word before a word of the language is rather an adjective.
    private func isAttribute(_ words: [TextWord], _ range: Range<Int>) -> Bool {
        let next = range.upperBound
        return next < words.count && words[next].gap == .space && words[next].shape == .lower
            && !evidence.endsAsFamily(words[range.lowerBound].folded)
            && !evidence.isOrdinary(words[next].folded)
            && !evidence.profile.grammar.isMember(words[next].folded, of: .preposition)
    }

    private func isBesideReporting(_ words: [TextWord], _ range: Range<Int>) -> Bool {
        let after = range.upperBound
        if after < words.count, words[after].gap == .space,
            evidence.isReporting(words[after].folded)
        {
            return true
        }
        let before = range.lowerBound - 1
        return before >= 0 && words[range.lowerBound].gap == .space
            && words[before].shape == .lower && evidence.isReporting(words[before].folded)
    }
}
