internal import LocaleData
internal import Names

/// Learns what a language's letters stand for in Latin ones: `letter-costs.txt` from names that the user has.
public struct LetterCostService: Sendable {
    /// What was learned, as the file is written, and how many words taught it.
    public struct Learned: Sendable {
        public let text: String
        public let words: Int
    }

    public init() {}

    /// - Parameters:
    ///   - lines: a name in the language, a tab, the same name in Latin letters; more columns are passed over.
    ///   - file: for messages.
    public func learn(_ lines: [String], file: String) throws(WorkbenchError) -> Learned {
        var pairs: [LetterCostLearner.Pair] = []
        for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("# ") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count >= 2 else {
                throw WorkbenchError(
                    "\(file):\(index + 1):1: expected a name, a tab, and the name in Latin letters")
            }
            pairs += Self.words(columns[0], columns[1])
        }
        let learner = LetterCostLearner(pairs)
        guard learner.count >= Self.fewest else {
            throw WorkbenchError(
                "\(file): \(learner.count) words are too few to learn from",
                hint: "give \(Self.fewest) at least, better 10,000")
        }
        return Learned(text: learner.learn().text, words: learner.count)
    }

    /// Fewer words teach chance more than habit.
    static let fewest = 100

    /// Names of several words are taken word by word where both sides have as many.
    private static func words(_ name: Substring, _ latin: Substring) -> [LetterCostLearner.Pair] {
        let separators: Set<Character> = [" ", "·", "・", "-"]
        let left = name.split { separators.contains($0) }
        let right = latin.split { separators.contains($0) }
        guard left.count == right.count else { return [] }
        return zip(left, right).map {
            LetterCostLearner.Pair(letters: String($0), latin: String($1))
        }
    }
}
