/// What a status needs, without opening a text.
extension CorpusIndex {
    /// The facts of every article, or of one, in order of their slugs.
    public func facts(_ slug: Slug? = nil) throws(CorpusError) -> [ArticleFacts] {
        var articles: [ArticleFacts] = []
        var places: [String: Int] = [:]
        // Keys repeat from article to article, and each costs a call of ICU to read.
        var keys: [String: VersionKey] = [:]
        func key(_ string: String) -> VersionKey? {
            if let known = keys[string] { return known }
            let key = try? VersionKey(string)
            keys[string] = key
            return key
        }
        let filter = slug == nil ? "" : "WHERE slug = ?1"
        let values: [Statement.Value] = slug.map { [.text($0.string)] } ?? []
        let versions = try database.prepare(
            """
            SELECT slug, key, title, date, origin, pin, review, revision, sentences
            FROM version \(filter) ORDER BY slug, key
            """)
        try versions.rows(values) { row in
            guard let facts = Self.version(row, key) else { return }
            if articles.last?.slug != facts.slug {
                places[facts.slug] = articles.count
                articles.append(ArticleFacts(slug: facts.slug, versions: []))
            }
            articles[articles.count - 1].versions.append(facts)
        }
        let alignments = try database.prepare(
            "SELECT * FROM alignment \(filter) ORDER BY slug, source, target")
        try alignments.rows(values) { row in
            guard let facts = Self.alignment(row, key), let place = places[facts.slug] else {
                return
            }
            articles[place].alignments.append(facts)
        }
        return articles
    }

    /// What could not be read in the articles, or in one.
    public func problems(_ slug: Slug? = nil) throws(CorpusError) -> [CorpusProblem] {
        var problems: [CorpusProblem] = []
        let filter = slug == nil ? "" : "WHERE slug = ?1"
        let query = try database.prepare(
            "SELECT message, hint FROM problem \(filter) ORDER BY slug, message")
        try query.rows(slug.map { [.text($0.string)] } ?? []) {
            problems.append(CorpusProblem(message: $0.string(0), nextStep: $0.optionalString(1)))
        }
        return problems
    }

    /// How many sentences changed between two revisions of a text, where that was found out before.
    public func drift(_ slug: String, _ key: VersionKey, _ old: Revision, _ new: Revision)
        throws(CorpusError) -> Int?
    {
        var changed: Int?
        let query = try database.prepare(
            "SELECT changed FROM drift WHERE slug = ?1 AND key = ?2 AND old = ?3 AND new = ?4")
        try query.rows([
            .text(slug), .text(key.string), .text(old.string), .text(new.string),
        ]) { changed = Int($0.integer(0)) }
        return changed
    }

    public func storeDrift(
        _ changed: Int, _ slug: String, _ key: VersionKey, _ old: Revision, _ new: Revision
    ) throws(CorpusError) {
        try database.prepare("INSERT OR REPLACE INTO drift VALUES (?1, ?2, ?3, ?4, ?5)").run(
            .text(slug), .text(key.string), .text(old.string), .text(new.string), .init(changed))
    }

    private static func version(_ row: Statement, _ key: (String) -> VersionKey?) -> VersionFacts? {
        guard let own = key(row.string(1)) else { return nil }
        return VersionFacts(
            slug: row.string(0), key: own, title: row.optionalString(2),
            date: row.optionalString(3), origin: row.optionalString(4).flatMap(key),
            pin: row.optionalString(5).flatMap(Revision.init),
            review: ReviewState(rawValue: row.string(6)) ?? .draft,
            revision: row.optionalString(7).flatMap(Revision.init),
            sentenceCount: Int(row.integer(8)))
    }

    private static func alignment(
        _ row: Statement, _ key: (String) -> VersionKey?
    ) -> AlignmentFacts? {
        guard let source = key(row.string(1)), let target = key(row.string(2)),
            let sourceRevision = Revision(row.string(3)),
            let targetRevision = Revision(row.string(4))
        else { return nil }
        return AlignmentFacts(
            slug: row.string(0),
            source: .init(
                version: source, revision: sourceRevision, sentenceCount: Int(row.integer(5)),
                linkedCount: Int(row.integer(6))),
            target: .init(
                version: target, revision: targetRevision, sentenceCount: Int(row.integer(7)),
                linkedCount: Int(row.integer(8))))
    }
}
