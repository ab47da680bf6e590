public import TextCore

/// Finds the names of a gazetteer that a name could be; a million of them lie in a file that is mapped, not read.
///
/// Every name is filed under its grams (``NameGrams``). A ``NameLookup`` gathers the entries that share the rarest ones,
/// ranks the best of these by how much their tokens share, and has the matcher compare what is left. An index is a
/// value: look-ups of several tasks may share it.
public struct NameIndex: Sendable {
    let source: any ByteSource
    let layout: IndexLayout
    let tables: RecordTables

    /// - Throws: when a byte of it is not as it was written.
    public init(_ source: any ByteSource) throws(NameIndexError) {
        self.source = source
        let read = source.withBytes { bytes in
            Result { () throws(NameIndexError) in try Self.read(bytes) }
        }
        (layout, tables) = try read.get()
    }

    private static func read(
        _ bytes: UnsafeRawBufferPointer
    ) throws(NameIndexError) -> (IndexLayout, RecordTables) {
        let layout = try IndexLayout(checking: bytes)
        var cursor = ByteCursor(
            UnsafeRawBufferPointer(rebasing: bytes[layout[.tables].range]),
            origin: layout[.tables].offset)
        let tables = RecordTables(&cursor)
        if let fault = cursor.fault { throw .damaged(place: fault, part: "tables") }
        return (layout, tables)
    }

    /// How many names there are.
    public var count: Int { layout.entries }

    /// The digest of the locale data that it was built with.
    public var fingerprint: UInt64 { layout.fingerprint }

    /// The digest of what the names came from.
    public var origin: UInt64 { layout.origin }

    /// True for bytes that begin as an index does, whatever is behind.
    public static func isIndex(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.prefix(8).elementsEqual(IndexLayout.magic)
    }

    /// The language of each kind of record, which a ``NameLookup`` needs the costs of.
    public var languages: [LanguageTag] { tables.hands.map(\.language) }

    /// So many entries of a gram are filed at most: what more names than that share tells next to nothing.
    static func longestList(_ count: Int) -> Int { max(1 << 15, count / 16) }
}
