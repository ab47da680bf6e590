internal import Glibc

/// A corpus on disk: where its files are. Holds no content, so it is cheap to copy and never stale.
public struct CorpusFolder: Hashable, Sendable {
    /// The folder that holds `corpus.json`, without a slash at its end.
    public let path: String

    private init(unchecked path: String) { self.path = path }

    /// - Throws: `noCorpus` when there is no `corpus.json` in the folder.
    public init(opening path: String) throws(CorpusError) {
        let trimmed = Self.trim(path)
        guard FileAccess.isThere("\(trimmed)/corpus.json") else {
            throw .noCorpus(startingFrom: trimmed)
        }
        self.path = trimmed
    }

    /// The corpus that a folder belongs to: the folder itself, its `corpus/`, or the same of a folder above it.
    public static func locate(from start: String) throws(CorpusError) -> CorpusFolder {
        var folder = Self.absolute(start)
        while true {
            let base = folder == "/" ? "" : folder
            for candidate in [base, "\(base)/corpus"] {
                if let found = try? CorpusFolder(opening: candidate.isEmpty ? "/" : candidate) {
                    return found
                }
            }
            guard folder != "/" else { throw .noCorpus(startingFrom: start) }
            folder = FileAccess.split(folder).folder
        }
    }

    /// The version whose text a file is by its place, `articles/<slug>/<version>.md` of a corpus.
    public static func version(ofText path: String) -> VersionKey? {
        let (article, name) = FileAccess.split(absolute(path))
        let (articles, slug) = FileAccess.split(article)
        guard name.hasSuffix(".md"), (try? Slug(slug)) != nil,
            let folder = try? CorpusFolder(opening: FileAccess.split(articles).folder),
            folder.articlesFolder == articles
        else { return nil }
        return try? VersionKey(String(name.dropLast(3)))
    }

    /// Makes a new, empty corpus; the folder may exist, a corpus in it may not.
    public static func create(at path: String, _ manifest: Manifest) throws(CorpusError)
        -> CorpusFolder
    {
        let folder = CorpusFolder(unchecked: Self.trim(path))
        return try folder.locked { (writer) throws(CorpusError) in
            guard !FileAccess.isThere(folder.manifestFile) else {
                throw .alreadyThere(path: folder.path)
            }
            try FileAccess.makeFolder("\(folder.path)/articles")
            try FileAccess.write(
                Array(".dragoman/\n.*.tmp\n".utf8), to: "\(folder.path)/.gitignore")
            try writer.save(manifest)
            return folder
        }
    }

    private static func trim(_ path: String) -> String {
        var path = path[...]
        while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        return path.isEmpty ? "." : String(path)
    }

    private static func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return trim(path) }
        defer { free(real) }
        return String(cString: real)
    }
}

/// Where each file is. Slugs and keys are checked types, so no path leads out of the corpus.
extension CorpusFolder {
    var manifestFile: String { "\(path)/corpus.json" }
    var namesFile: String { "\(path)/names.jsonl" }
    var articlesFolder: String { "\(path)/articles" }
    var abbreviationsFolder: String { "\(path)/abbreviations" }
    var glossariesFolder: String { "\(path)/glossaries" }
    var lockFile: String { "\(path)/.dragoman/lock" }
    public var indexFile: String { "\(path)/.dragoman/index.sqlite" }

    public func abbreviationFile(_ name: String) -> String { "\(abbreviationsFolder)/\(name)" }

    public func glossaryFile(_ name: String) -> String { "\(glossariesFolder)/\(name)" }

    func folder(_ slug: Slug) -> String { "\(articlesFolder)/\(slug)" }
    func articleFile(_ slug: Slug) -> String { "\(folder(slug))/article.json" }

    public func textFile(_ slug: Slug, _ key: VersionKey) -> String { "\(folder(slug))/\(key).md" }

    func revisionFile(_ slug: Slug, _ key: VersionKey, _ revision: Revision) -> String {
        "\(folder(slug))/revisions/\(key)/\(revision).md"
    }

    func alignmentFile(_ slug: Slug, _ source: VersionKey, _ target: VersionKey) -> String {
        "\(folder(slug))/alignments/\(source)--\(target).json"
    }

    func annotationsFile(_ slug: Slug, _ key: VersionKey) -> String {
        "\(folder(slug))/annotations/\(key).json"
    }

    func rawFile(_ slug: Slug, _ key: VersionKey, _ suffix: String) -> String {
        "\(folder(slug))/raw/\(key).\(suffix)"
    }
}
