internal import LocaleData
internal import Names
internal import TextCore
internal import Tracking

/// Compares words by their sounds and remembers them. Not thread-safe: one for each comparison.
final class NameEar: NameComparing {
    private struct Key: Hashable {
        let word: String
        let language: LanguageTag
    }

    private struct Pair: Hashable {
        let left: Key
        let right: Key
    }

    private let shelf: ProfileShelf
    private let worker: NameWorker
    private let giveBack: (NameWorker) -> Void
    private var records: [Key: NameRecord] = [:]
    private var known: [Pair: Bool] = [:]

    /// - Parameter giveBack: takes the worker when the comparison is over.
    init(
        _ worker: NameWorker, _ shelf: ProfileShelf,
        giveBack: @escaping (NameWorker) -> Void
    ) {
        self.worker = worker
        self.shelf = shelf
        self.giveBack = giveBack
    }

    deinit { giveBack(worker) }

    func areOne(
        _ left: String, _ leftLanguage: LanguageTag, _ right: String, _ rightLanguage: LanguageTag
    ) -> Bool {
        let pair = Pair(
            left: Key(word: left, language: leftLanguage),
            right: Key(word: right, language: rightLanguage))
        if let answer = known[pair] { return answer }
        var answer = false
        if let one = record(pair.left), let other = record(pair.right) {
            answer = worker.matcher.score(one, other) >= NameMatch.threshold
        }
        known[pair] = answer
        return answer
    }

    /// `nil` where the language's data cannot be read.
    private func record(_ key: Key) -> NameRecord? {
        if let record = records[key] { return record }
        guard let profile = try? shelf.profile(key.language) else { return nil }
        let record = worker.reader.record(key.word, key.language, profile)
        records[key] = record
        return record
    }
}
