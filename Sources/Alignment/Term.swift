/// A pair of words or phrases that a glossary or a dictionary holds for translations of each other.
public struct Term: Hashable, Sendable {
    public let source: String
    public let target: String
    /// How far it is trusted, 0 to 1: a user's glossary more than a dictionary.
    public let weight: Float

    public init(_ source: String, _ target: String, weight: Float) {
        self.source = source
        self.target = target
        self.weight = weight
    }

    public var turned: Term { Term(target, source, weight: weight) }
}
