import Foundation
import Ingestion
import LocaleData
import Testing
import TextCore

/// An extractor with the repository's own locale data; reading that takes longer than all tests together.
enum IngestionFixture {
    static let locales = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "locales").path(percentEncoded: false)

    private static let shared = Result { try make() }

    static func extractor() throws -> PageExtractor { try shared.get() }

    private static func make() throws -> PageExtractor {
        let catalogue = try LocaleCatalogue(directory: locales)
        let root = try catalogue.profile(for: .undetermined)
        let languages = try catalogue.tags.compactMap(LanguageTag.init).filter {
            $0.string != "root"
        }
        .map { ($0, try catalogue.basics(for: $0)) }
        var classifiers: [String: FurnitureClassifier] = [:]
        for folder in ["en", "ru", "uk", "de", "ar", "zh"] {
            let tag = try #require(LanguageTag(folder))
            classifiers[folder] = FurnitureClassifier(try catalogue.profile(for: tag))
        }
        let fallback = FurnitureClassifier(root)
        let known = classifiers
        return PageExtractor(hints: root.pageHints, detector: LanguageDetector(languages)) { tag in
            known[tag.language] ?? fallback
        }
    }

    static func extract(_ html: String) throws -> Extraction {
        try extractor().extract(html: Array(html.utf8))
    }
}
