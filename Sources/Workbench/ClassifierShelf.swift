internal import Ingestion
internal import LocaleData
internal import Synchronization
internal import TextCore

/// The furniture patterns of the languages met so far, each compiled once.
final class ClassifierShelf: Sendable {
    private let shelf: ProfileShelf
    /// By the folder that serves a language, so that `en-US` and `en-GB` share theirs.
    private let known = Mutex<[String: FurnitureClassifier]>([:])

    init(_ shelf: ProfileShelf) { self.shelf = shelf }

    /// - Returns: the root's where the language's data cannot be read, which is reported elsewhere; `nil` without it.
    func classifier(_ language: LanguageTag) -> FurnitureClassifier? {
        let folder = shelf.catalogue.folderName(for: language)
        if let known = known.withLock({ $0[folder] }) { return known }
        guard let profile = (try? shelf.profile(language)) ?? (try? shelf.profile(.undetermined))
        else { return nil }
        let made = FurnitureClassifier(profile)
        known.withLock { $0[folder] = made }
        return made
    }
}
