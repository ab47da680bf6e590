/// A word of a page's class and id attributes, and what an element named so holds.
public struct PageHint: Hashable, Sendable {
    /// A kind of furniture, or `content`.
    public let kind: String
    /// Lower case.
    public let word: String

    static let kinds = FurniturePattern.kinds + ["content"]
}
