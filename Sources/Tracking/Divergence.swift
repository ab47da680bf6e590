public import TextCore

/// One thing that a translation says otherwise than its source, or not at all.
public struct Divergence: Hashable, Sendable {
    public let rule: Finding.Rule
    /// The words of the source that it is about; `nil` where they are the translation's alone.
    public let source: TextSpan?
    /// The words of the translation that it is about, or that should say it.
    public let target: TextSpan?
    public let message: String

    init(
        _ rule: Finding.Rule, source: TextSpan? = nil, target: TextSpan? = nil, _ message: String
    ) {
        self.rule = rule
        self.source = source
        self.target = target
        self.message = message
    }
}
