public import TextCore

/// Tells names by their sounds. Not thread-safe.
public protocol NameComparing: AnyObject {
    /// Whether two words could be one name, each as its language writes it.
    func areOne(
        _ left: String, _ leftLanguage: LanguageTag, _ right: String, _ rightLanguage: LanguageTag
    ) -> Bool
}
