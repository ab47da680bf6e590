/// An entity that a corpus knows by name, with its forms in each language.
public struct KnownName: Hashable, Sendable {
    /// Stable within a corpus; what every mention of the entity carries as its key.
    public let id: String
    public let kind: EntityKind
    /// Forms by language; the first of a language is the established one.
    public let forms: [LanguageTag: [String]]

    public init(id: String, kind: EntityKind, forms: [LanguageTag: [String]]) {
        self.id = id
        self.kind = kind
        self.forms = forms
    }

    /// The established form in a language, or in the nearest that the entity has: `zh-Hant` for `zh-TW`.
    public func establishedForm(in language: LanguageTag) -> String? {
        for tag in language.lookupChain {
            if let form = forms[tag]?.first { return form }
        }
        let related = forms.keys.filter { $0.matches(language) }.min()
        return related.flatMap { forms[$0]?.first }
    }
}
