/// Whether two names are one name.
public struct NameMatch: Sendable {
    /// 0 to 1; above ``threshold`` the names are taken for one.
    public let score: Double
    public let same: Bool
    /// What speaks for and against it, in words.
    public let reasons: [String]

    public static let threshold = 0.5
}
