internal import TextCore

/// The keys of mentions; one that was left out is made when it is first asked for, and kept. Not thread-safe.
final class MentionKeys {
    private let make: ((String) -> String)?
    private var known: [String: String] = [:]

    /// - Parameter make: gives the key of a name.
    init(_ make: ((String) -> String)?) { self.make = make }

    func key(of mention: Mention) -> String {
        guard mention.key.isEmpty, let make else { return mention.key }
        if let key = known[mention.name] { return key }
        let key = make(mention.name)
        known[mention.name] = key
        return key
    }
}
