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
    /// Names that are one and the same in all languages, in text order.
    public let names: [Mention]
    public let lexicon: WordingLexicon
    /// Days since some day, where the version has a date.
    public let day: Int?

    public init(
        version: VersionKey, text: Text, sentences: [TextSpan], quotes: [Quote],
        names: [Mention] = [], lexicon: WordingLexicon = .none, day: Int? = nil
    ) {
        self.version = version
        self.text = text
        self.sentences = sentences
        self.quotes = quotes
        self.names = names
        self.lexicon = lexicon
        self.day = day
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
    /// A number that stands in some only, by its value.
    case number(String, present: [VersionKey], absent: [VersionKey])
    /// Somebody or something that only some name.
    case name(String, present: [VersionKey], absent: [VersionKey])
    /// Some deny what others do not.
    case negation(present: [VersionKey], absent: [VersionKey])
    /// A clause of versions in one language that others in it leave out.
    case clause(String, present: [VersionKey], absent: [VersionKey])
    /// Some are much shorter than their language makes them.
    case length(short: [VersionKey], long: [VersionKey])
}
