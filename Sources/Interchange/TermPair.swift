/// A word or phrase with its translation, as a glossary or a dictionary lists them.
public struct TermPair: Hashable, Sendable {
    public let source: String
    public let target: String

    public init(_ source: String, _ target: String) {
        self.source = source
        self.target = target
    }
}
