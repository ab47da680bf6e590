import Testing
import TextCore

@testable import Workbench

struct NameTallyTests {
    static func tag(_ name: String) -> LanguageTag { LanguageTag(name) ?? .undetermined }

    static let known = KnownName(
        id: "koval", kind: .person,
        forms: [
            tag("ru"): ["Анна Коваль", "Коваль"], tag("ar"): ["آنا كوفال"],
            tag("zh"): ["安娜·科瓦尔", "𠮷科瓦尔"], tag("de"): ["Anna Kowal"],
        ])

    static func tally(_ mentions: [(key: String, written: String, language: String)])
        -> [NameTableService.Row]
    {
        var tally = NameTally([known])
        for mention in mentions {
            tally.add(
                Mention(
                    span: TextSpan(0, 1), kind: .person, key: mention.key, name: mention.written),
                mention.written, tag(mention.language),
                .init(slug: "bridge", version: mention.language, line: 3))
        }
        return tally.rows
    }

    @Test(arguments: [
        ("Анны Коваль", "ru", "Анна Коваль"), ("Ковалем", "ru", "Коваль"),
        ("آنا كوفال", "ar", "آنا كوفال"), ("𠮷科瓦尔", "zh", "𠮷科瓦尔"),
        ("KOWAL", "de", "Anna Kowal"), ("Коваль", "uk", "Коваль"),
    ])
    func aMentionCountsForTheListedFormItIsACaseOf(
        written: String, language: String, form: String
    ) {
        let rows = Self.tally([("koval", written, language)])
        #expect(rows.map { $0.forms.map(\.form) } == [[form]])
        #expect(rows.first?.isKnown == true)
    }

    @Test func knownNamesComeFirstAndThenTheCommonest() {
        let rows = Self.tally([
            ("b", "Beta", "en"), ("c", "Gamma", "en"), ("c", "Gama", "en"), ("c", "Gamma", "en"),
            ("koval", "Коваль", "ru"), ("x", "Anna Kowal", "de"),
        ])
        #expect(rows.map(\.key) == ["koval", "c", "b"])
        #expect(rows[0].count == 2 && rows[1].inconsistent == [.english])
        #expect(rows[1].forms.map(\.count) == [2, 1])
        // A line that has a form twice is one place.
        #expect(rows[1].forms.map(\.places.count) == [1, 1])
    }
}
