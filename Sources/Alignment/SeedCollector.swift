internal import TextCore

/// Collects what can be known of word pairs without learning: equal tokens, cognates, names, an earlier lexicon,
/// glossaries and dictionaries.
struct SeedCollector {
    private let source: TokenIndex
    private let target: TokenIndex
    private let names: (any TokenKeying)?
    private let lexicon: Lexicon?
    private let terms: TermTable?

    /// Words shorter than this are too often alike by chance.
    private static let shortestWord = 4

    init(
        _ source: TokenIndex, _ target: TokenIndex, names: (any TokenKeying)?, lexicon: Lexicon?,
        terms: TermTable? = nil
    ) {
        self.source = source
        self.target = target
        self.names = names
        self.lexicon = lexicon
        self.terms = terms
    }

    func seed() -> SeedLexicon {
        var seed = SeedLexicon()
        addEqualTokens(&seed)
        for cognate in CognateFinder(source, target).pairs() {
            seed.add(cognate.source, cognate.target, cognate.weight)
        }
        VocabularySeed(source, target).pairs { seed.add($0, $1, $2) }
        addNames(&seed)
        lexicon?.seed(source, target) { seed.add($0, $1, $2) }
        terms?.seed(source, target) { seed.add($0, $1, $2) }
        return seed
    }

    private func addEqualTokens(_ seed: inout SeedLexicon) {
        let table = CharacterTable.shared
        for (number, token) in source.tokens.enumerated() {
            guard let other = target.number(of: token), let first = token.unicodeScalars.first
            else { continue }
            let isHan = table.script(first) == .han
            if !table.isLetter(first) || isHan || token.unicodeScalars.count >= Self.shortestWord {
                seed.add(Int32(number), other, 1)
            }
        }
    }

    private func addNames(_ seed: inout SeedLexicon) {
        guard let names else { return }
        var byKey: [String: [Int32]] = [:]
        for (number, surface) in target.surfaces.enumerated() where !surface.isEmpty {
            if let key = names.key(surface, target.language) {
                byKey[key, default: []].append(Int32(number))
            }
        }
        for (number, surface) in source.surfaces.enumerated() where !surface.isEmpty {
            guard let key = names.key(surface, source.language) else { continue }
            // A key that many words share tells little, and must not cost more than it tells.
            for other in (byKey[key] ?? []).prefix(8) { seed.add(Int32(number), other, 0.8) }
        }
    }
}
