internal import CSQLite

/// A connection to SQLite. Not thread-safe; whoever opened it works on it alone.
final class Database {
    private let handle: OpaquePointer
    private let path: String

    /// - Parameter path: a file, or `:memory:`.
    init(_ path: String) throws(CorpusError) {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(
            path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            let reason = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close(opened)
            throw .index(reason: reason)
        }
        handle = opened
        self.path = path
        sqlite3_busy_timeout(handle, 5_000)
        guard WordTokenizer.register(on: handle) else {
            throw .index(reason: "SQLite was built without FTS5")
        }
    }

    deinit { sqlite3_close(handle) }

    static var version: String { String(cString: sqlite3_libversion()) }

    func run(_ script: String) throws(CorpusError) {
        guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else { throw failure }
    }

    func prepare(_ query: String) throws(CorpusError) -> Statement {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK, let statement
        else { throw failure }
        return Statement(statement, of: self)
    }

    /// All of `body` or nothing.
    func transaction(_ body: () throws(CorpusError) -> Void) throws(CorpusError) {
        try run("BEGIN IMMEDIATE")
        do throws(CorpusError) {
            try body()
            try run("COMMIT")
        } catch {
            try? run("ROLLBACK")
            throw error
        }
    }

    var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }
    var failure: CorpusError {
        let code = sqlite3_errcode(handle)
        if code == SQLITE_BUSY || code == SQLITE_LOCKED { return .busy(path: path) }
        return .index(reason: String(cString: sqlite3_errmsg(handle)))
    }
}

/// A prepared query with its bound values.
final class Statement {
    private let handle: OpaquePointer
    private let database: Database
    /// SQLite copies the bytes before the call returns.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    fileprivate init(_ handle: OpaquePointer, of database: Database) {
        self.handle = handle
        self.database = database
    }

    deinit { sqlite3_finalize(handle) }

    enum Value {
        case null
        case integer(Int64)
        case text(String)

        init(_ string: String?) { self = string.map(Value.text) ?? .null }
        init(_ integer: Int?) { self = integer.map { .integer(Int64($0)) } ?? .null }
    }

    /// Binds from the first parameter on and runs to the end, for a query without rows.
    func run(_ values: Value...) throws(CorpusError) {
        bind(values)
        while try step() {}
    }

    /// Binds and calls `body` for each row.
    func rows(_ values: [Value] = [], each body: (Statement) throws(CorpusError) -> Void)
        throws(CorpusError)
    {
        bind(values)
        defer { sqlite3_reset(handle) }
        while try step() { try body(self) }
    }

    func bind(_ values: [Value]) {
        sqlite3_reset(handle)
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            switch value {
            case .null: sqlite3_bind_null(handle, place)
            case .integer(let integer): sqlite3_bind_int64(handle, place, integer)
            case .text(let string):
                var copy = string
                copy.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        _ = sqlite3_bind_text64(
                            handle, place, $0.baseAddress, UInt64($0.count), Self.transient,
                            UInt8(SQLITE_UTF8))
                    }
                }
            }
        }
    }

    private func step() throws(CorpusError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        default:
            let failure = database.failure
            sqlite3_reset(handle)
            throw failure
        }
    }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func optionalInteger(_ column: Int32) -> Int? {
        isNull(column) ? nil : Int(integer(column))
    }

    func string(_ column: Int32) -> String {
        guard let text = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }

    func optionalString(_ column: Int32) -> String? { isNull(column) ? nil : string(column) }

    private func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }
}
