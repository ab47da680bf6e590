/// Where an index is built: the index itself, and what is put aside until it is whole.
public protocol IndexStorage: AnyObject {
    func append(_ bytes: [UInt8], to file: IndexFile) throws(NameIndexError)
    func read(_ file: IndexFile, _ range: Range<Int>) throws(NameIndexError) -> [UInt8]
    /// Puts the head, which is known last, over the first bytes of the index.
    func overwriteStart(_ bytes: [UInt8]) throws(NameIndexError)
}

public enum IndexFile: Sendable {
    case index
    case runs
}

/// Builds an index in memory, for the few thousand names of a corpus or a small list.
public final class IndexInMemory: IndexStorage {
    public private(set) var bytes: [UInt8] = []
    private var runs: [UInt8] = []

    public init() {}

    public func append(_ bytes: [UInt8], to file: IndexFile) {
        switch file {
        case .index: self.bytes += bytes
        case .runs: runs += bytes
        }
    }

    public func read(_ file: IndexFile, _ range: Range<Int>) throws(NameIndexError) -> [UInt8] {
        let source = file == .index ? bytes : runs
        guard range.upperBound <= source.count else {
            throw .truncated(bytes: source.count, expected: range.upperBound)
        }
        return Array(source[range])
    }

    public func overwriteStart(_ head: [UInt8]) {
        bytes.replaceSubrange(..<min(head.count, bytes.count), with: head)
    }
}
