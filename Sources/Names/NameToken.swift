/// One part of a name.
public struct NameToken: Hashable, Sendable {
    public enum Role: String, Sendable {
        case family, given, patronymic, particle, title, suffix, initial, number, unknown
    }

    /// NFKC, case folded, without marks that only direct the writing.
    public let text: String
    public let role: Role

    public init(_ text: String, _ role: Role) {
        self.text = text
        self.role = role
    }
}
