/// A quote as a row of a table, for spreadsheets and scripts.
public struct QuoteRow: Hashable, Sendable, Encodable {
    public let article: String
    public let version: String
    /// direct, mixed or indirect.
    public let type: String
    /// As written.
    public let speaker: String
    /// The dictionary form; empty where the speaker is not resolved.
    public let name: String
    /// `none` means that nothing is said of mediation, never that the words are verbatim.
    public let mediation: String
    /// The words that tell of the mediation.
    public let mark: String
    /// The tellers between speaker and page, in the order of the chain.
    public let relay: String
    public let words: String

    public init(
        article: String, version: String, type: String, speaker: String, name: String,
        mediation: String, mark: String, relay: String, words: String
    ) {
        self.article = article
        self.version = version
        self.type = type
        self.speaker = speaker
        self.name = name
        self.mediation = mediation
        self.mark = mark
        self.relay = relay
        self.words = words
    }

    static let columns = [
        "article", "version", "type", "speaker", "name", "mediation", "mark", "relay", "words",
    ]

    var fields: [String] {
        [article, version, type, speaker, name, mediation, mark, relay, words]
    }
}
