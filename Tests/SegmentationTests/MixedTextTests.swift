import Segmentation
import Testing
import TextCore

/// What must hold of every text; `scripts/fuzz texts` asks it of a million.
struct MixedTextTests {
    @Test(arguments: [
        "und", "en", "de", "it", "ru", "uk", "ar", "he", "hi", "hy", "zh", "ja", "ko", "th",
    ])
    func nothingIsLostAndDecisionsAgree(language: String) throws {
        for newline in SegmentationRules.NewlineMode.allCases {
            for quotations in SegmentationRules.QuotationMode.allCases {
                let segmenter = try SentenceSegmenterTests.segmenter(
                    language, newline: newline, quotations: quotations)
                for seed in 0..<12 {
                    var random = MixedText(seed: UInt64(seed))
                    try check(Text(random.text(paragraphs: 3, pieces: 25)), segmenter)
                }
            }
        }
    }

    private func check(_ text: Text, _ segmenter: SentenceSegmenter) throws {
        let sentences = segmenter.sentences(in: text)
        var covered = 0
        for span in sentences {
            try #require(span.start >= covered && !span.isEmpty && span.end <= text.count)
            try #require(text.bytes[span.start] & 0xC0 != 0x80)
            try #require(span.end == text.count || text.bytes[span.end] & 0xC0 != 0x80)
            try #require(text.trimmed(TextSpan(covered, span.start)).isEmpty, "lost in \(text)")
            covered = span.end
        }
        try #require(text.trimmed(TextSpan(covered, text.count)).isEmpty, "lost in \(text)")
        var start = 0
        var told: [TextSpan] = []
        for decision in segmenter.decisions(in: text) where decision.isBoundary {
            let span = text.trimmed(TextSpan(start, max(start, decision.offset)))
            if !span.isEmpty { told.append(span) }
            start = max(start, decision.offset)
        }
        try #require(told == sentences, "decisions tell other sentences of \(text)")
    }
}
