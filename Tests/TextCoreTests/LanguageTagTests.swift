import Testing
import TextCore

struct LanguageTagTests {
    @Test(arguments: [("ZH-hans", "zh-Hans"), ("iw", "he"), ("en_gb", "en-GB"), ("UK", "uk")])
    func isCanonical(written: String, canonical: String) {
        #expect(LanguageTag(written)?.string == canonical)
    }

    @Test(arguments: [
        "", "x", "english please", "zh--Hans", "русский", String(repeating: "a", count: 200),
    ])
    func refusesWhatIsNoTag(written: String) {
        #expect(LanguageTag(written) == nil)
    }

    @Test(arguments: [
        ("zh-TW", "zh-Hant", true), ("zh", "zh-Hans", true), ("zh-TW", "zh-Hans", false),
        ("en", "en-GB", true), ("ru", "uk", false), ("sr-Latn", "sr", false),
    ])
    func matchesLanguageAndScript(a: String, b: String, expected: Bool) throws {
        let left = try #require(LanguageTag(a))
        let right = try #require(LanguageTag(b))
        #expect(left.matches(right) == expected)
    }

    @Test func looksUpFromNearToFar() throws {
        let chain = try #require(LanguageTag("zh-TW")).lookupChain.map(\.string)
        #expect(chain == ["zh-TW", "zh-Hant-TW", "zh-Hant", "zh", "root"])
    }
}
