internal import Synchronization

/// A regular expression that is compiled when it is first asked for: of hundreds of patterns a text needs few, and ICU
/// takes a good part of a millisecond for one.
public final class DeferredExpression: Sendable {
    private enum State {
        case waiting
        case ready(RegularExpression?)
    }

    private let pattern: @Sendable () -> String
    private let groups: [String]
    private let state = Mutex(State.waiting)

    /// - Parameter groups: the named groups that the caller wants to see.
    public init(
        _ pattern: @autoclosure @escaping @Sendable () -> String, groups: [String] = []
    ) {
        self.pattern = pattern
        self.groups = groups
    }

    /// `nil` where the pattern is no regular expression.
    public var expression: RegularExpression? {
        state.withLock { state in
            if case .ready(let known) = state { return known }
            let made = try? RegularExpression(pattern(), groups: groups)
            state = .ready(made)
            return made
        }
    }
}
