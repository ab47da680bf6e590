internal import Glibc

/// Finds the target sentences that have the most to do with a source sentence, without comparing it with all.
struct CandidateIndex {
    private let table: TranslationTable
    /// By token: the sentences that have it.
    private var sentences: [Int32: [Int32]] = [:]
    private let mostSentences: Int

    /// How many are found at most.
    private static let most = 4
    /// A translation counts when it is so much likelier than by chance.
    private static let leastRatio: Float = 3

    /// - Parameter targets: the sentences to choose from.
    init(_ stretch: Stretch, _ targets: [Int], _ table: TranslationTable) {
        self.table = table
        // Common words tell little and would make the search quadratic.
        mostSentences = max(20, targets.count / 50)
        for target in targets {
            for token in Set(stretch.target.words(of: target..<target + 1))
            where table.isReached[Int(token)] {
                sentences[token, default: []].append(Int32(target))
            }
        }
    }

    /// - Returns: the best first.
    func candidates(_ words: ArraySlice<Int32>) -> [Int] {
        var gains: [Int32: Float] = [:]
        for word in words {
            for place in Int(table.rowStarts[Int(word)])..<Int(table.rowStarts[Int(word) + 1]) {
                let ratio = table.ratios[place]
                guard ratio > Self.leastRatio,
                    let sentences = sentences[table.columns[place]],
                    sentences.count <= mostSentences
                else { continue }
                for sentence in sentences { gains[sentence, default: 0] += logf(ratio) }
            }
        }
        return gains.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(Self.most).map { Int($0.key) }
    }
}
