internal import LocaleData
internal import TextCore

/// Finds names in scripts without spaces.
///
/// Three things start a name: a family name that a verb of saying or a title follows closely, or that a title goes
/// before; parts joined by a middle dot; and a run of characters that spell foreign names beside a title or a verb.
struct UnspacedNameScan {
    let evidence: NameEvidence
    private let markers: CharacterWords
    private let names: CharacterWords
    /// Markers and the words that end a name.
    private let boundaries: CharacterWords
    private let reporting: CharacterWords
    /// Characters that spell foreign names; in a script that has letters for it, those of that script.
    private let spelling: Set<Unicode.Scalar>
    /// Places, bodies and words of time, in whose middle no name starts or ends.
    private let cover: WordCover

    init(evidence: NameEvidence) {
        self.evidence = evidence
        let profile = evidence.profile
        let roles = profile.grammar.words(.role).union(profile.grammar.words(.roleMasculine))
            .union(profile.grammar.words(.roleFeminine))
        let titles = profile.names.titles.union(roles)
        markers = CharacterWords(titles)
        names = CharacterWords(profile.names.familyNames.keys)
        reporting = CharacterWords(evidence.reporting)
        spelling = Set(
            profile.names.transcription.keys.map(\.unicodeScalars).compactMap {
                $0.count == 1 ? $0.first : nil
            })
        let ending = titles.union(profile.reporting.forms.keys)
            .union(profile.grammar.words(.boundary)).union(profile.grammar.words(.auxiliary))
            .union(profile.grammar.words(.conjunction)).union(profile.grammar.words(.linker))
            .union(profile.grammar.words(.temporal)).union(profile.grammar.words(.preposition))
        boundaries = CharacterWords(ending)
        cover = WordCover(
            profile.grammar.words(.temporal).union(profile.grammar.words(.body))
                .union(profile.grammar.words(.titleCaseStop)).union(evidence.places.joined))
    }

    /// - Parameter word: a run of letters that no space divides.
    func candidates(_ words: [TextWord], in text: Text) -> [NameCandidate] {
        dotted(words) + words.flatMap { native(in: $0, text) }
    }

    // MARK: names with a middle dot

    private func dotted(_ words: [TextWord]) -> [NameCandidate] {
        var found: [NameCandidate] = []
        var index = 0
        while index < words.count {
            var end = index + 1
            while end < words.count, words[end].gap == .middleDot { end += 1 }
            if end - index > 1, let name = foreign(Array(words[index..<end])) { found.append(name) }
            index = end
        }
        return found
    }

    /// The first part loses a title before it, the last one what follows the name.
    private func foreign(_ parts: [TextWord]) -> NameCandidate? {
        guard var first = parts.first, var last = parts.last else { return nil }
        first = trimmedStart(first)
        last = trimmedEnd(last)
        guard !first.folded.isEmpty, !last.folded.isEmpty else { return nil }
        return NameCandidate(
            words: [first] + parts.dropFirst().dropLast() + [last], kind: .person)
    }

    private func trimmedStart(_ word: TextWord) -> TextWord {
        let characters = Array(word.folded.unicodeScalars)
        var start = characters.count
        while start > 0, isSpelled(characters[start - 1]), !endsWithMarker(characters[..<start]) {
            start -= 1
        }
        return start < characters.count ? cut(word, start..<characters.count) : word
    }

    private func trimmedEnd(_ word: TextWord) -> TextWord {
        let characters = Array(word.folded.unicodeScalars)
        var end = 0
        while end < characters.count, isSpelled(characters[end]),
            end == 0 || !isBoundary(characters[end...])
        {
            end += 1
        }
        return end > 0 ? cut(word, 0..<end) : word
    }

    private func isSpelled(_ scalar: Unicode.Scalar) -> Bool {
        spelling.isEmpty ? Self.isKatakana(scalar) : spelling.contains(scalar)
    }

    private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{30FC}" || CharacterTable.shared.script(scalar) == .katakana
    }

    // MARK: names in one piece

    private func native(in word: TextWord, _ text: Text) -> [NameCandidate] {
        guard word.shape == .caseless, !names.isEmpty else { return [] }
        let characters = Array(word.folded.unicodeScalars)
        let covered = cover.covered(characters)
        let isSpelled = characters.map(isSpelled)
        var found: [NameCandidate] = []
        var index = 0
        while index < characters.count {
            let limit = covered[index...].firstIndex(of: true) ?? characters.count
            let isInside = index > 0 && isSpelled[index] && isSpelled[index - 1]
            let end =
                spelledEnd(characters, index, limit, isSpelled)
                ?? (isInside && !endsWithMarker(characters[..<index])
                    ? nil : nativeEnd(characters, index, limit))
            if let end {
                found.append(NameCandidate(words: [cut(word, index..<end)], kind: .person))
            }
            index = end ?? index + 1
        }
        return found
    }

    /// "外长拉夫罗夫说": after a title, characters that spell a foreign name up to a word that ends it.
    private func spelledEnd(
        _ characters: [Unicode.Scalar], _ start: Int, _ limit: Int, _ isSpelled: [Bool]
    ) -> Int? {
        guard start < limit, isSpelled[start], endsWithMarker(characters[..<start]) else {
            return nil
        }
        var end = start
        while end < limit, end - start < 8, isSpelled[end],
            end == start || !isBoundary(characters[end...])
        {
            end += 1
        }
        let rest = characters[end...]
        let isEnded = rest.isEmpty || end == limit && limit < characters.count || isBoundary(rest)
        return end - start > 1 && isEnded ? end : nil
    }

    /// - Parameter limit: where a known word begins.
    private func nativeEnd(_ characters: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Int? {
        let family =
            start + 2 < limit && names.contains(characters[start..<start + 2])
            ? 2 : start < limit && names.contains(characters[start..<start + 1]) ? 1 : 0
        guard family > 0 else { return nil }
        let titled = endsWithMarker(characters[..<start])
        // The given name ends where a verb, a function word, a title or the run ends.
        for given in [2, 1] {
            let end = start + family + given
            guard end <= limit,
                !(start + family..<end).contains(where: { isBoundary(characters[$0...]) })
            else { continue }
            let rest = characters[end...]
            let reports = reporting.begin(rest, longest: Self.longest)
            let marked = markers.begin(rest, longest: Self.longest)
            if reports || marked || titled && (rest.isEmpty || isBoundary(rest)) { return end }
        }
        // After a title two characters of given name are likelier than one.
        let end = start + family + 2
        guard titled, end <= limit else { return nil }
        return end
    }

    /// Longer words are not looked for.
    private static let longest = 6

    private func isBoundary(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        boundaries.begin(rest, longest: Self.longest)
    }

    private func endsWithMarker(_ characters: ArraySlice<Unicode.Scalar>) -> Bool {
        markers.end(characters)
    }

    /// A part of a word, by scalars of its folded form; scripts without case fold to themselves.
    private func cut(_ word: TextWord, _ range: Range<Int>) -> TextWord {
        let scalars = word.folded.unicodeScalars
        let before = scalars.prefix(range.lowerBound).reduce(0) { $0 + UTF8.width($1) }
        let inside = String(scalars.dropFirst(range.lowerBound).prefix(range.count))
        let start = word.span.start + before
        let end = min(word.span.end, start + inside.utf8.count)
        return TextWord(
            span: TextSpan(start, max(start, end)), shape: word.shape, gap: word.gap,
            opens: word.opens, folded: inside)
    }
}
