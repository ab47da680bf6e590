import Testing
import TextCore

struct PatternSieveTests {
    private static let patterns = [
        #"(?:leave|post) a (?:reply|comment)s?"#, #"\d+ комментари(?:й|я|ев)"#,
        #"разместил .{1,20}"#,
        #"[^.]{0,40}\bkorumalı\b.*"#, #"\d{4} [^/]*"#, "[^/]+",
    ]

    private func candidates(_ stretches: [String], wholly: Bool) -> [String: [Int]] {
        let text = Text(stretches.joined(separator: "\n"))
        let sieve = PatternSieve(
            Self.patterns.map(PatternLiterals.init), wholly: wholly, .undetermined)
        var found: [String: [Int]] = [:]
        text.bytes.withUnsafeBufferPointer { bytes in
            sieve.forEachCandidate(bytes, text.lines()) { found[text[$0]] = $1.sorted() }
        }
        return found
    }

    /// A pattern is given where its words and digits stand, in any case; one that needs none always.
    @Test func givesPatternsWhoseWordsStand() {
        let found = candidates(
            [
                "Please LEAVE A REPLY", "5 Комментариев", "РАЗМЕСТИЛ автор", "nothing",
                "صفحة ٢٠٢٤",
            ],
            wholly: false)
        #expect(found["Please LEAVE A REPLY"] == [0, 5])
        #expect(found["5 Комментариев"] == [1, 4, 5])
        #expect(found["РАЗМЕСТИЛ автор"] == [2, 5])
        #expect(found["nothing"] == [5])
        #expect(found["صفحة ٢٠٢٤"] == [4, 5])
    }

    /// What must cover a stretch begins where the stretch does.
    @Test func asksForTheBeginningOfWholeMatches() {
        let found = candidates(
            [
                "Please leave a reply", "Leave a reply", "вчера разместил автор",
                "Bu metin korumalı", "在2024年", "２０２４ 年",
            ],
            wholly: true)
        #expect(found["Please leave a reply"] == [5])
        #expect(found["Leave a reply"] == [0, 5])
        #expect(found["вчера разместил автор"] == [5])
        #expect(found["Bu metin korumalı"] == [3, 5])
        #expect(found["在2024年"] == [5])
        #expect(found["２０２４ 年"] == [4, 5])
    }

    @Test func compilesOnlyWhatIsAskedFor() {
        #expect(DeferredExpression("(").expression == nil)
        let expression = DeferredExpression("(?<year>[0-9]{4})", groups: ["year"])
        for _ in 0..<2 {
            let match = expression.expression?.firstMatch(in: Text("в 2019 году"))
            #expect(match?.groups["year"] != nil)
        }
    }
}
