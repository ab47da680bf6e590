public import TextCore

/// Word pairs with their translation probabilities, as learned from aligned texts.
///
/// Words are the aligner's tokens: folded stems, single Han characters, plain numbers.
public struct Lexicon: Sendable {
    public struct Entry: Hashable, Sendable {
        public let source: String
        public let target: String
        /// p(target|source) and p(source|target), 0 to 1.
        public let toTarget: Float
        public let toSource: Float

        public init(source: String, target: String, toTarget: Float, toSource: Float) {
            self.source = source
            self.target = target
            self.toTarget = toTarget
            self.toSource = toSource
        }
    }

    public let source: LanguageTag
    public let target: LanguageTag
    /// Sorted by source, then target.
    public let entries: [Entry]

    public init(source: LanguageTag, target: LanguageTag, entries: [Entry]) {
        self.source = source
        self.target = target
        self.entries = entries.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    }

    /// True when it speaks of these two languages, in either direction.
    public func serves(_ first: LanguageTag, _ second: LanguageTag) -> Bool {
        let own = [source.language, target.language]
        return own == [first.language, second.language] || own == [second.language, first.language]
    }

    /// What a word is translated with, the most probable first.
    ///
    /// - Parameter word: as written; what the aligner makes of it is looked up on both sides.
    public func translations(of word: String) -> [Entry] {
        let sources = Set(AlignmentTokenizer(source).tokens(word))
        let targets = Set(AlignmentTokenizer(target).tokens(word))
        func rank(_ entry: Entry) -> Float { max(entry.toTarget, entry.toSource) }
        return entries.filter { sources.contains($0.source) || targets.contains($0.target) }
            .sorted { (rank($1), $0.source, $0.target) < (rank($0), $1.source, $1.target) }
    }
}
