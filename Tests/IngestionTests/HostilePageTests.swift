import Ingestion
import Testing
import TextCore

/// No page crashes the reader or takes time out of proportion to its size.
struct HostilePageTests {
    static let limit = Duration.seconds(8)

    @Test(arguments: [
        String(repeating: "<div>", count: 100_000) + "deep"
            + String(repeating: "</x>", count: 100_000),
        String(repeating: "<b>", count: 100_000) + String(repeating: "<body>", count: 20_000),
        String(repeating: "<table><tr><td>", count: 30_000) + "cell",
        String(repeating: "<blockquote><p>A word here.", count: 30_000),
        "<p>" + String(repeating: "a", count: 1_000_000),
        "<p>" + String(repeating: "word ", count: 200_000),
        String(repeating: "<br>", count: 200_000),
        String(repeating: "&amp;&#38;&bogus;", count: 50_000),
        "<a href='" + String(repeating: "x", count: 500_000),
        "<p class='" + String(repeating: "related ", count: 60_000) + "'>a",
        String(repeating: "<p>cookies policy cookies consent ", count: 5_000),
        String(repeating: "<!--", count: 50_000), String(repeating: "<script>", count: 20_000),
    ])
    func pagesEnd(page: String) throws {
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try IngestionFixture.extract(page) }
        #expect(time < Self.limit)
    }

    @Test(arguments: [
        String(repeating: "\n", count: 300_000), String(repeating: "a\n", count: 30_000),
        String(repeating: "a", count: 1_000_000), String(repeating: "no end here ", count: 60_000),
        String(repeating: "Home > ", count: 60_000), "\u{FEFF}", "\u{0}\u{0}",
    ])
    func textsEnd(text: String) throws {
        let extractor = try IngestionFixture.extractor()
        let clock = ContinuousClock()
        let time = clock.measure { _ = extractor.extract(text: Text(text)) }
        #expect(time < Self.limit)
    }
}
