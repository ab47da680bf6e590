public import TextCore

/// An entity with its forms, as the files of a names table hold it.
public struct NameEntry: Hashable, Sendable {
    public struct Form: Hashable, Sendable {
        public let language: LanguageTag
        public let text: String
        /// The form to write; others of the language are admitted beside it.
        public let isEstablished: Bool
        /// How often a corpus has it; `nil` where nobody counted.
        public let count: Int?

        public init(_ language: LanguageTag, _ text: String, isEstablished: Bool, count: Int? = nil)
        {
            self.language = language
            self.text = text
            self.isEstablished = isEstablished
            self.count = count
        }
    }

    public let id: String
    public let kind: EntityKind
    /// The forms of a language stand together.
    public let forms: [Form]

    public init(id: String, kind: EntityKind, forms: [Form]) {
        self.id = id
        self.kind = kind
        self.forms = forms
    }
}
