public import TextCore

/// One version of a text as the aligner sees it: its language and its sentences in order.
public struct AlignmentSide: Sendable {
    public struct Sentence: Hashable, Sendable {
        public let text: String
        /// The kind of block that the sentence stands in; a title aligns with a title.
        public let kind: BlockKind
        /// Signs that it shares with its counterpart and with nothing else, as far as is known: the sentence of a third
        /// version that both are aligned with.
        public let ties: [String]

        public init(_ text: String, kind: BlockKind = .paragraph, ties: [String] = []) {
            self.text = text
            self.kind = kind
            self.ties = ties
        }
    }

    public let language: LanguageTag
    public let sentences: [Sentence]
    /// What an encoder made of the sentences; used where both sides have as many vectors as sentences, of one dimension.
    public let vectors: SentenceVectors?

    public init(
        language: LanguageTag, sentences: [Sentence], vectors: SentenceVectors? = nil
    ) {
        self.language = language
        self.sentences = sentences
        self.vectors = vectors
    }

    public init(language: LanguageTag, lines: [String]) {
        self.init(language: language, sentences: lines.map { Sentence($0) })
    }
}

/// Two versions of one text, and what a person has already said about them.
public struct AlignmentPair: Sendable {
    public let source: AlignmentSide
    public let target: AlignmentSide
    /// Earlier beads. Confirmed ones are kept exactly and rejected ones do not come back; the others are ignored.
    public let earlier: [Bead]
    /// Beads that are not looked at again: they come back as they are, and teach. A confirmed one goes before them.
    public let settled: [Bead]

    public init(
        source: AlignmentSide, target: AlignmentSide, earlier: [Bead] = [], settled: [Bead] = []
    ) {
        self.source = source
        self.target = target
        self.earlier = earlier
        self.settled = settled
    }
}
