import Corpus
import Testing
import TextCore

struct KeyTests {
    @Test(arguments: ["visit-to-rome", "2024-05-03", "міст", "大桥", "الجسر", "brücke"])
    func slugsOfAnyScriptAreTaken(name: String) throws { #expect(try Slug(name).string == name) }

    @Test(arguments: [
        "", ".", "..", "../x", "a/b", "a\\b", ".hidden", "-x", "x-", "a--b", "A", "a b", "a\0b",
        "a\nb",
        "~", "e\u{301}", "\u{202E}abc", "a.b", String(repeating: "x", count: 121),
    ])
    func namesThatLeadAnywhereElseAreRefused(name: String) {
        #expect(throws: CorpusError.badSlug(name)) { try Slug(name) }
    }

    @Test(arguments: [("Visit to Rome!", "visit-to-rome"), ("../../etc", "etc"), ("Міст", "міст")])
    func aValidNameIsSuggested(name: String, suggestion: String) {
        #expect(Slug.suggestion(for: name) == suggestion)
    }

    @Test(arguments: [
        ("en", "en"), ("en.tass", "en.tass"), ("zh_hans", "zh-Hans"), ("EN.bbc-2", "en.bbc-2"),
    ])
    func keysAreCanonical(written: String, key: String) throws {
        #expect(try VersionKey(written).string == key)
    }

    @Test(arguments: [
        "", "../en", "en.", "en.TASS", "en./etc", "en.a--b", "en.a.b", "en--ru", "x y",
    ])
    func otherKeysAreRefused(written: String) {
        #expect(throws: CorpusError.self) { try VersionKey(written) }
    }

    @Test func revisionsAreTheDigestThatOtherToolsGive() {
        // sha256sum of "abc" begins so (FIPS 180-2, appendix B.1).
        #expect(Revision(of: Array("abc".utf8)).string == "ba7816bf8f01cfea")
        #expect(Revision("ba7816bf8f01cfea414140de") == Revision(of: Array("abc".utf8)))
        #expect(Revision("../../../../etc/x") == nil)
    }
}
