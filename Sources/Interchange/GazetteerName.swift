public import TextCore

/// A name of an entity as a gazetteer has it.
public struct GazetteerName: Hashable, Sendable {
    public let entity: String
    /// Undetermined where the gazetteer does not tell.
    public let language: LanguageTag
    public let name: String

    public init(entity: String, language: LanguageTag, name: String) {
        self.entity = entity
        self.language = language
        self.name = name
    }
}
