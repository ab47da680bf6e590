public import LocaleData
internal import Synchronization
public import TextCore

/// Gives renderings of one name in any script one key: the classes of its consonants.
///
/// Safe to share between tasks; readers are lent out one at a time.
public final class SkeletonKeyer: TokenKeying, Sendable {
    private let languages: NameLanguages
    private let profiles: [String: LocaleProfile]
    private let fallback: LocaleProfile
    private let readers = Mutex<[ReaderBox]>([])

    /// - Parameters:
    ///   - profiles: those of the languages that will be asked for; others are read by the root's rules.
    ///   - root: the root's profile.
    public init(
        _ languages: NameLanguages, profiles: [LanguageTag: LocaleProfile], root: LocaleProfile
    ) {
        self.languages = languages
        self.profiles = profiles.reduce(into: [:]) { $0[$1.key.language] = $1.value }
        fallback = root
    }

    /// `nil` for a word that cannot be a name: one in lower case, or with fewer than ``shortest`` consonants.
    public func key(_ token: String, _ language: LanguageTag) -> String? {
        guard let first = token.unicodeScalars.first, CharacterTable.shared.isLetter(first),
            !CharacterTable.shared.isLowercase(first)
        else { return nil }
        let profile = profiles[language.language] ?? fallback
        let box = readers.withLock { $0.popLast() } ?? ReaderBox(reader: NameReader(languages))
        defer { readers.withLock { $0.append(box) } }
        let reading = box.reader.likeliestReading(token, profile)
        let key = reading?.skeletons(languages.table).joined() ?? ""
        return key.utf8.count >= Self.shortest ? key : nil
    }

    /// Two consonants are shared by too many words.
    static let shortest = 3
}

/// A reader that is idle or lent to one task.
private struct ReaderBox: @unchecked Sendable {
    // Safe: a reader leaves the list of idle ones for as long as a task uses it.
    let reader: NameReader
}
