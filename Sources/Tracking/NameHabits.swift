internal import TextCore

/// Which words of the sources the translators of a collection keep as names, by language.
struct NameHabits {
    private struct Count {
        var all = 0
        var kept = 0

        static func + (left: Count, right: Count) -> Count {
            Count(all: left.all + right.all, kept: left.kept + right.kept)
        }

        /// Not counting the text that lacks the word, it is kept nearly always.
        var isKept: Bool { Double(kept) >= NameHabits.share * Double(all - 1) }
    }

    private var counts: [LanguageTag: [String: Count]] = [:]
    /// The script that each language is likely in.
    private var scripts: [LanguageTag: String] = [:]

    /// No more texts tell no habit.
    private static let fewest = 2
    /// A name that is left out more often is one that may be left out.
    private static let share = 0.7

    /// Counts the names of one pair. The text that is checked counts itself, too.
    ///
    /// - Returns: the words that the target lacks, each once.
    mutating func add(
        _ source: NameWords, _ target: NameWords, by sounds: (any NameComparing)?
    ) -> [NameWords.Word] {
        var lacking: [NameWords.Word] = []
        var seen: Set<String> = []
        for word in source.words where seen.insert(word.letters).inserted {
            var count = counts[target.passage.language]?[word.letters] ?? Count()
            count.all += 1
            if target.has(word, from: source.passage.language, by: sounds) {
                count.kept += 1
            } else {
                lacking.append(word)
            }
            counts[target.passage.language, default: [:]][word.letters] = count
        }
        scripts[target.passage.language] = target.script
        return lacking
    }

    /// The target should have the word: other texts in its language have it, or, where those are few, others in its
    /// script. What no other text tells is expected where the letters are the same.
    func expects(_ word: NameWords.Word, in target: NameWords) -> Bool {
        let language = target.passage.language
        if let count = counts[language]?[word.letters], count.all > Self.fewest {
            return count.isKept
        }
        let pooled = counts.filter { scripts[$0.key] == target.script }.values
            .compactMap { $0[word.letters] }.reduce(Count(), +)
        if pooled.all > Self.fewest { return pooled.isKept }
        return word.isCertain && target.writes(word.script)
    }
}
