/// A place in a file; line and column count from 1, columns in Unicode scalars.
public struct FilePlace: Hashable, Sendable {
    public let file: String
    public let line: Int
    public let column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension FilePlace: CustomStringConvertible {
    public var description: String { "\(file):\(line):\(column)" }
}

/// What can be wrong with a corpus folder.
public enum CorpusError: Error, Hashable, Sendable {
    case noCorpus(startingFrom: String)
    case alreadyThere(path: String)
    case badSlug(String)
    case badVersionKey(String)
    case unreadable(file: String, reason: String)
    case unwritable(file: String, reason: String)
    case malformedJSON(FilePlace, reason: String)
    /// A value of a JSON file that is not what stands there by the schema.
    case unexpected(FilePlace, expected: String)
    case newerSchema(file: String, found: Int, known: Int)
    case noArticle(slug: String, near: String?)
    case noVersion(slug: String, key: String, known: [String])
    case emptyText(slug: String, key: String)
    case busy(path: String)
    case index(reason: String)
}
