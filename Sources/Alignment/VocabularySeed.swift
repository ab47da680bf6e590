internal import TextCore

/// Ties words that ICU knows in every language: months, weekdays, languages, countries, currencies, small numbers.
///
/// A name of several tokens ties each of them to each of the other side, with a share of the weight: "星期三" and
/// "Wednesday" give three pairs of a third.
struct VocabularySeed {
    private let source: TokenIndex
    private let target: TokenIndex

    private static let weight: Float = 0.8
    private static let longestName = 4

    init(_ source: TokenIndex, _ target: TokenIndex) {
        self.source = source
        self.target = target
    }

    func pairs(_ body: (Int32, Int32, Float) -> Void) {
        guard source.language != .undetermined, target.language != .undetermined else { return }
        for vocabulary in Vocabulary.allCases {
            var byKey: [String: [[Int32]]] = [:]
            for entry in vocabulary.entries(target.language) {
                if let tokens = target.known(entry.word), tokens.count <= Self.longestName {
                    byKey[entry.key, default: []].append(tokens)
                }
            }
            for entry in vocabulary.entries(source.language) {
                guard let others = byKey[entry.key], let tokens = source.known(entry.word),
                    tokens.count <= Self.longestName
                else { continue }
                for other in others {
                    let share = Self.weight / Float(max(tokens.count, other.count, 1))
                    for from in tokens {
                        for to in other { body(from, to, share) }
                    }
                }
            }
        }
    }
}
