import LocaleData
import Names
import Quotes
import Segmentation
import TextCore

/// The finder of quotes, and of the names that speakers are resolved to, against the segmenter on the same text.
struct QuotesBenchmark: BenchmarkArea {
    static let name = "quotes"

    static func run() throws {
        let catalogue = try LocaleCatalogue(directory: "locales")
        for language in ["en", "ru", "uk", "de", "fr", "ar", "tr", "zh-Hans", "ja", "ko"] {
            guard let tag = LanguageTag(language) else { continue }
            let analysis = try Analysis(tag, catalogue)
            try compare("prose", try prose(tag, catalogue), analysis)
            try compare("cases", try cases(tag, catalogue), analysis)
        }
    }

    /// What is made once for a language.
    private struct Analysis {
        let tag: LanguageTag
        let segmenter: SentenceSegmenter
        let names: NameFinder
        let quotes: QuoteFinder

        init(_ tag: LanguageTag, _ catalogue: LocaleCatalogue) throws {
            self.tag = tag
            let profile = try catalogue.profile(for: tag)
            let root = try catalogue.profile(for: .undetermined)
            segmenter = SentenceSegmenter(SegmentationRules(profile))
            names = NameFinder(
                profile, language: tag, reader: NameReader(NameLanguages(root: root)))
            quotes = QuoteFinder(profile)
        }

        func run(_ text: Text) -> Int {
            let document = Document(plain: text, language: tag)
            let sentences = segmenter.sentences(in: text)
            let mentions = names.mentions(in: document, sentences: sentences)
            return quotes.quotes(in: document, sentences: sentences, mentions: mentions).count
        }
    }

    private static func compare(_ name: String, _ page: String, _ analysis: Analysis) throws {
        guard !page.isEmpty else { return }
        let text = repeated(page, 500_000)
        let characters = Double(text.offsets.scalar(text.count)) / 1e6
        let document = Document(plain: text, language: analysis.tag)
        let sentences = analysis.segmenter.sentences(in: text)
        let mentions = analysis.names.mentions(in: document, sentences: sentences)
        var found = 0
        let timing = SideBySide(rounds: 3)
        let finder = timing.run(
            ours: {
                found =
                    analysis.quotes.quotes(in: document, sentences: sentences, mentions: mentions)
                    .count
            },
            theirs: { _ = analysis.segmenter.sentences(in: text) })
        let longer = repeated(page, 2_000_000)
        let growth = timing.run(
            ours: { _ = analysis.run(text) }, theirs: { _ = analysis.run(longer) })
        let times = Double(longer.count) / Double(text.count)
        print(
            "\(analysis.tag.string) \(name): finder \((characters / finder.ours).short) million characters/s, "
                + "with sentences and names \((characters / growth.ours).short), "
                + "\((1 / finder.ratio).short) times the segmenter's time, "
                + "\((growth.ratio / times).short) times the time per character on four times the text "
                + "(\(found) quotes)")
    }

    /// The sample corpus's articles and the plain sentences of the language's cases.
    private static func prose(_ tag: LanguageTag, _ catalogue: LocaleCatalogue) throws -> String {
        let folder = catalogue.folderName(for: tag)
        let cases = try LocaleCases.load(
            LocaleCases.Segmentation.self, file: "segmentation", tag: folder, in: catalogue)
        return try BenchmarkTexts.articles(tag)
            + cases.map(\.value.text).joined(separator: "\n") + "\n"
    }

    /// The language's own cases: hardly anything but quotes and mediation.
    private static func cases(_ tag: LanguageTag, _ catalogue: LocaleCatalogue) throws -> String {
        let cases = try LocaleCases.load(
            LocaleCases.Quotes.self, file: "quotes", tag: catalogue.folderName(for: tag),
            in: catalogue)
        return cases.map { $0.value.text + "\n" }.joined()
    }

    private static func repeated(_ page: String, _ bytes: Int) -> Text {
        Text(String(repeating: page, count: bytes / page.utf8.count + 1))
    }
}
