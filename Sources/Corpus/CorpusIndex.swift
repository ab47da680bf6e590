public import TextCore

/// The index of a corpus: what its files say, ready to be asked. Derived; losing it loses nothing.
///
/// Not thread-safe: whoever opened it works on it alone.
public final class CorpusIndex {
    /// Gives a document's sentences: spans in text order, each inside a block.
    public typealias SentenceFinder = (Document) -> [TextSpan]

    let folder: CorpusFolder
    let database: Database
    let sentences: SentenceFinder
    /// How many articles had to be read again for this call.
    var refreshedCount = 0
    private let isInMemory: Bool

    /// Where the index is and what had to be done, in words.
    public var state: String {
        let place = isInMemory ? "in memory: its file cannot be written now" : folder.indexFile
        return refreshedCount == 0
            ? "\(place), up to date" : "\(place), \(refreshedCount) articles read again"
    }

    /// Brings the index up to date with the files and hands it to `body`.
    ///
    /// A file that is damaged or of another schema is thrown away and built anew. Where no file can be written, or
    /// another process is building it, the index lives in memory for this call.
    ///
    /// - Parameter fingerprint: changes when the sentences of an unchanged text may differ.
    public static func use<Result>(
        _ folder: CorpusFolder, fingerprint: String, sentences: @escaping SentenceFinder,
        _ body: (CorpusIndex) throws(CorpusError) -> Result
    ) throws(CorpusError) -> Result {
        for attempt in 0..<2 {
            do throws(CorpusError) {
                try FileAccess.makeFolder(FileAccess.split(folder.indexFile).folder)
                let index = try CorpusIndex(folder, at: folder.indexFile, sentences)
                try index.prepare(fingerprint)
                try index.refresh()
                return try body(index)
            } catch {
                guard case .index = error else {
                    if case .busy = error { break }
                    if case .unwritable = error { break }
                    throw error
                }
                if attempt == 0 { discard(folder) }
            }
        }
        let index = try CorpusIndex(folder, at: ":memory:", sentences)
        try index.prepare(fingerprint)
        try index.refresh()
        return try body(index)
    }

    private init(
        _ folder: CorpusFolder, at path: String, _ sentences: @escaping SentenceFinder
    ) throws(CorpusError) {
        self.folder = folder
        self.sentences = sentences
        isInMemory = path == ":memory:"
        database = try Database(path)
        // What a crash of the machine could lose is built again.
        try database.run("PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;")
    }

    /// Removes the index's files.
    public static func discard(_ folder: CorpusFolder) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            FileAccess.remove(folder.indexFile + suffix)
        }
    }

    /// The versions of SQLite and of the index's tables, for reports.
    public static var engine: (sqlite: String, schema: Int) {
        (Database.version, IndexSchema.version)
    }

    /// Makes the tables where there are none.
    private func prepare(_ fingerprint: String) throws(CorpusError) {
        let wanted = "\(IndexSchema.version) \(fingerprint)"
        if try storedVersion() == wanted { return }
        if try hasTables() { throw .index(reason: "it is of another version") }
        try database.run("PRAGMA journal_mode = WAL")
        try database.transaction { () throws(CorpusError) in
            // Another process may have been faster.
            if try hasTables() { return }
            try database.run(IndexSchema.script)
            try database.prepare("INSERT INTO meta VALUES ('version', ?1)").run(.text(wanted))
        }
    }

    private func hasTables() throws(CorpusError) -> Bool {
        var count: Int64 = 0
        try database.prepare("SELECT count(*) FROM sqlite_master").rows { count = $0.integer(0) }
        return count > 0
    }

    private func storedVersion() throws(CorpusError) -> String? {
        guard try hasTables() else { return nil }
        var version: String?
        try database.prepare("SELECT value FROM meta WHERE key = 'version'").rows {
            version = $0.string(0)
        }
        return version
    }
}
