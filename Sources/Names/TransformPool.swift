internal import TextCore

/// ICU transforms, each opened when first needed. Not thread-safe: one pool a task.
final class TransformPool {
    private var opened: [String: Transliterator?] = [:]

    /// The string itself when ICU has no such transform.
    func transform(_ string: String, _ id: String) -> String {
        if let known = opened[id] { return known?.transliterate(string) ?? string }
        let transliterator = Transliterator(id)
        opened.updateValue(transliterator, forKey: id)
        return transliterator?.transliterate(string) ?? string
    }
}
