internal import TextCore

/// Ties the mentions of one article together: a family name alone belongs to the last full name that has it.
struct MentionLinker {
    let language: LanguageTag
    /// Gives the key of a name.
    let key: (String) -> String
    let forms: DictionaryForm

    func mentions(_ candidates: [NameCandidate], in text: Text) -> [Mention] {
        let named = candidates.map { (candidate: $0, words: forms.words(of: $0, in: text)) }
        var full: [String: (key: String, name: String)] = [:]
        for (candidate, words) in named where candidate.kind == .person {
            let isKnown = candidate.known != nil
            guard words.count > 1 || isKnown else { continue }
            let identity = identity(candidate, words, text)
            let families = Self.familyWords(candidate.words, forms.evidence).map(\.span)
            for (word, part) in zip(candidate.words, words) where families.contains(word.span) {
                full[Normalizer.fold(part)] = identity
                if full[word.folded] == nil { full[word.folded] = identity }
            }
        }
        return named.map { candidate, words in
            let identity = whole(candidate, words, full) ?? identity(candidate, words, text)
            return Mention(
                span: candidate.span, kind: candidate.kind, key: identity.key, name: identity.name)
        }
    }

    /// The full name that a word alone belongs to, in any case form.
    private func whole(
        _ candidate: NameCandidate, _ words: [String], _ full: [String: (key: String, name: String)]
    ) -> (key: String, name: String)? {
        guard candidate.known == nil, words.count == 1, candidate.kind == .person else {
            return nil
        }
        let written = candidate.words[0].folded
        let form = Normalizer.fold(words[0])
        if let whole = full[written] ?? full[form] { return whole }
        for base in forms.evidence.inflection.bases(of: written, limit: 8) {
            if let whole = full[base] { return whole }
        }
        return nil
    }

    /// The words of a full name that can stand for it alone.
    static func familyWords(_ words: [TextWord], _ evidence: NameEvidence) -> [TextWord] {
        let ends = words.count > 1 ? [words[0], words[words.count - 1]] : words
        return ends.enumerated().filter { index, word in
            word.folded.unicodeScalars.count > 1 && word.shape != .initial && word.shape != .lower
                && !evidence.isParticle(word.folded)
                && (index == ends.count - 1 || !evidence.isGivenName(word.folded))
        }.map(\.element)
    }

    /// The words that full names of persons have, in dictionary form and folded.
    static func identityName(_ words: [String], _ candidate: NameCandidate, _ text: Text) -> String
    {
        var name = ""
        for (index, word) in words.enumerated() {
            if index > 0 {
                let between = TextSpan(
                    candidate.words[index - 1].span.end,
                    max(candidate.words[index - 1].span.end, candidate.words[index].span.start))
                name += text[between]
            }
            name += word
        }
        return name
    }

    private func identity(
        _ candidate: NameCandidate, _ words: [String], _ text: Text
    ) -> (key: String, name: String) {
        if let known = candidate.known {
            return (known.id, known.establishedForm(in: language) ?? text[candidate.span])
        }
        let name = Self.identityName(words, candidate, text)
        return (key(name), name)
    }
}
