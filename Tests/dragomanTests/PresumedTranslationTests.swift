import Foundation
import Testing

/// `--presumed`, as a user runs it: what a corpus knows of people's languages is asked for, shown as a presumption, and
/// never goes over what a text says.
struct PresumedTranslationTests {
    /// Oda Kiri speaks Japanese; of Anna Koval nothing is known.
    static let names = [
        #"{"id":"oda-kiri","kind":"person","language":"ja","forms":{"en":["Oda Kiri"],"ru":["Ода Кири"],"uk":["Ода Кірі"],"de":["Oda Kiri"],"ja":["小田霧"],"zh-Hans":["小田雾"]}}"#,
        #"{"id":"anna-koval","kind":"person","forms":{"en":["Anna Koval"]}}"#,
    ]

    static func desk() throws -> CorpusCommandTests.Desk {
        let desk = try CorpusCommandTests.Desk()
        try Data((names.joined(separator: "\n") + "\n").utf8).write(
            to: URL(filePath: desk.path).appending(path: "names.jsonl"))
        return desk
    }

    struct Quote: Decodable {
        struct Step: Decodable {
            let step: String
            let lang: String?
            let status: String
        }

        let mediation: String
        let scope: String?
        let rule: String?
        let sourceLanguage: String?
        let chain: [Step]

        private enum CodingKeys: String, CodingKey {
            case mediation, scope, rule, chain
            case sourceLanguage = "source_lang"
        }
    }

    struct Listing: Decodable {
        let quotes: [Quote]
    }

    static func quotes(
        _ desk: CorpusCommandTests.Desk, _ words: [String]
    ) throws -> [Quote] {
        let outcome = try desk.run(["quotes", "bridge", "--json"] + words)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode([Listing].self, from: Data(outcome.output.utf8))
            .flatMap(\.quotes)
    }

    @Test(arguments: [
        ("en", "“The tugs are ready for the storm,” Oda Kiri said.\n"),
        ("ru", "«Буксиры готовы к шторму», — сказал Ода Кири.\n"),
        ("uk", "«Буксири готові до шторму», — сказав Ода Кірі.\n"),
        ("de", "„Die Schlepper sind bereit für den Sturm“, sagte Oda Kiri.\n"),
    ])
    func itIsAPresumptionAndOnlyWhenAsked(language: String, text: String) throws {
        let desk = try Self.desk()
        try desk.add(text, language)
        let plain = try Self.quotes(desk, [])
        #expect(plain.map(\.mediation) == ["none"])
        let presumed = try Self.quotes(desk, ["--presumed"])
        #expect(presumed.map(\.mediation) == ["presumed_translated"])
        let quote = try #require(presumed.first)
        #expect(quote.sourceLanguage == "ja")
        // Nothing in the text says so: there is no mark, hence no rule and no place.
        #expect(quote.rule == nil && quote.scope == nil)
        #expect(quote.chain.map(\.step) == ["speak", "translate", "publish"])
        #expect(quote.chain.map(\.status) == ["presumed", "presumed", "stated"])
        #expect(quote.chain.map(\.lang) == ["ja", language, language])
    }

    /// Nobody translates for a page in the speaker's own language.
    @Test func theSpeakersOwnLanguageNeedsNoTranslation() throws {
        let desk = try Self.desk()
        try desk.add("小田霧氏は「タグボートの準備はできている」と述べた。\n", "ja")
        let found = try Self.quotes(desk, ["--presumed"])
        #expect(found.map(\.mediation) == ["none"])
    }

    @Test(arguments: [
        ("“The tugs are ready,” Oda Kiri said through an interpreter.\n", "interpreted"),
        ("“The tugs are ready,” Oda Kiri said in Dutch.\n", "language_noted"),
        ("“The tugs are ready,” Anna Koval said.\n", "none"),
        ("“The tugs are ready,” the harbour master said.\n", "none"),
    ])
    func itGoesOverNothingThatIsSaidAndNobodyUnknown(text: String, mediation: String) throws {
        let desk = try Self.desk()
        try desk.add(text, "en")
        let found = try Self.quotes(desk, ["--presumed"])
        #expect(found.map(\.mediation) == [mediation])
    }

    @Test func mediatedQuotesHaveItOnlyWhenAsked() throws {
        let desk = try Self.desk()
        try desk.add("“The tugs are ready for the storm,” Oda Kiri said.\n", "en")
        #expect(try desk.run(["quotes", "bridge", "--mediated"]).output.isEmpty)
        let presumed = try desk.run(["quotes", "bridge", "--mediated", "--presumed"])
        #expect(presumed.output.contains("presumed_translated"))
        // What is exported states nothing that is presumed.
        let exported = try desk.run(
            ["export", "bridge", "--quotes", "--format", "quotation-jsonld"])
        #expect(exported.code == 0 && !exported.output.contains("translator"))
    }
}
