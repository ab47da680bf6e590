public import TextCore

/// All that is known of one name as it is written: the record that `dragoman name` shows.
public struct NameDescription: Sendable {
    public struct Origin: Hashable, Sendable {
        public let language: LanguageTag
        /// 0 to 1; 1 where the user said so.
        public let confidence: Double
        /// What speaks for it: letters, endings, words.
        public let signs: [String]
    }

    public struct Token: Hashable, Sendable {
        public let text: String
        /// `family`, `given`, `patronymic`, `particle`, `title`, `suffix`, `initial`, `number` or `unknown`.
        public let role: String
    }

    public struct Reading: Hashable, Sendable {
        /// What the Latin letters follow.
        public let scheme: String
        public let tokens: [String]
        /// Where they come from: a folder of the locale data, or ICU.
        public let source: String
    }

    public let written: String
    /// NFC, without marks of direction, stress and the like, in the letters that the language prefers.
    public let display: String
    /// A guess where no known name has this form.
    public let kind: EntityKind
    /// ISO 15924, or nothing for a name without letters.
    public let script: String?
    /// The language that the rest follows.
    public let language: LanguageTag
    /// The likeliest first; one where the language was given.
    public let origins: [Origin]
    public let isGuessed: Bool
    /// `given-family`, `family-given` or `either`.
    public let order: String
    public let tokens: [Token]
    public let readings: [Reading]
    /// The skeleton key of each token of the likeliest reading.
    public let keys: [String]
    /// Ids of known names that have this form.
    public let known: [String]

    /// No language is likelier than the others together.
    public var isAmbiguous: Bool { isGuessed && (origins.first?.confidence ?? 0) < 0.6 }
}
