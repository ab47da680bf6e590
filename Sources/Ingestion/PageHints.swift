internal import LocaleData

/// Tells from class and id what an element holds.
///
/// Names are cut into words at hyphens, underscores, digits and capitals; a hint matches a whole word or, from five
/// letters on, the start of one: "comment" finds `comments-area` and `commentlist`, but "nav" not `navy`.
struct PageHints: Sendable {
    private let whole: [String: PageMark]
    /// By their first letters, so that a word is compared with a few hints only.
    private let starts: [Substring: [(word: String, mark: PageMark)]]

    private static let shortestStart = 5

    init(_ hints: [PageHint]) {
        var whole: [String: PageMark] = [:]
        var starts: [Substring: [(word: String, mark: PageMark)]] = [:]
        for hint in hints {
            guard let mark = PageMark(rawValue: hint.kind), mark.isFurniture || mark == .content
            else { continue }
            whole[hint.word] = mark
            if hint.word.count >= Self.shortestStart {
                starts[hint.word.prefix(Self.shortestStart), default: []].append((hint.word, mark))
            }
        }
        self.whole = whole
        self.starts = starts
    }

    /// Furniture outweighs content: `article-share` is no article.
    func mark(classes: String, id: String) -> PageMark {
        guard !classes.isEmpty || !id.isEmpty else { return .none }
        var found = PageMark.none
        for name in [id, classes] {
            for word in name.split(whereSeparator: { !$0.isLetter }) {
                let mark = mark(of: String(word))
                if mark.isFurniture { return mark }
                if mark == .content { found = .content }
            }
        }
        return found
    }

    private func mark(of word: String) -> PageMark {
        if let mark = whole[word] { return mark }
        guard word.count > Self.shortestStart else { return .none }
        return starts[word.prefix(Self.shortestStart)]?.first { word.hasPrefix($0.word) }?.mark
            ?? .none
    }
}
