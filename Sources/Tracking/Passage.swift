public import Quotes
public import TextCore

/// A stretch of a text that is compared with its counterpart in another language: a paragraph, or a whole text.
public struct Passage: Sendable {
    public let text: Text
    public let span: TextSpan
    public let language: LanguageTag
    public let lexicon: WordingLexicon
    /// Those of the stretch, in order.
    public let sentences: [TextSpan]
    /// Those of the stretch, in order.
    public let names: [Mention]
    /// Those of the stretch, in order.
    public let quotes: [Quote]
    /// The language that the words are in, where a detector is sure.
    public let detected: LanguageTag?

    public init(
        text: Text, span: TextSpan, language: LanguageTag, lexicon: WordingLexicon,
        sentences: [TextSpan], names: [Mention] = [], quotes: [Quote] = [],
        detected: LanguageTag? = nil
    ) {
        self.text = text
        self.span = span
        self.language = language
        self.lexicon = lexicon
        self.sentences = sentences
        self.names = names
        self.quotes = quotes
        self.detected = detected
    }

    var words: String { text[span] }
}
