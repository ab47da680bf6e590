/// A way to write a language's names in other letters, that a standard or a house style fixes: a line of `schemes.txt`.
public struct NameScheme: Hashable, Sendable {
    /// What a user names it by, such as `bgn-pcgn`.
    public let id: String
    /// What it reads: the name as written, or, for `Latn`, the plain Latin form that the language's readings give.
    public let input: String
    public let steps: NameSteps
    /// The standard with its year.
    public let title: String
}
