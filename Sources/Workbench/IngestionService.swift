internal import Ingestion
public import LocaleData
public import TextCore

/// Takes articles out of pages and texts, with the locale data of whatever language they turn out to be in.
public struct IngestionService: Sendable {
    private let extractor: PageExtractor
    private let detector: LanguageDetector

    public init(_ shelf: ProfileShelf) throws(LocaleDataError) {
        let root = try shelf.profile(.undetermined)
        detector = try Self.detector(shelf)
        let classifiers = ClassifierShelf(shelf)
        let rootClassifier = FurnitureClassifier(root)
        extractor = PageExtractor(hints: root.pageHints, detector: detector) {
            classifiers.classifier($0) ?? rootClassifier
        }
    }

    private static func detector(_ shelf: ProfileShelf) throws(LocaleDataError) -> LanguageDetector
    {
        var languages: [(tag: LanguageTag, basics: LocaleBasics)] = []
        for name in shelf.tags where name != "root" {
            guard let tag = LanguageTag(name) else { continue }
            languages.append((tag, try shelf.catalogue.basics(for: tag)))
        }
        return LanguageDetector(languages)
    }

    /// - Parameter bytes: HTML when it looks like it, else a text.
    public func extract(
        _ bytes: [UInt8], url: String? = nil, language: LanguageTag? = nil
    ) -> ExtractedPage {
        Self.isHTML(bytes)
            ? extract(html: bytes, url: url, language: language)
            : extract(text: Text(utf8: bytes), url: url, language: language)
    }

    public func extract(
        html bytes: [UInt8], url: String? = nil, language: LanguageTag? = nil
    ) -> ExtractedPage {
        ExtractedPage(extractor.extract(html: bytes, url: url, language: language))
    }

    public func extract(
        text: Text, url: String? = nil, language: LanguageTag? = nil
    ) -> ExtractedPage {
        ExtractedPage(extractor.extract(text: text, url: url, language: language))
    }

    /// The language of a text; undetermined where nothing tells.
    public func language(of text: Text) -> LanguageTag { detector.language(of: text).tag }

    /// The language of a text where the detector is sure that it is not, and does not resemble, the one that it should
    /// be.
    func detectedLanguage(of text: Text, unless expected: LanguageTag) -> LanguageTag? {
        let guess = detector.language(of: text)
        return guess.evidence == .detected && !LanguageDetector.isNear(guess.tag, expected)
            ? guess.tag : nil
    }

    /// A `<` before any other visible character, followed by a letter, `!` or `?`; in UTF-8, UTF-16 or older encodings.
    public static func isHTML(_ bytes: [UInt8]) -> Bool {
        let visible = bytes.prefix(400).filter { $0 > 0x20 && $0 < 0x7F }
        guard visible.first == 0x3C, visible.count > 1 else { return false }
        let next = visible[1] | 0x20
        return (0x61...0x7A).contains(next) || visible[1] == 0x21 || visible[1] == 0x3F
    }
}
