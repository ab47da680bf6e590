/// A rule of SRX 2.0 (Segmentation Rules eXchange, LISA OSCAR 2008): at a place where one pattern matches the text before
/// it and the other the text after it, a sentence ends, or does not.
///
/// Patterns are ICU regular expressions; an empty one matches everywhere.
public struct PatternRule: Hashable, Sendable {
    public let isBreak: Bool
    public let before: String
    public let after: String

    public init(isBreak: Bool, before: String, after: String) {
        self.isBreak = isBreak
        self.before = before
        self.after = after
    }
}

/// A rule that cannot be run.
public struct PatternError: Error, Hashable, Sendable {
    public enum Fault: Hashable, Sendable {
        /// A pattern is no regular expression; the offset counts UTF-16 units of it.
        case syntax(pattern: String, offset: Int, reason: String)
        /// The rule took too long, or too deep a stack, on the text.
        case exhausted
    }

    /// Counts from 1 in the order in which the rules are asked.
    public let rule: Int
    public let fault: Fault

    public init(rule: Int, fault: Fault) {
        self.rule = rule
        self.fault = fault
    }
}

extension PatternError: CustomStringConvertible {
    public var description: String { "rule \(rule): \(fault)" }
}

extension PatternError.Fault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .syntax(let pattern, let offset, let reason):
            "'\(pattern)' at character \(offset): \(reason)"
        case .exhausted: "its patterns take too long on this text"
        }
    }
}

/// What a rule decided at one place.
public struct PatternDecision: Hashable, Sendable {
    /// The byte offset between what is before and what is after.
    public let offset: Int
    public let isBoundary: Bool
    /// The number of the rule that decided, from 1; `nil` where the text or a block of it ends.
    public let rule: Int?
}
