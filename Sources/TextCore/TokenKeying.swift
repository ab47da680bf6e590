/// Gives the renderings of one name in any script one key, so that an aligner may anchor on names.
public protocol TokenKeying: Sendable {
    /// - Returns: a key that is equal for "Лавров", "Lavrov" and "لافروف"; `nil` where the token is no name or too short
    ///   to tell.
    func key(_ token: String, _ language: LanguageTag) -> String?
}
