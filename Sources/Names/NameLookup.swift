public import LocaleData
public import TextCore

/// Looks names up in an index. Not thread-safe: one a task; it keeps room for one number a name of the index.
public final class NameLookup {
    public struct Candidate: Sendable {
        /// What the name names.
        public let entity: String
        public let record: NameRecord
        /// 0 to 1.
        public let score: Double
    }

    private let index: NameIndex
    private let table: SoundTable
    private let costs: [Int]
    private var gathered: EntryTally
    private var ranking: FormRanking

    /// How many names are ranked by their tokens, and how many of these are compared in full.
    static let ranked = 1_500
    static let shortlist = 300

    /// - Parameters:
    ///   - reader: of the languages whose matcher will compare.
    ///   - profile: the locale data for a language.
    public init<Failure: Error>(
        _ index: NameIndex, _ reader: NameReader,
        profile: (LanguageTag) throws(Failure) -> LocaleProfile
    ) throws(Failure) {
        self.index = index
        table = reader.table
        var costs: [Int] = []
        for language in index.languages {
            costs.append(reader.language(try profile(language)).number)
        }
        self.costs = costs
        gathered = EntryTally(count: index.count)
        ranking = FormRanking(table: reader.table)
    }

    /// The entities that the name could be, best first, each once.
    ///
    /// - Parameter matcher: of the same languages as `record`.
    public func candidates(
        _ record: NameRecord, _ matcher: NameMatcher, limit: Int = 10
    ) throws(NameIndexError) -> [Candidate] {
        try withView { view throws(NameIndexError) in
            let records = NameRecordReader(view: view, tables: index.tables, table: table)
            var best: [Int: (entry: Int, score: Double)] = [:]
            for entry in try shortlist(record, records) {
                let (entity, other) = try records.record(entry, costs: costs)
                let score = matcher.score(record, other)
                if score > best[entity]?.score ?? -1 { best[entity] = (entry, score) }
            }
            return try candidates(Array(best), records, limit)
        }
    }

    /// The entities' ids are read for the best alone.
    private func candidates(
        _ found: [(key: Int, value: (entry: Int, score: Double))], _ records: NameRecordReader,
        _ limit: Int
    ) throws(NameIndexError) -> [Candidate] {
        let sorted = found.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }
        var candidates: [Candidate] = []
        var known: Set<String> = []
        for (entity, best) in sorted where candidates.count < limit {
            var cursor = records.view.entities.cursor(entity)
            let id = String(decoding: cursor.rest(), as: UTF8.self)
            // The names of an entity may stand apart in the gazetteer.
            guard known.insert(id).inserted else { continue }
            candidates.append(
                Candidate(
                    entity: id, record: try records.record(best.entry, costs: costs).1,
                    score: best.score))
        }
        return candidates
    }

    /// The numbers of the entries that a name is compared with, the likeliest first.
    func shortlist(_ record: NameRecord) throws(NameIndexError) -> [Int] {
        try withView { view throws(NameIndexError) in
            try shortlist(
                record, NameRecordReader(view: view, tables: index.tables, table: table))
        }
    }

    private func shortlist(
        _ record: NameRecord, _ records: NameRecordReader
    ) throws(NameIndexError) -> [Int] {
        let grams = NameGrams(table: table).grams(record)
        try gathered.gather(grams, records.view)
        let likeliest = gathered.best(Self.ranked, records.view)
        return try ranking.rank(likeliest, record, records, keeping: Self.shortlist)
    }

    private func withView<Value>(
        _ body: (IndexView) throws(NameIndexError) -> Value
    ) throws(NameIndexError) -> Value {
        try index.source.withBytes { bytes in
            Result { () throws(NameIndexError) in
                try body(IndexView(bytes, index.layout))
            }
        }.get()
    }
}
