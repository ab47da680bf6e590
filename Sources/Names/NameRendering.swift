public import TextCore

/// A name as another language writes it, and on what ground.
public struct NameRendering: Hashable, Sendable {
    public enum Ground: Hashable, Sendable {
        /// A known name's form in that language.
        case established
        /// Made by a transform of ICU, or by the locale's rules.
        case convention(String)
        /// The language takes the name as it stands.
        case asWritten
    }

    public let form: String
    public let language: LanguageTag
    public let ground: Ground
    /// How the language reads a form whose characters do not tell: オウ・キ for 王毅.
    public var reading: String?
}
