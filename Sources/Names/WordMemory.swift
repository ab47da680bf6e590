/// What was found out about words before: a text has the same few words again and again. Not thread-safe.
final class WordMemory<Value> {
    private var known: [String: Value] = [:]

    /// So many words are kept that a text of any length fits in little memory.
    private static var limit: Int { 20_000 }

    func value(of word: String, _ make: () -> Value) -> Value {
        if let value = known[word] { return value }
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        let value = make()
        known[word] = value
        return value
    }
}
