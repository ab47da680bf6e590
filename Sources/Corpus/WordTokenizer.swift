internal import CSQLite
internal import TextCore

/// ``WordFolding`` as a tokenizer of FTS5, under the name `dragoman`; every connection needs it registered.
enum WordTokenizer {
    /// What FTS5 holds as its opaque pointer.
    private final class Instance {
        let folding: WordFolding
        init(_ folding: WordFolding) { self.folding = folding }
    }

    /// - Returns: false when this SQLite has no FTS5.
    static func register(on connection: OpaquePointer) -> Bool {
        guard let api = api(connection), let create = api.pointee.xCreateTokenizer else {
            return false
        }
        var tokenizer = fts5_tokenizer(
            xCreate: { _, _, _, out in
                guard let folding = WordFolding() else { return SQLITE_ERROR }
                out?.pointee = OpaquePointer(
                    Unmanaged.passRetained(Instance(folding)).toOpaque())
                return SQLITE_OK
            },
            xDelete: { pointer in
                guard let pointer else { return }
                Unmanaged<Instance>.fromOpaque(UnsafeRawPointer(pointer)).release()
            },
            xTokenize: { pointer, context, _, text, count, emit in
                guard let pointer, let emit else { return SQLITE_ERROR }
                let instance = Unmanaged<Instance>.fromOpaque(UnsafeRawPointer(pointer))
                let bytes = [UInt8](UnsafeRawBufferPointer(start: text, count: Int(max(0, count))))
                return WordTokenizer.emit(
                    instance.takeUnretainedValue().folding.tokens(bytes), context, emit)
            })
        return create(api, "dragoman", nil, &tokenizer, nil) == SQLITE_OK
    }

    private typealias Emitter =
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32
        ) -> Int32

    private static func emit(
        _ tokens: [WordFolding.Token], _ context: UnsafeMutableRawPointer?, _ emit: Emitter
    ) -> Int32 {
        for token in tokens {
            let code = token.bytes.withUnsafeBufferPointer { buffer in
                buffer.withMemoryRebound(to: CChar.self) {
                    emit(
                        context, 0, $0.baseAddress, Int32($0.count), Int32(token.span.start),
                        Int32(token.span.end))
                }
            }
            if code != SQLITE_OK { return code }
        }
        return SQLITE_OK
    }

    private static func api(_ connection: OpaquePointer) -> UnsafeMutablePointer<fts5_api>? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK
        else { return nil }
        defer { sqlite3_finalize(statement) }
        var api: UnsafeMutablePointer<fts5_api>?
        withUnsafeMutablePointer(to: &api) {
            sqlite3_bind_pointer(statement, 1, $0, "fts5_api_ptr", nil)
            sqlite3_step(statement)
        }
        return api
    }
}
