public import Corpus
public import Quotes
public import TextCore

/// One version's quotes with where they stand: what utterances are grouped from.
public struct VersionQuotes: Sendable {
    public let version: VersionKey
    public let text: Text
    /// In text order.
    public let sentences: [TextSpan]
    public let quotes: [Quote]

    public init(version: VersionKey, text: Text, sentences: [TextSpan], quotes: [Quote]) {
        self.version = version
        self.text = text
        self.sentences = sentences
        self.quotes = quotes
    }
}

/// What one version makes of an utterance: a quote, or the pieces of a split one.
public struct Rendering: Hashable, Sendable {
    public let version: VersionKey
    /// Pieces of one quotation in text order; never empty.
    public let quotes: [Quote]
    /// The indices of the sentences that the pieces stand in.
    public let sentences: Range<Int>

    /// From the first piece's start to the last one's end.
    public var span: TextSpan {
        quotes.dropFirst().reduce(quotes[0].span) { $0.union($1.span) }
    }
}

/// One thing said once, with its renderings in all versions.
public struct Utterance: Hashable, Sendable {
    /// By version key, at least one.
    public let renderings: [Rendering]
    /// In what the renderings differ.
    public let differences: [UtteranceDifference]
}

/// Something that not all renderings of an utterance have.
public enum UtteranceDifference: Hashable, Sendable {
    /// Some say that somebody interpreted or translated, some do not.
    case mediation(flagged: [VersionKey], silent: [VersionKey])
    /// Some quote the words, some only paraphrase them.
    case form(quoted: [VersionKey], paraphrased: [VersionKey])
    /// Different people are named as the speaker.
    case speaker([String: [VersionKey]])
    /// A number that stands in some only.
    case number(String, present: [VersionKey], absent: [VersionKey])
}
