internal import TextCore

/// Ties the mentions of one article together: a family name alone belongs to the last full name that has it.
struct MentionLinker {
    let language: LanguageTag
    let keyer: NameKeyer
    let forms: DictionaryForm

    func mentions(_ candidates: [NameCandidate], in text: Text) -> [Mention] {
        var keys: [String: String] = [:]
        let named = candidates.map { candidate in
            let words = forms.words(of: candidate, in: text)
            return (
                candidate: candidate, words: words,
                identity: identity(candidate, words, text, &keys)
            )
        }
        var full: [String: (key: String, name: String)] = [:]
        for (candidate, words, identity) in named where candidate.kind == .person {
            let isKnown = candidate.known != nil
            guard words.count > 1 || isKnown else { continue }
            let families = Self.familyWords(candidate.words, forms.evidence).map(\.span)
            for (word, part) in zip(candidate.words, words) where families.contains(word.span) {
                full[Normalizer.fold(part)] = identity
                if full[word.folded] == nil { full[word.folded] = identity }
            }
        }
        return named.map { candidate, words, identity in
            var identity = identity
            if candidate.known == nil, words.count == 1, candidate.kind == .person,
                let whole = whole(candidate.words[0].folded, Normalizer.fold(words[0]), full)
            {
                identity = whole
            }
            return Mention(
                span: candidate.span, kind: candidate.kind, key: identity.key, name: identity.name)
        }
    }

    /// The full name that a word alone belongs to, in any case form.
    private func whole(
        _ written: String, _ form: String, _ full: [String: (key: String, name: String)]
    ) -> (key: String, name: String)? {
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
        _ candidate: NameCandidate, _ words: [String], _ text: Text, _ keys: inout [String: String]
    ) -> (key: String, name: String) {
        if let known = candidate.known {
            return (known.id, known.establishedForm(in: language) ?? text[candidate.span])
        }
        let name = Self.identityName(words, candidate, text)
        let key = keys[name] ?? keyer.key(of: name)
        keys[name] = key
        return (key, name)
    }
}
