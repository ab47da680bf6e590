/// Everything that a corpus's records say, read once, with what could not be read.
public struct Corpus: Sendable {
    public let folder: CorpusFolder
    public let manifest: Manifest
    /// In order of their slugs.
    public let articles: [Article]
    public let names: [NameRecord]
    public let problems: [CorpusError]

    /// Reads all records. A damaged file is a problem and everything else goes on; texts are not read.
    public static func load(_ folder: CorpusFolder) -> Corpus {
        var (slugs, problems) = folder.slugs()
        var articles: [Article] = []
        func attempt<Result>(
            _ fallback: Result, _ body: () throws(CorpusError) -> Result
        ) -> Result {
            do throws(CorpusError) { return try body() } catch {
                problems.append(error)
                return fallback
            }
        }
        let manifest = attempt(Manifest(name: "")) { () throws(CorpusError) in
            try folder.manifest()
        }
        let names = attempt((records: [], problems: [])) { () throws(CorpusError) in
            try folder.names()
        }
        for slug in slugs {
            let article = attempt(nil) { () throws(CorpusError) -> Article? in
                try folder.article(slug)
            }
            if let article { articles.append(article) }
        }
        return Corpus(
            folder: folder, manifest: manifest, articles: articles, names: names.records,
            problems: problems + names.problems)
    }
}
