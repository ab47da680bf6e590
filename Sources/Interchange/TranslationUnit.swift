public import TextCore

/// One stretch of text in several languages: what translation memories and parallel corpora are made of.
public struct TranslationUnit: Hashable, Sendable {
    public struct Variant: Hashable, Sendable {
        public let language: LanguageTag
        public let text: String

        public init(_ language: LanguageTag, _ text: String) {
            self.language = language
            self.text = text
        }
    }

    /// Unique within a file; empty where the file gives none.
    public let id: String
    /// In the order of the file, each language once.
    public let variants: [Variant]
    /// How likely it is that the variants say the same, 0 to 1; `nil` where nobody said.
    public let score: Double?

    public init(id: String, variants: [Variant], score: Double? = nil) {
        self.id = id
        self.variants = variants
        self.score = score
    }

    public func text(_ language: LanguageTag) -> String? {
        variants.first { $0.language == language }?.text
    }

    /// The languages of a list of units in the order in which they first come.
    static func languages(of units: [TranslationUnit]) -> [LanguageTag] {
        var languages: [LanguageTag] = []
        for unit in units {
            for variant in unit.variants where !languages.contains(variant.language) {
                languages.append(variant.language)
            }
        }
        return languages
    }
}
