import Quotes
import Testing
import TextCore

/// Whatever the text, quotes lie inside it, on scalar boundaries, and take time in proportion to its length.
struct QuoteRobustnessTests {
    @Test(arguments: ["en", "ru", "uk", "de", "fr", "ar", "ja"])
    func spansAreSound(language: String) throws {
        let finder = try QuoteFixture.finder(language)
        let pieces = [
            "“", "”", "\"", "'", "«", "»", "„", "‘", "’", "「", "」", " ", " ", "said ", "Anna ",
            "the ",
            "сказал ", "что ", "قال ", "أن ", "— ", ", ", ". ", ": ", "\n", "(", ")",
            "through an interpreter ",
            "e\u{301}", "🎭", "and ", "5", "說", "\u{200F}",
        ]
        var state: UInt64 = 7
        for _ in 0..<40 {
            var string = ""
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                string += pieces[Int(state >> 33) % pieces.count]
            }
            let text = Text(string)
            for quote in finder.quotes(text) {
                for span in [quote.span, quote.cue, quote.speaker?.span, quote.mediation.mark]
                    .compactMap({ $0 })
                {
                    #expect(span.start >= 0 && span.end <= text.count && !span.isEmpty)
                    #expect(text.bytes[span.start] & 0xC0 != 0x80)
                    #expect(span.end == text.count || text.bytes[span.end] & 0xC0 != 0x80)
                }
                #expect(!quote.chain.isEmpty)
            }
        }
    }

    @Test(arguments: [
        String(repeating: "\"", count: 10_000), String(repeating: "“", count: 10_000),
        String(repeating: "“a” ", count: 2000), String(repeating: "«„", count: 2000),
        String(repeating: "said ", count: 2000),
        String(repeating: "“A b c d,” he said. ", count: 300),
        String(repeating: "through an interpreter ", count: 300),
        String(repeating: "— ", count: 2000),
        String(repeating: "(", count: 5000), String(repeating: "Anna, ", count: 2000),
    ])
    func pathologicalTextsEnd(text: String) throws {
        let quotes = try QuoteFixture.finder("en").quotes(Text(text))
        #expect(quotes.count <= text.utf8.count)
    }

    @Test func emptyTextHasNone() throws {
        #expect(try QuoteFixture.finder("en").quotes(Text("")).isEmpty)
        #expect(try QuoteFixture.finder("ru").quotes(Text(" \n\u{3000}")).isEmpty)
    }
}
