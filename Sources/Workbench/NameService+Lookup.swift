internal import Interchange
internal import LocaleData
internal import Names
internal import Synchronization
internal import TextCore

extension NameService {
    /// A gazetteer made ready; only the service that made it can look up in it. Safe to share.
    public final class Gazetteer: Sendable {
        let index: NameIndex
        private let idle = Mutex<[LookupBox]>([])

        init(index: NameIndex) { self.index = index }

        /// How many names it has.
        public var count: Int { index.count }

        /// Lends a look-up that no other task has.
        fileprivate func withLookup<Value>(
            _ make: () throws(LocaleDataError) -> NameLookup,
            _ body: (NameLookup) throws(NameIndexError) -> Value
        ) throws(WorkbenchError) -> Value {
            let box: LookupBox
            if let ready = idle.withLock({ $0.popLast() }) {
                box = ready
            } else {
                do throws(LocaleDataError) { box = LookupBox(lookup: try make()) } catch {
                    throw WorkbenchError(error)
                }
            }
            defer { idle.withLock { $0.append(box) } }
            do throws(NameIndexError) { return try body(box.lookup) } catch {
                throw WorkbenchError(
                    "the index is \(error)", hint: "build it again with 'dragoman lookup build'")
            }
        }
    }

    /// The entities that a name could be, best first, each once.
    public func lookUp(
        _ name: Written, in gazetteer: Gazetteer, limit: Int = 10
    ) throws(WorkbenchError) -> [Candidate] {
        let found: Result<[Candidate], WorkbenchError>
        do throws(LocaleDataError) {
            found = try withWorker { worker throws(LocaleDataError) in
                let record = try record(name, worker)
                return Result { () throws(WorkbenchError) in
                    try candidates(record, gazetteer, worker, limit)
                }
            }
        } catch { throw WorkbenchError(error) }
        return try found.get()
    }

    private func candidates(
        _ record: NameRecord, _ gazetteer: Gazetteer, _ worker: NameWorker, _ limit: Int
    ) throws(WorkbenchError) -> [Candidate] {
        let found = try gazetteer.withLookup { () throws(LocaleDataError) in
            try NameLookup(gazetteer.index, worker.reader) { tag throws(LocaleDataError) in
                try shelf.profile(tag)
            }
        } _: { lookup throws(NameIndexError) in
            try lookup.candidates(record, worker.matcher, limit: limit)
        }
        return found.map {
            Candidate(
                entity: $0.entity,
                name: Written(name: $0.record.written, language: $0.record.language),
                score: $0.score)
        }
    }

    /// Changes when the locale data that names are read by does; an index built with other data is built again.
    var fingerprint: UInt64 { shelf.nameFingerprint }

    func indexBuilder(
        _ storage: any IndexStorage, origin: UInt64
    ) throws(NameIndexError) -> NameIndexBuilder {
        try NameIndexBuilder(
            storage, table: languages.table, fingerprint: fingerprint, origin: origin)
    }

    /// Reads names for an index, with one worker.
    func prepared(
        _ names: ArraySlice<GazetteerName>
    ) throws(LocaleDataError) -> [NameIndexBuilder.Prepared] {
        try withWorker { worker throws(LocaleDataError) in
            var prepared: [NameIndexBuilder.Prepared] = []
            prepared.reserveCapacity(names.count)
            for name in names {
                let written = Written(name: name.name, language: name.language)
                prepared.append(
                    .init(
                        entity: name.entity, record: try record(written, worker),
                        table: languages.table))
            }
            return prepared
        }
    }
}

/// A look-up that is idle or lent to one task.
private struct LookupBox: @unchecked Sendable {
    // Safe: a look-up leaves the list of idle ones for as long as a task uses it.
    let lookup: NameLookup
}
