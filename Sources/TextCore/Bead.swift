/// One link of an alignment: sentences of the source and sentences of the target that say the same.
public struct Bead: Hashable, Sendable {
    public enum Status: String, Codable, Sendable {
        case auto, confirmed, rejected
    }

    /// Indices of source sentences, consecutive; empty where the target has more than the source.
    public let source: Range<Int>
    /// Indices of target sentences, consecutive; empty where the target leaves something out.
    public let target: Range<Int>
    /// How likely it is that the bead is right, 0 to 1.
    public let score: Double
    public let status: Status

    public init(source: Range<Int>, target: Range<Int>, score: Double, status: Status = .auto) {
        self.source = source
        self.target = target
        self.score = score
        self.status = status
    }

    public var isLink: Bool { !source.isEmpty && !target.isEmpty }
}
