import Foundation
import LocaleData
import Names
import Synchronization
import Testing
import TextCore

/// What the tests of this module read and compare names with, over the locale data of the checkout.
struct NameBench {
    static let catalogue = Result {
        try LocaleCatalogue(
            directory: URL(filePath: #filePath)
                .deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
                .appending(path: "locales").path(percentEncoded: false))
    }

    let languages: NameLanguages
    let reader: NameReader
    let matcher: NameMatcher

    /// Read once: a profile costs a debug build a quarter of a second.
    private static let shared = Result {
        NameLanguages(root: try catalogue.get().profile(for: .undetermined))
    }
    private static let profiles = Mutex<[String: LocaleProfile]>([:])

    init() throws {
        languages = try Self.shared.get()
        reader = NameReader(languages)
        matcher = NameMatcher(languages)
    }

    static func profile(_ language: String) throws -> LocaleProfile {
        if let known = profiles.withLock({ $0[language] }) { return known }
        let profile = try catalogue.get().profile(for: try #require(LanguageTag(language)))
        profiles.withLock { $0[language] = profile }
        return profile
    }

    func record(_ name: String, _ language: String) throws -> NameRecord {
        let tag = try #require(LanguageTag(language))
        return reader.record(name, tag, try Self.profile(language))
    }

    func match(
        _ a: String, _ languageA: String, _ b: String, _ languageB: String
    ) throws -> NameMatch {
        matcher.compare(try record(a, languageA), try record(b, languageB))
    }
}
