internal import LocaleData
internal import TextCore

/// Finds names in scripts that have spaces but no capitals: after a title or a verb of saying, and at a given name.
struct UncasedNameScan {
    let evidence: NameEvidence

    private static let longest = 4

    func candidates(_ words: [TextWord]) -> [NameCandidate] {
        var found: [NameCandidate] = []
        var index = 0
        while index < words.count {
            guard starts(words, index), let end = nameEnd(words, index) else {
                index += 1
                continue
            }
            found.append(NameCandidate(words: Array(words[index..<end]), kind: .person))
            index = end
        }
        return found
    }

    private func starts(_ words: [TextWord], _ index: Int) -> Bool {
        guard isNameLike(words[index]) else { return false }
        if evidence.isGivenName(words[index].folded) { return true }
        guard index > 0, words[index].gap == .space else { return false }
        let before = words[index - 1].folded
        // A word after a title or a verb is a name only when a second name-like word or a verb follows.
        guard evidence.profile.names.titles.contains(before) else { return false }
        let next = index + 1
        return next < words.count && words[next].gap == .space
            && (evidence.isGivenName(words[next].folded)
                || evidence.isReporting(words[next].folded))
    }

    /// After the given name as many words as could be names; a lone given name is none.
    private func nameEnd(_ words: [TextWord], _ start: Int) -> Int? {
        var end = start + 1
        while end < words.count, end - start < Self.longest, words[end].gap == .space,
            isNameLike(words[end]) || evidence.isParticle(words[end].folded)
        {
            end += 1
            if end - start >= 2, !isParticleOrJoin(words[end - 1].folded),
                !continues(words, end)
            {
                break
            }
        }
        while end > start + 1, evidence.isParticle(words[end - 1].folded) { end -= 1 }
        return end - start >= 2 ? end : nil
    }

    private func isParticleOrJoin(_ word: String) -> Bool {
        evidence.isParticle(word) || evidence.profile.names.joins.contains(word)
    }

    /// A third word belongs to the name when a particle leads to it or it is a given name itself.
    private func continues(_ words: [TextWord], _ index: Int) -> Bool {
        guard index < words.count else { return false }
        return isParticleOrJoin(words[index].folded) || evidence.isGivenName(words[index].folded)
    }

    private func isNameLike(_ word: TextWord) -> Bool {
        word.shape == .caseless && !evidence.isOrdinary(word.folded)
            && !evidence.isTitle(word.folded) && !evidence.isBody(word.folded)
            && !evidence.isPlace(word) && word.folded.unicodeScalars.count > 1
    }
}
