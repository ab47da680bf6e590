import Foundation
import LocaleData
import Quotes
import Segmentation
import Testing
import TextCore

/// Finds quotes by the repository's own locale data.
enum QuoteFixture {
    static let locales = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "locales").path(percentEncoded: false)

    /// Reading a language's data takes longer than all its tests.
    private static let finders: [String: Result<Finder, any Error>] = {
        var finders: [String: Result<Finder, any Error>] = [:]
        for language in ["en", "ru", "uk", "de", "fr", "ar", "ja", "zh-Hans"] {
            finders[language] = Result { try Finder(reading: language) }
        }
        return finders
    }()

    static func finder(_ language: String) throws -> Finder {
        try #require(finders[language]).get()
    }

    struct Finder: Sendable {
        let segmenter: SentenceSegmenter
        let finder: QuoteFinder
        let language: LanguageTag

        init(reading language: String) throws {
            let tag = try #require(LanguageTag(language))
            let profile = try LocaleCatalogue(directory: QuoteFixture.locales).profile(for: tag)
            self.language = tag
            segmenter = SentenceSegmenter(SegmentationRules(profile))
            finder = QuoteFinder(profile)
        }

        func quotes(_ text: Text, _ mentions: [Mention] = []) -> [Quote] {
            finder.quotes(
                in: Document(plain: text, language: language),
                sentences: segmenter.sentences(in: text), mentions: mentions)
        }

        /// `form: words | speaker | mediation` of each quote.
        func summary(_ string: String) -> [String] {
            let text = Text(string)
            return quotes(text).map { quote in
                let speaker = quote.speaker.map { text[$0.span] } ?? "-"
                return "\(quote.form.rawValue): \(text[quote.span]) | \(speaker) | "
                    + quote.mediation.kind.rawValue
            }
        }
    }
}
