internal import FoundationEssentials
internal import Glibc
public import LocaleData
internal import Synchronization
public import TextCore

/// The profiles that a run needs, each read once. Safe to share between tasks.
public final class ProfileShelf: Sendable {
    let catalogue: LocaleCatalogue
    /// What goes over the locale data.
    let abbreviations: UserAbbreviations
    private let profiles = Mutex<[String: LocaleProfile]>([:])
    private let keys = Mutex<[LanguageTag: String]>([:])

    /// The languages that have data, sorted.
    public var tags: [String] { catalogue.tags }

    /// Changes when the locale data does; what was derived with other data is derived again.
    var fingerprint: String {
        let files = [
            "locale.json", "abbreviations.txt", "starters.txt", "finals.txt", "quotation.json",
        ]
        var digest = FNV1a()
        for tag in tags {
            for file in files {
                var status = stat()
                let isThere = stat("\(catalogue.directory)/\(tag)/\(file)", &status) == 0
                for part in isThere ? [status.st_size, status.st_mtim.tv_sec] : [0] {
                    digest.add(part)
                }
            }
        }
        return String(digest.sum, radix: 16)
            + (abbreviations.isEmpty ? "" : "-" + abbreviations.fingerprint)
    }

    /// Changes when the data does that names are read by. It is made of the files' content, so that an index built
    /// elsewhere from the same data is taken.
    var nameFingerprint: UInt64 {
        let files = [
            "locale.json", "names.json", "sounds.txt", "characters.txt", "ordinals.txt",
        ]
        var digest = FNV1a()
        for tag in tags {
            for file in files {
                let path = URL(filePath: "\(catalogue.directory)/\(tag)/\(file)")
                guard let data = try? Data(contentsOf: path) else { continue }
                digest.add("\(tag)/\(file)".utf8)
                digest.add(data)
            }
        }
        return digest.sum
    }

    public convenience init(_ catalogue: LocaleCatalogue) {
        self.init(catalogue, UserAbbreviations())
    }

    private init(_ catalogue: LocaleCatalogue, _ abbreviations: UserAbbreviations) {
        self.catalogue = catalogue
        self.abbreviations = abbreviations
    }

    /// The same data with a user's abbreviations over it.
    public func adding(_ abbreviations: UserAbbreviations) -> ProfileShelf {
        ProfileShelf(catalogue, abbreviations.over(self.abbreviations))
    }

    /// Opens the locale data: the folder given, then `$DRAGOMAN_LOCALES`, then `../share/dragoman/locales` beside the
    /// executable, then the checkout that the executable was built in.
    ///
    /// - Parameter executable: the program's absolute path, links followed.
    public static func open(_ given: String?, executable: String) throws(LocaleDataError)
        -> ProfileShelf
    {
        let named = given ?? ProcessInfo.processInfo.environment["DRAGOMAN_LOCALES"]
        if let named { return ProfileShelf(try LocaleCatalogue(directory: named)) }
        var folder = executable.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let shared = (folder.dropLast() + ["share", "dragoman", "locales"]).joined(separator: "/")
        if let catalogue = try? LocaleCatalogue(directory: shared) {
            return ProfileShelf(catalogue)
        }
        while !folder.isEmpty {
            let path = (folder + ["locales"]).joined(separator: "/")
            if let catalogue = try? LocaleCatalogue(directory: path) {
                return ProfileShelf(catalogue)
            }
            folder = folder.dropLast()
        }
        throw .noDirectory(path: shared)
    }

    public func profile(_ tag: LanguageTag) throws(LocaleDataError) -> LocaleProfile {
        let key = key(tag)
        if let known = profiles.withLock({ $0[key] }) { return known }
        let profile = try catalogue.profile(for: tag).adding(abbreviations.words(tag))
        profiles.withLock { $0[key] = profile }
        return profile
    }

    /// The same for two tags with the same data. A user's list may be for a tag that has no folder of its own.
    func key(_ tag: LanguageTag) -> String {
        guard abbreviations.isEmpty else { return tag.string }
        // Every record asks, and ICU's chain of parents takes as long as a sentence's analysis.
        return keys.withLock { keys in
            if let known = keys[tag] { return known }
            let key = catalogue.folderName(for: tag)
            keys[tag] = key
            return key
        }
    }
}
