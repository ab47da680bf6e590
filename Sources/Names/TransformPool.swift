internal import LocaleData
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

    /// The string after all steps.
    func transform(_ string: String, _ steps: NameSteps) -> String {
        steps.steps.reduce(string) { string, step in
            switch step {
            case .transform(let id): transform(string, id)
            case .rules(let name, let text): transform(string, rules: text, name: name)
            }
        }
    }

    private func transform(_ string: String, rules: String, name: String) -> String {
        // No ICU id begins with '@'.
        let key = "@\(name)"
        if let known = opened[key] { return known?.transliterate(string) ?? string }
        let transliterator = Transliterator(rules: rules)
        opened.updateValue(transliterator, forKey: key)
        return transliterator?.transliterate(string) ?? string
    }
}
