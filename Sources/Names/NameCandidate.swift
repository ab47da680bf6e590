internal import TextCore

/// A stretch of words that is taken for a name, before mentions are tied to each other.
struct NameCandidate {
    let span: TextSpan
    let kind: EntityKind
    /// The words that make up the name, without titles.
    let words: [TextWord]
    /// The id and the name of a known entity.
    let known: KnownName?
    /// The folded words of the dictionary form, where a list gave it.
    let form: [String]?

    init(
        words: [TextWord], kind: EntityKind, known: KnownName? = nil, form: [String]? = nil
    ) {
        self.words = words
        self.kind = kind
        self.known = known
        self.form = form
        let start = words.first?.span.start ?? 0
        span = TextSpan(start, max(start, words.last?.span.end ?? 0))
    }
}
