internal import TextCore

/// `article.json`: the outlet and the language are written out for people, but the key is what counts.
extension Article {
    static let schema = 1

    init(_ slug: Slug, json source: JSONSource) throws(CorpusError) {
        var record = try source.record(try source.parse())
        try record.checkSchema(Self.schema)
        self.init(slug)
        if let versions = try record.record("versions") {
            for (name, node) in versions.fields.sorted(by: { $0.value.offset < $1.value.offset }) {
                guard let key = try? VersionKey(name) else {
                    throw source.expected("a version's key such as 'en', not '\(name)',", at: node)
                }
                guard self.versions[key] == nil else {
                    throw source.expected("'\(key)' once only", at: node)
                }
                self.versions[key] = try Version(key, try source.record(node))
            }
        }
        other = record.rest
    }

    var json: JSONValue {
        var fields = other
        fields["schema"] = .integer(Self.schema)
        fields["versions"] = .object(
            Dictionary(versions.map { ($0.key.string, $0.value.json) }) { $1 })
        return .object(fields)
    }
}

extension Version {
    fileprivate init(_ key: VersionKey, _ given: JSONRecord) throws(CorpusError) {
        var record = given
        self.init(key)
        _ = try record.string("language")
        _ = try record.string("outlet")
        title = try record.string("title")
        date = try record.string("date")
        url = try record.string("url")
        author = try record.string("author")
        review = try record.word("review", as: ReviewState.self) ?? .draft
        if let origin = try record.record("origin") { self.origin = try Origin(origin) }
        other = record.rest
    }

    fileprivate var json: JSONValue {
        var fields = other
        fields.set("language", key.language.string)
        fields.set("outlet", key.outlet)
        fields.set("title", title)
        fields.set("date", date)
        fields.set("url", url)
        fields.set("author", author)
        fields.set("review", review.rawValue)
        fields["origin"] = origin?.json
        return .object(fields)
    }
}

extension Origin {
    fileprivate init(_ given: JSONRecord) throws(CorpusError) {
        var record = given
        guard let version = record.take("version") else { throw record.missing("version") }
        let name = try record.source.string(version, "a version's key as 'version'")
        guard let key = try? VersionKey(name) else {
            throw record.source.expected("a version's key such as 'en'", at: version)
        }
        self.init(key, revision: try record.revision("revision"))
        other = record.rest
    }

    fileprivate var json: JSONValue {
        var fields = other
        fields.set("version", version.string)
        fields.set("revision", revision?.string)
        return .object(fields)
    }
}

extension JSONRecord {
    mutating func revision(_ key: String) throws(CorpusError) -> Revision? {
        guard let node = take(key) else { return nil }
        return try source.revision(node)
    }
}

extension JSONSource {
    func revision(_ node: JSONNode) throws(CorpusError) -> Revision {
        guard case .string(let digits) = node.content, let revision = Revision(digits) else {
            throw expected("16 hexadecimal digits", at: node)
        }
        return revision
    }
}
