internal import TextCore

/// Finds the forms of known names, word by word in scripts with spaces and anywhere in those without.
struct KnownNameScan {
    private struct Form {
        let words: [String]
        let name: KnownName
    }

    private let byFirstWord: [String: [Form]]
    private let byFirstCharacter: [Character: [(text: String, name: KnownName)]]
    private let inflection: Inflection

    /// - Parameter split: how the text's own words are made, so that forms are divided alike.
    init(
        _ known: [KnownName], language: LanguageTag, inflection: Inflection,
        split: (String) -> [String]
    ) {
        self.inflection = inflection
        var byFirstWord: [String: [Form]] = [:]
        var byFirstCharacter: [Character: [(text: String, name: KnownName)]] = [:]
        for name in known {
            for (tag, forms) in name.forms.sorted(by: { $0.key < $1.key }) {
                for form in forms {
                    let words = split(form)
                    guard let first = words.first else { continue }
                    byFirstWord[first, default: []].append(Form(words: words, name: name))
                    if tag.language == language.language {
                        let folded = Normalizer.fold(form)
                        if let first = folded.first {
                            byFirstCharacter[first, default: []].append((folded, name))
                        }
                    }
                }
            }
        }
        self.byFirstWord = byFirstWord.mapValues { forms in
            forms.sorted { ($1.words.count, $0.name.id) < ($0.words.count, $1.name.id) }
        }
        self.byFirstCharacter = byFirstCharacter.mapValues { forms in
            forms.sorted { ($1.text.count, $0.name.id) < ($0.text.count, $1.name.id) }
        }
    }

    var isEmpty: Bool { byFirstWord.isEmpty }

    /// Matches over words, the longest first, each in any case form.
    func candidates(_ words: [TextWord]) -> [NameCandidate] {
        guard !isEmpty else { return [] }
        var found: [NameCandidate] = []
        var index = 0
        while index < words.count {
            if let (length, name) = match(words, index) {
                found.append(
                    NameCandidate(
                        words: Array(words[index..<index + length]), kind: name.kind, known: name))
                index += length
            } else {
                index += 1
            }
        }
        return found
    }

    private func match(_ words: [TextWord], _ start: Int) -> (Int, KnownName)? {
        guard words[start].shape != .lower else { return nil }
        for first in [words[start].folded] + inflection.bases(of: words[start].folded) {
            for form in byFirstWord[first] ?? []
            where start + form.words.count <= words.count
                && zip(form.words.indices.dropFirst(), words[(start + 1)...]).allSatisfy({
                    isForm(of: form.words[$0], $1)
                })
            {
                return (form.words.count, form.name)
            }
        }
        return nil
    }

    private func isForm(of base: String, _ word: TextWord) -> Bool {
        guard word.gap != .other else { return false }
        return word.folded == base || inflection.bases(of: word.folded).contains(base)
    }

    /// Matches inside words that no space divides.
    func candidates(inside word: TextWord) -> [NameCandidate] {
        guard !byFirstCharacter.isEmpty else { return [] }
        var found: [NameCandidate] = []
        var rest = word.folded[...]
        var start = word.span.start
        while let character = rest.first {
            let hit = byFirstCharacter[character]?.first { rest.hasPrefix($0.text) }
            let length = hit?.text.utf8.count ?? character.utf8.count
            if let hit, start + length <= word.span.end {
                let part = TextWord(
                    span: TextSpan(start, start + length), shape: word.shape, gap: word.gap,
                    opens: word.opens, folded: hit.text)
                found.append(NameCandidate(words: [part], kind: hit.name.kind, known: hit.name))
            }
            start += length
            rest = rest.dropFirst(hit?.text.count ?? 1)
        }
        return found
    }
}
