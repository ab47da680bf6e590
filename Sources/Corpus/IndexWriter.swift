internal import TextCore

/// Writes what one article's files say into the index.
struct IndexWriter {
    private let index: CorpusIndex
    private let insertVersion: Statement
    private let insertSentence: Statement
    private let insertAlignment: Statement
    private let insertArticle: Statement
    private let insertProblem: Statement

    init(_ index: CorpusIndex) throws(CorpusError) {
        self.index = index
        let database = index.database
        insertVersion = try database.prepare(
            """
            INSERT INTO version (slug, key, title, date, origin, pin, review, revision, sentences)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT (slug, key) DO UPDATE SET title = ?3, date = ?4, origin = ?5, pin = ?6,
            review = ?7, revision = ?8, sentences = ?9
            """)
        insertSentence = try database.prepare(
            "INSERT INTO sentence (rowid, text, kind) VALUES (?1, ?2, ?3)")
        insertAlignment = try database.prepare(
            "INSERT OR REPLACE INTO alignment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        insertArticle = try database.prepare("INSERT OR REPLACE INTO article VALUES (?1, ?2)")
        insertProblem = try database.prepare("INSERT INTO problem VALUES (?1, ?2, ?3)")
    }

    /// Reads an article anew; what cannot be read becomes a problem of it.
    func read(_ slug: Slug) throws(CorpusError) {
        try run("DELETE FROM problem WHERE slug = ?1", slug.string)
        try run("DELETE FROM alignment WHERE slug = ?1", slug.string)
        var article = Article(slug)
        do throws(CorpusError) {
            article = try index.folder.article(slug)
        } catch {
            try report(error, slug)
            index.folder.adoptTexts(&article)
        }
        try dropVersions(of: article)
        for key in article.keys {
            if let version = article.versions[key] { try store(version, slug) }
        }
        for (source, target) in index.folder.alignedPairs(slug) {
            do throws(CorpusError) {
                if let record = try index.folder.alignment(slug, source, target) {
                    try store(record, slug)
                }
            } catch {
                try report(error, slug)
            }
        }
    }

    /// Notes the state of the files that an article was read from.
    func sign(_ slug: Slug, _ signature: Int64) throws(CorpusError) {
        try insertArticle.run(.text(slug.string), .integer(signature))
    }

    /// Takes an article that is no longer there out of all tables.
    func forget(_ slug: String) throws(CorpusError) {
        for (_, row) in try storedVersions(slug) { try dropSentences(row.id) }
        for table in ["version", "alignment", "drift", "problem", "article"] {
            try run("DELETE FROM \(table) WHERE slug = ?1", slug)
        }
    }

    private func report(_ error: CorpusError, _ slug: Slug) throws(CorpusError) {
        // Trouble with the index itself is not trouble with the article.
        if case .index = error { throw error }
        try insertProblem.run(.text(slug.string), .text("\(error)"), .init(error.nextStep))
    }

    private func store(_ version: Version, _ slug: Slug) throws(CorpusError) {
        let old = try storedVersions(slug.string)[version.key.string]
        var text: VersionText?
        do throws(CorpusError) { text = try index.folder.text(slug, version.key) } catch {
            try report(error, slug)
        }
        let isKept = old != nil && text != nil && old?.revision == text?.revision.string
        let spans = isKept ? [] : text.map { index.sentences($0.document) } ?? []
        try insertVersion.run(
            .text(slug.string), .text(version.key.string), .init(version.title ?? text?.title),
            .init(version.date), .init(version.origin?.version.string),
            .init(version.origin?.revision?.string), .text(version.review.rawValue),
            .init(text?.revision.string), .init(isKept ? old?.sentences : spans.count))
        guard !isKept else { return }
        if let id = old?.id { try dropSentences(id) }
        guard let text, let id = try storedVersions(slug.string)[version.key.string]?.id else {
            return
        }
        try store(spans, of: text.document, id)
    }

    private func store(_ spans: [TextSpan], of document: Document, _ id: Int64)
        throws(CorpusError)
    {
        var block = 0
        for (number, span) in spans.enumerated() {
            while block + 1 < document.blocks.count, document.blocks[block].span.end <= span.start {
                block += 1
            }
            let kind = document.blocks.isEmpty ? "" : document.blocks[block].kind.rawValue
            try insertSentence.run(
                .integer(id * IndexSchema.sentenceStride + Int64(number)),
                .text(document.text[span]), .text(kind))
        }
    }

    private func store(_ record: AlignmentRecord, _ slug: Slug) throws(CorpusError) {
        let linked = record.linked
        let (source, target) = (record.source, record.target)
        try insertAlignment.run(
            .text(slug.string), .text(source.version.string), .text(target.version.string),
            .text(source.revision.string), .text(target.revision.string),
            .init(source.sentences.count), .init(linked.source),
            .init(target.sentences.count), .init(linked.target))
    }

    private typealias Row = (id: Int64, revision: String?, sentences: Int)

    private func storedVersions(_ slug: String) throws(CorpusError) -> [String: Row] {
        var rows: [String: Row] = [:]
        let query = try index.database.prepare(
            "SELECT key, id, revision, sentences FROM version WHERE slug = ?1")
        try query.rows([.text(slug)]) { row in
            rows[row.string(0)] = (row.integer(1), row.optionalString(2), Int(row.integer(3)))
        }
        return rows
    }

    private func dropVersions(of article: Article) throws(CorpusError) {
        let kept = Set(article.keys.map(\.string))
        for (key, row) in try storedVersions(article.slug.string) where !kept.contains(key) {
            try dropSentences(row.id)
            try index.database.prepare("DELETE FROM version WHERE id = ?1").run(.integer(row.id))
        }
    }

    private func dropSentences(_ id: Int64) throws(CorpusError) {
        let start = id * IndexSchema.sentenceStride
        try index.database.prepare("DELETE FROM sentence WHERE rowid >= ?1 AND rowid < ?2")
            .run(.integer(start), .integer(start + IndexSchema.sentenceStride))
    }

    private func run(_ query: String, _ slug: String) throws(CorpusError) {
        try index.database.prepare(query).run(.text(slug))
    }
}
