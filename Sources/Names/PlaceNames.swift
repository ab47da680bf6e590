internal import LocaleData
internal import TextCore

/// Names of places in one language, found in any case form.
struct PlaceNames: Sendable {
    private let inflection: Inflection
    /// The other words of each name by its first one, longest first.
    private var restByFirst: [String: [[String]]] = [:]

    /// The regions that ICU names in the language.
    init(_ profile: LocaleProfile, inflection: Inflection) {
        self.inflection = inflection
        for entry in Vocabulary.regions.entries(profile.tag) { insert(entry.word) }
    }

    mutating func insert(_ name: String) {
        let text = Text(name)
        let words = WordScan(text: text, starts: []).words(in: text.span).map(\.folded)
        guard let first = words.first else { return }
        let rest = Array(words.dropFirst())
        var known = restByFirst[first] ?? []
        guard !known.contains(rest) else { return }
        known.insert(rest, at: known.firstIndex { $0.count < rest.count } ?? known.endIndex)
        restByFirst[first] = known
    }

    /// The folded names, their words joined; for scripts without spaces.
    var joined: [String] {
        restByFirst.flatMap { first, rests in rests.map { first + $0.joined() } }
    }

    /// The longest place that starts at the first of the words, in dictionary form.
    func match(_ words: ArraySlice<TextWord>) -> [String]? {
        guard let first = words.first else { return nil }
        if let exact = match(words, first: first.folded) { return exact }
        for base in inflection.bases(of: first.folded, limit: 8) {
            if let form = match(words, first: base) { return form }
        }
        return nil
    }

    private func match(_ words: ArraySlice<TextWord>, first: String) -> [String]? {
        let others = words.dropFirst()
        let rest = restByFirst[first]?.first { rest in
            rest.count <= others.count && zip(rest, others).allSatisfy(isForm)
        }
        return rest.map { [first] + $0 }
    }

    private func isForm(of base: String, _ word: TextWord) -> Bool {
        guard word.gap != .other else { return false }
        return word.folded == base || inflection.bases(of: word.folded, limit: 8).contains(base)
    }
}
