public import TextCore

/// The languages of a table, and under which of them each version stands: `zh-CN` where `zh-Hans` is wanted.
///
/// Made once for a corpus, since asking ICU whether two tags match costs more than all else in a status.
public struct LanguageColumns: Sendable {
    /// Wanted ones as they were given, then the others that occur, sorted.
    public let languages: [LanguageTag]
    private let columns: [LanguageTag: LanguageTag]

    public init(wanted: [LanguageTag], found: Set<LanguageTag>) {
        var languages = wanted
        var columns = Dictionary(wanted.map { ($0, $0) }) { $1 }
        for tag in found.sorted() where columns[tag] == nil {
            let column = wanted.first { $0.matches(tag) }
            columns[tag] = column ?? tag
            if column == nil { languages.append(tag) }
        }
        self.languages = languages
        self.columns = columns
    }

    public subscript(_ language: LanguageTag) -> LanguageTag { columns[language] ?? language }
}
