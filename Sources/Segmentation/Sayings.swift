internal import LocaleData

/// The words that report speech: after a quotation they go on with its sentence.
enum Sayings {
    static func of(_ profile: LocaleProfile) -> Set<String> {
        let forms = Set(profile.reporting.forms.filter { $0.value.classes.contains(.speech) }.keys)
        let markers = profile.grammar.words(.quoteMarker)
        return profile.basics.spaces ? forms.union(markers) : forms.union(stems(forms))
    }

    /// What stands before two different verbs in others: “问说” and “问道” tell that “问” is a verb of saying, while “声称”
    /// alone tells nothing of “声”.
    private static func stems(_ forms: Set<String>) -> Set<String> {
        // What often follows a whole verb of saying ("说", "道") follows the others, too.
        var followers: [Character: Int] = [:]
        for form in forms where forms.contains(String(form.dropLast())) {
            if let last = form.last { followers[last, default: 0] += 1 }
        }
        var stems: [String: Int] = [:]
        for form in forms where form.count > 1 && followers[form.last ?? " ", default: 0] >= 5 {
            stems[String(form.dropLast()), default: 0] += 1
        }
        return Set(stems.filter { $0.value > 1 }.keys)
    }
}
