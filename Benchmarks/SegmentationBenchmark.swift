import Foundation
import LocaleData
import Segmentation
import TextCore

/// The segmenter against raw ICU over UText on the same text, one thread.
struct SegmentationBenchmark: BenchmarkArea {
    static let name = "segment"

    static func run() throws {
        let catalogue = try LocaleCatalogue(directory: "locales")
        for language in ["en", "ru", "zh-Hans", "uk", "de", "ar"] {
            guard let tag = LanguageTag(language) else { continue }
            try compare("prose", repeated(try BenchmarkTexts.articles(tag)), tag, catalogue)
            try compare("cases", try cases(tag, catalogue), tag, catalogue)
        }
        try pathological(SentenceSegmenter(SegmentationRules(try catalogue.profile(for: .english))))
    }

    private static func compare(
        _ name: String, _ text: Text, _ tag: LanguageTag, _ catalogue: LocaleCatalogue
    ) throws {
        guard !text.isEmpty, let icu = Breaker(.sentences, tag) else { return }
        let segmenter = SentenceSegmenter(SegmentationRules(try catalogue.profile(for: tag)))
        var counts = (ours: 0, icu: 0)
        let result = SideBySide().run(
            ours: { counts.ours = segmenter.sentences(in: text).count },
            theirs: {
                counts.icu = 0
                icu.forEachSpan(in: text.bytes) { _, _ in counts.icu += 1 }
            })
        let megabytes = Double(text.count) / 1e6
        print(
            "\(tag.string) \(name): \((megabytes / result.ours).short) MB/s, "
                + "ICU \((megabytes / result.theirs).short) MB/s, ratio \(result.ratio.short)"
                + " (\(counts.ours) and \(counts.icu) sentences)")
    }

    /// About 4 MB of the language's own cases: hardly anything but places that could end a sentence.
    private static func cases(_ tag: LanguageTag, _ catalogue: LocaleCatalogue) throws -> Text {
        let folder = catalogue.folderName(for: tag)
        let cases = try LocaleCases.load(
            LocaleCases.Segmentation.self, file: "segmentation", tag: folder, in: catalogue)
        return repeated(cases.map(\.value.text).joined(separator: "\n") + "\n")
    }

    private static func repeated(_ page: String) -> Text {
        guard !page.utf8.isEmpty else { return Text("") }
        return Text(String(repeating: page, count: 4_000_000 / page.utf8.count + 1))
    }

    /// Lines of one thing, 10 MB each: the time for a byte must stay near that of plain words.
    private static func pathological(_ segmenter: SentenceSegmenter) throws {
        func perByte(_ piece: String) -> Double {
            let text = Text(String(repeating: piece, count: 10_000_000 / piece.utf8.count))
            return SideBySide().seconds { _ = segmenter.sentences(in: text) } / Double(text.count)
        }
        let plain = perByte("Some plain words stand here, and some more of them. ")
        let pieces = [
            ".", "(", "\"", "“", "1. ", "1) ", "a) ", "• ", "- ", "《", "?!", "[1]", "🎭", "(.",
            "; A",
            "5kg.A", "A. ", "a.", "Mr. ", "=", "http://", "\u{300}",
        ]
        for piece in pieces {
            print("a line of '\(piece)': \((perByte(piece) / plain).short) times plain text")
        }
    }
}
