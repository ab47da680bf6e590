internal import TextCore

extension Lexicon {
    /// Pairs below this in both directions are left out of a saved lexicon.
    private static let leastProbability: Float = 0.01

    /// What a model has learned.
    init(_ model: AlignmentModel, _ source: TokenIndex, _ target: TokenIndex) {
        var pairs: [UInt64: (Float, Float)] = [:]
        Self.read(model.toTarget, target) { from, to, probability in
            pairs[PairNumbering.key(from, to), default: (0, 0)].0 = probability
        }
        Self.read(model.toSource, source) { from, to, probability in
            pairs[PairNumbering.key(to, from), default: (0, 0)].1 = probability
        }
        let entries = pairs.compactMap { key, value -> Entry? in
            let from = source.tokens[Int(PairNumbering.source(key))]
            let to = target.tokens[Int(PairNumbering.target(key))]
            guard max(value.0, value.1) >= Self.leastProbability, !TokenIndex.isTie(from),
                !TokenIndex.isTie(to)
            else { return nil }
            return Entry(source: from, target: to, toTarget: value.0, toSource: value.1)
        }
        self.init(source: source.language, target: target.language, entries: entries)
    }

    private static func read(
        _ table: TranslationTable, _ index: TokenIndex, _ body: (Int32, Int32, Float) -> Void
    ) {
        for row in 0..<table.rowStarts.count - 1 {
            for place in Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1]) {
                let column = table.columns[place]
                body(Int32(row), column, table.ratios[place] * index.share(Int(column)))
            }
        }
    }

    /// Hands out the pairs whose words both sides know, numbered as they number them, with a weight from 0 to 1.
    ///
    /// A lexicon of the two languages the other way round serves as well; one of other languages gives nothing.
    func seed(
        _ source: TokenIndex, _ target: TokenIndex, _ body: (Int32, Int32, Float) -> Void
    ) {
        let isTurned =
            self.source.language == target.language.language
            && self.target.language == source.language.language
        guard
            isTurned
                || self.source.language == source.language.language
                    && self.target.language == target.language.language
        else { return }
        for entry in entries {
            let (from, to) = isTurned ? (entry.target, entry.source) : (entry.source, entry.target)
            guard let from = source.number(of: from), let to = target.number(of: to) else {
                continue
            }
            body(from, to, (entry.toTarget + entry.toSource) / 2)
        }
    }
}
