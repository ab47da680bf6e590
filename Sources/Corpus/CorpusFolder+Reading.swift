public import TextCore

/// A version's text as it stands in its file.
public struct VersionText: Sendable {
    public let key: VersionKey
    public let document: Document
    public let revision: Revision

    init(_ key: VersionKey, bytes: [UInt8]) {
        self.key = key
        document = ArticleMarkup.document(Text(utf8: bytes), language: key.language)
        revision = Revision(of: bytes)
    }

    /// The headline, on one line.
    public var title: String? {
        document.blocks.first { $0.kind == .title }.map { document.text[$0.span] }
    }
}

/// Reading: no lock is taken, and each file is read whole.
extension CorpusFolder {
    private func source(_ file: String) throws(CorpusError) -> JSONSource? {
        guard let bytes = try FileAccess.read(file) else { return nil }
        return JSONSource(file: file, bytes: bytes)
    }

    public func manifest() throws(CorpusError) -> Manifest {
        guard let source = try source(manifestFile) else { throw .noCorpus(startingFrom: path) }
        return try Manifest(json: source)
    }

    /// Folders under `articles/` in order of their names; one whose name is no slug is a problem.
    public func slugs() -> (slugs: [Slug], problems: [CorpusError]) {
        var slugs: [Slug] = []
        var problems: [CorpusError] = []
        for name in FileAccess.entries(articlesFolder) {
            do throws(CorpusError) {
                slugs.append(try Slug(name))
            } catch {
                if FileAccess.isFolder("\(articlesFolder)/\(name)") { problems.append(error) }
            }
        }
        return (slugs, problems)
    }

    /// - Throws: `noArticle` when there is no folder of that name.
    public func require(_ slug: Slug) throws(CorpusError) {
        guard FileAccess.isFolder(folder(slug)) else {
            throw .noArticle(slug: slug.string, near: nearestSlug(slug))
        }
    }

    /// An article as its files say: `article.json`, and texts beside it that it does not mention.
    public func article(_ slug: Slug) throws(CorpusError) -> Article {
        try require(slug)
        var article = Article(slug)
        if let source = try source(articleFile(slug)) { article = try Article(slug, json: source) }
        adoptTexts(&article)
        return article
    }

    /// Gives texts that the record does not mention a version each.
    func adoptTexts(_ article: inout Article) {
        for name in FileAccess.entries(folder(article.slug)) where name.hasSuffix(".md") {
            guard let key = try? VersionKey(String(name.dropLast(3))), key.string + ".md" == name
            else { continue }
            if article.versions[key] == nil { article.versions[key] = Version(key) }
        }
    }

    /// - Returns: `nil` when the version has no text file.
    public func text(_ slug: Slug, _ key: VersionKey) throws(CorpusError) -> VersionText? {
        try FileAccess.read(textFile(slug, key)).map { VersionText(key, bytes: $0) }
    }

    /// What a version's text was at a revision: the text of today, or one that was kept.
    public func text(_ slug: Slug, _ key: VersionKey, at revision: Revision) throws(CorpusError)
        -> VersionText?
    {
        if let current = try text(slug, key), current.revision == revision { return current }
        guard let bytes = try FileAccess.read(revisionFile(slug, key, revision)) else { return nil }
        return VersionText(key, bytes: bytes)
    }

    public func alignment(_ slug: Slug, _ source: VersionKey, _ target: VersionKey)
        throws(CorpusError) -> AlignmentRecord?
    {
        guard let json = try self.source(alignmentFile(slug, source, target)) else { return nil }
        return try AlignmentRecord(json: json)
    }

    /// The pairs that have an alignment, in order of their names.
    public func alignedPairs(_ slug: Slug) -> [(source: VersionKey, target: VersionKey)] {
        FileAccess.entries("\(folder(slug))/alignments").compactMap(Self.pair)
    }

    /// The two keys in the name of an alignment's file.
    static func pair(_ name: String) -> (source: VersionKey, target: VersionKey)? {
        guard name.hasSuffix(".json") else { return nil }
        let stem = Array(name.dropLast(5))
        guard
            let middle = stem.indices.dropLast().first(where: { stem[$0...($0 + 1)] == ["-", "-"] }
            ),
            let source = try? VersionKey(String(stem[..<middle])),
            let target = try? VersionKey(String(stem[(middle + 2)...]))
        else { return nil }
        return (source, target)
    }

    public func annotations(_ slug: Slug, _ key: VersionKey) throws(CorpusError) -> Annotations {
        guard let source = try source(annotationsFile(slug, key)) else { return Annotations() }
        return try Annotations(json: source)
    }

    /// The corpus's known names; lines that cannot be read are problems, the others count.
    public func names() throws(CorpusError) -> (records: [NameRecord], problems: [CorpusError]) {
        guard let source = try source(namesFile) else { return ([], []) }
        return NamesFile.read(source)
    }

    /// The names of the corpus's own lists of abbreviations, `<tag>.txt`, sorted.
    public var abbreviationFiles: [String] {
        FileAccess.entries(abbreviationsFolder).filter { $0.hasSuffix(".txt") }
    }

    public func abbreviations(_ name: String) throws(CorpusError) -> [UInt8] {
        try FileAccess.read(abbreviationFile(name)) ?? []
    }

    /// The names of the corpus's own glossaries, `<source>--<target>.tsv` and `.tbx`, sorted.
    public var glossaryFiles: [String] {
        FileAccess.entries(glossariesFolder).filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".tbx") }
    }

    public func glossary(_ name: String) throws(CorpusError) -> [UInt8] {
        try FileAccess.read(glossaryFile(name)) ?? []
    }

    private func nearestSlug(_ slug: Slug) -> String? {
        let known = slugs().slugs.map(\.string)
        return known.first { $0.contains(slug.string) || slug.string.contains($0) }
    }
}
