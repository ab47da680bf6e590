public import LocaleData
internal import Names
internal import Synchronization
public import TextCore

/// Names in any script: compared, looked up, found in texts and written in other languages. Safe to share.
public final class NameService: Sendable {
    public struct Written: Hashable, Sendable {
        public let name: String
        public let language: LanguageTag

        public init(name: String, language: LanguageTag) {
            self.name = name
            self.language = language
        }
    }

    /// An entity of a gazetteer that a name could be.
    public struct Candidate: Sendable {
        public let entity: String
        public let name: Written
        /// 0 to 1.
        public let score: Double
    }

    /// A gazetteer made ready; only the service that made it can look up in it.
    public struct Gazetteer: Sendable {
        let index: NameIndex
    }

    private let shelf: ProfileShelf
    private let languages: NameLanguages
    private let idle = Mutex<[NameWorker]>([])

    public init(_ shelf: ProfileShelf) throws(LocaleDataError) {
        self.shelf = shelf
        languages = NameLanguages(root: try shelf.profile(.undetermined))
    }

    public func compare(
        _ left: Written, _ right: Written
    ) throws(LocaleDataError) -> (score: Double, same: Bool, reasons: [String]) {
        try withWorker { worker throws(LocaleDataError) in
            let match = worker.matcher.compare(
                try record(left, worker), try record(right, worker))
            return (match.score, match.same, match.reasons)
        }
    }

    public func gazetteer(
        _ names: [(entity: String, name: Written)]
    ) throws(LocaleDataError) -> Gazetteer {
        try withWorker { worker throws(LocaleDataError) in
            var entries: [NameIndex.Entry] = []
            entries.reserveCapacity(names.count)
            for (entity, name) in names {
                entries.append(
                    NameIndex.Entry(entity: entity, record: try record(name, worker)))
            }
            return Gazetteer(index: NameIndex(entries, table: languages.table))
        }
    }

    public func lookUp(
        _ name: Written, in gazetteer: Gazetteer, limit: Int = 10
    ) throws(LocaleDataError) -> [Candidate] {
        try withWorker { worker throws(LocaleDataError) in
            gazetteer.index.lookUp(try record(name, worker), worker.matcher, limit: limit).map {
                let record = $0.entry.record
                return Candidate(
                    entity: $0.entry.entity,
                    name: Written(name: record.written, language: record.language),
                    score: $0.score)
            }
        }
    }

    private func record(_ name: Written, _ worker: NameWorker) throws(LocaleDataError) -> NameRecord
    {
        worker.reader.record(name.name, name.language, try shelf.profile(name.language))
    }

    /// Lends a worker that no other task has.
    private func withWorker<Result>(
        _ body: (NameWorker) throws(LocaleDataError) -> Result
    ) throws(LocaleDataError) -> Result {
        let worker = idle.withLock { $0.popLast() } ?? NameWorker(languages)
        defer { idle.withLock { $0.append(worker) } }
        return try body(worker)
    }
}

/// What one task reads and compares names with.
private struct NameWorker: @unchecked Sendable {
    // Safe: a worker is either among the idle ones or lent to one task.
    let reader: NameReader
    let matcher: NameMatcher

    init(_ languages: NameLanguages) {
        reader = NameReader(languages)
        matcher = NameMatcher(languages)
    }
}
