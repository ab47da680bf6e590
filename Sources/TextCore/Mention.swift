/// What a name names.
public enum EntityKind: String, Codable, CaseIterable, Sendable {
    case person, organisation, place
}

/// An occurrence of a name in a text, as one analyser hands it to another.
public struct Mention: Hashable, Sendable {
    public let span: TextSpan
    public let kind: EntityKind
    /// The same for every mention of one entity: a known entity's id, or the skeleton key of the name.
    public let key: String
    /// The name in its dictionary form, in the language of the text.
    public let name: String

    public init(span: TextSpan, kind: EntityKind, key: String, name: String) {
        self.span = span
        self.kind = kind
        self.key = key
        self.name = name
    }
}
