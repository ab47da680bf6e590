internal import TextCore

/// How much longer or shorter the translations of a collection are than their sources, by language.
struct LengthHabits {
    private var ratios: [LanguageTag: [Double]] = [:]

    /// Fewer texts, or shorter ones, tell no habit.
    private static let fewest = 8
    private static let shortest = 40.0

    mutating func add(_ source: PassageWeight, _ target: PassageWeight) {
        guard source.total >= Self.shortest, target.total > 0 else { return }
        ratios[target.passage.language, default: []].append(target.total / source.total)
    }

    /// The usual length of a translation for each letter of its source, as ``PassageWeight`` counts both.
    func usualRatios() -> [LanguageTag: Double] {
        ratios.filter { $0.value.count >= Self.fewest }.mapValues { values in
            values.sorted()[values.count / 2]
        }
    }
}
