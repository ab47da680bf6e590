internal import TextCore

extension CorpusFolder {
    /// Runs `body` while no one else writes to this corpus; what `body` wrote when it returns is on the disk.
    ///
    /// - Throws: `busy` when another writer holds the corpus for half a minute.
    public func locked<Result>(
        _ body: (CorpusWriter) throws(CorpusError) -> Result
    ) throws(CorpusError) -> Result {
        let lock = try CorpusLock(lockFile)
        let result = try body(CorpusWriter(folder: self))
        _ = consume lock
        return result
    }
}

/// The right to write to a corpus; there is one at a time.
///
/// Every function replaces whole files, and texts come before the records that speak of them: at whatever point the
/// program ends, the folder can be read.
public struct CorpusWriter {
    public let folder: CorpusFolder

    public func save(_ manifest: Manifest) throws(CorpusError) {
        try write(manifest.json, to: folder.manifestFile)
    }

    public func save(_ article: Article) throws(CorpusError) {
        try write(article.json, to: folder.articleFile(article.slug))
    }

    public func save(_ annotations: Annotations, _ slug: Slug, _ key: VersionKey)
        throws(CorpusError)
    {
        try write(annotations.json, to: folder.annotationsFile(slug, key))
    }

    public func save(_ names: [NameRecord]) throws(CorpusError) {
        try FileAccess.write(NamesFile.bytes(names), to: folder.namesFile)
    }

    /// Stores an alignment; fields of the old file that this program does not know are kept.
    public func save(_ alignment: AlignmentRecord, _ slug: Slug) throws(CorpusError) {
        let (source, target) = (alignment.source.version, alignment.target.version)
        var record = alignment
        if let old = try? folder.alignment(slug, source, target) { record.other = old.other }
        try write(record.json, to: folder.alignmentFile(slug, source, target))
    }

    /// Keeps a version's present text, so that it can be compared with later ones.
    ///
    /// Done when an origin is noted, not when the text changes: an edit by hand asks nobody first.
    public func keep(_ slug: Slug, _ key: VersionKey) throws(CorpusError) -> Revision? {
        guard let bytes = try FileAccess.read(folder.textFile(slug, key)) else { return nil }
        let revision = Revision(of: bytes)
        let file = folder.revisionFile(slug, key, revision)
        if !FileAccess.isThere(file) { try FileAccess.write(bytes, to: file) }
        return revision
    }

    /// Adds a version to an article, or replaces the one with that key; makes the article where there is none.
    ///
    /// - Throws: `emptyText` for a draft without a sentence, `noVersion` for an origin that is not there.
    public func add(_ draft: VersionDraft, to slug: Slug) throws(CorpusError) -> Version {
        let text = ArticleMarkup.compose(draft.blocks)
        guard !text.isEmpty else { throw .emptyText(slug: slug.string, key: draft.key.string) }
        var article = Article(slug)
        if FileAccess.isFolder(folder.folder(slug)) { article = try folder.article(slug) }
        var version = article.versions[draft.key] ?? Version(draft.key)
        draft.describe(&version)
        if let from = draft.from {
            version.origin = try origin(article, from, keeping: version.origin)
        }
        if let raw = draft.raw { try store(raw, slug, draft.key) }
        try FileAccess.write(text.bytes, to: folder.textFile(slug, draft.key))
        article.versions[draft.key] = version
        try save(article)
        return version
    }

    /// One input a version: that of an earlier text goes.
    private func store(_ raw: VersionDraft.Raw, _ slug: Slug, _ key: VersionKey)
        throws(CorpusError)
    {
        for suffix in VersionDraft.Raw.Suffix.allCases where suffix != raw.suffix {
            FileAccess.remove(folder.rawFile(slug, key, suffix.rawValue))
        }
        try FileAccess.write(raw.bytes, to: folder.rawFile(slug, key, raw.suffix.rawValue))
    }

    private func origin(
        _ article: Article, _ name: String, keeping old: Origin?
    ) throws(CorpusError) -> Origin {
        let source = try article.version(named: name).key
        var origin = Origin(source, revision: try keep(article.slug, source))
        if let old, old.version == source { origin.other = old.other }
        return origin
    }

    private func write(_ value: JSONValue, to file: String) throws(CorpusError) {
        try FileAccess.write(JSONWriter.file(value), to: file)
    }
}
