import Foundation
import LocaleData
import Testing
import TextCore
import Workbench

/// A text and its translation, without a corpus.
struct PairCheckServiceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let source: (String, String)
        let target: (String, String)
        let rules: Set<String>

        init(_ source: (String, String), _ target: (String, String), _ rules: Set<String> = []) {
            self.source = source
            self.target = target
            self.rules = rules
        }

        var testDescription: String {
            "\(source.0)–\(target.0) \(rules.sorted().joined(separator: " ")): \(target.1)"
        }
    }

    private static let service = Result { () throws in
        try PairCheckService(CorpusServiceTests.shelf.get())
    }

    private static func rules(_ pair: Case) throws -> [PairCheckService.Finding] {
        func side(_ side: (String, String)) throws -> PairCheckService.Side {
            .init(language: try #require(LanguageTag(side.0)), text: Text(side.1))
        }
        return try service.get().check(
            [.init(source: side(pair.source), target: side(pair.target))], learning: .record)[0]
    }

    private static let english = (
        "en",
        "The dam holds 1.5 billion cubic metres, the minister said on 3 March. It will not be closed."
    )

    static let sound = [
        Case(
            english,
            ("ru", "Плотина вмещает 1,5 млрд кубометров, сказал министр 3 марта. Её не закроют.")),
        Case(
            english,
            (
                "uk",
                "Гребля вміщує 1,5 мільярда кубометрів, сказав міністр 3 березня. Її не закриють."
            )),
        Case(english, ("zh-Hans", "部长3月3日说，大坝蓄水15亿立方米。大坝不会关闭。")),
        Case(english, ("ar", "قال الوزير في ٣ مارس إن السد يتسع لـ١٫٥ مليار متر مكعب. ولن يُغلق.")),
        Case(
            english,
            (
                "de",
                "Der Damm fasst 1,5 Milliarden Kubikmeter, sagte der Minister am 3. März. Er wird nicht geschlossen."
            )),
        Case(english, ("ja", "大臣は3月3日、ダムの貯水量は15億立方メートルだと述べた。ダムは閉鎖されない。")),
        Case(
            english,
            (
                "tr",
                "Bakan 3 Mart'ta barajın 1,5 milyar metreküp su tuttuğunu söyledi. Baraj kapatılmayacak."
            )
        ),
        // Small numbers are often words, and words numbers.
        Case(
            ("en", "Both bridges were closed twice in the first half of 2024."),
            ("de", "Die 2 Brücken wurden im 1. Halbjahr 2024 zweimal gesperrt.")),
        Case(
            ("ru", "Два моста закрывали 12.04.2024 и 13.04.2024."),
            ("en", "Two bridges were closed on 12 and 13 April 2024.")),
        Case(
            ("en", "Version 2.1 came first, and 2.1.4 after it."),
            ("fr", "La version 2.1.0 est venue d'abord, puis la 2.1.4.")),
        Case(
            ("zh-Hans", "他说：“水位没有上升。”"), ("en", "“The water has not risen,” he said.")),
        // Beyond the BMP, and combining marks.
        Case(
            ("en", "🎭 The café seats 𝟐𝟎 people."),
            ("de", "🎭 Das Cafe\u{301} hat 20 Plätze.")),
    ]

    @Test(arguments: sound)
    func soundTextsAreQuiet(pair: Case) throws {
        let found = try Self.rules(pair).filter { $0.rule != "name" }
        #expect(found.map(\.message) == [])
    }

    static let wrong = [
        Case(
            english,
            ("ru", "Плотина вмещает 1,6 млрд кубометров, сказал министр 3 марта. Её не закроют."),
            ["number"]),
        Case(
            english, ("zh-Hans", "部长3月3日说，大坝蓄水15亿立方米。大坝会关闭。"), ["negation"]),
        Case(
            english,
            (
                "uk",
                "Гребля вміщує 1,5 мільярда кубометрів, сказав міністр 4 березня. Її не закриють."
            ),
            ["number"]),
        Case(
            english, ("ar", "قال الوزير في ٣ مارس إن السد يتسع لـ١٫٥ مليار متر مكعب. وسوف يُغلق."),
            ["negation"]),
        Case(
            english,
            (
                "de",
                "Der Damm fasst 1,5 Milliarden Kubikmeter, sagte der Minister am 3. März. Er wird geschlossen."
            ), ["negation"]),
        // The same numbers as often, but one in the place of another.
        Case(
            ("en", "Take 3.4.1 or 3.5.2; the fix is in 3.4.1."),
            ("es", "Tome la 3.5.2 o la 3.5.2; la corrección está en la 3.4.1."), ["number"]),
        Case(
            ("en", "The committee met on Monday, and the report will be published next week."),
            ("pl", "The committee met on Monday, and the report will be published next week."),
            ["language"]),
        Case(
            (
                "en",
                "The committee met on Monday in the capital, and the report of its chairman will be published next week."
            ),
            (
                "de",
                "Комитет собрался в столице в понедельник, и доклад его председателя будет опубликован на следующей неделе."
            ),
            ["language"]),
        Case(
            (
                "en",
                "The road was opened in May. Engineers had warned for years that the old bridge could not carry the lorries. Traffic is light."
            ), ("de", "Die Straße wurde im Mai eröffnet. Der Verkehr ist gering."),
            ["missing-sentence", "negation"]),
        Case(
            ("en", "“The water is high,” the engineer said. “We are ready.”"),
            ("fr", "L'eau est haute, a dit l'ingénieur. « Nous sommes prêts. »"), ["quote-lost"]),
        Case(
            ("en", "“The road is safe,” the governor said through an interpreter."),
            ("ru", "«Дорога безопасна», — сказал губернатор."), ["mediation-lost"]),
    ]

    @Test(arguments: wrong)
    func whatIsWrongIsFound(pair: Case) throws {
        #expect(Set(try Self.rules(pair).map(\.rule)) == pair.rules)
    }

    /// The spoken language's own version needs no word of the interpreter.
    @Test func theSpokenLanguageNeedsNoInterpreter() throws {
        let pair = Case(
            ("en", "“The road is safe,” the governor said in Russian through an interpreter."),
            ("ru", "«Дорога безопасна», — сказал губернатор."))
        #expect(try Self.rules(pair).map(\.rule) == [])
    }

    /// Where others keep a name, the one that lacks it is told; a word that all translate is none.
    @Test func namesAreMissedByWhatOthersDo() throws {
        let english = try #require(LanguageTag("en"))
        let russian = try #require(LanguageTag("ru"))
        let texts = [
            (
                "In May the mayor of Harwick met the Council.",
                "В мае мэр Харвика встретился с советом."
            ),
            (
                "The bridge near Harwick belongs to the Council.",
                "Мост у Харвика принадлежит совету."
            ),
            (
                "A new school in Harwick pleased the Council.",
                "Новая школа в Харвике порадовала совет."
            ),
            ("Trains to Harwick are paid by the Council.", "Поезда туда оплачивает совет."),
        ]
        let found = try Self.service.get().check(
            texts.map {
                .init(
                    source: .init(language: english, text: Text($0.0)),
                    target: .init(language: russian, text: Text($0.1)))
            }, learning: .collection)
        #expect(
            found.map { $0.filter { $0.rule == "name" }.compactMap(\.source?.text) } == [
                [], [], [], ["Harwick"],
            ])
    }

    /// Offsets count scalars of the text as it was given.
    @Test func placesAreInTheInputsScalars() throws {
        let pair = Case(
            ("en", "🎭 Cafe\u{301}s: 45 of them."), ("de", "🎭 Cafe\u{301}s: 54 davon."), ["number"])
        let finding = try #require(try Self.rules(pair).first)
        #expect(finding.source?.text == "45")
        #expect(finding.target?.text == "54")
        let scalars = Array(pair.source.1.unicodeScalars)
        let start = try #require(finding.source?.start)
        #expect(scalars[start] == "4")
    }

    @Test(arguments: ["", " ", "\u{FEFF}", "1", "“", "\u{202E}"])
    func emptyTextsAreNoTrouble(text: String) throws {
        for pair in [Case(("en", text), ("ar", text)), Case(Self.english, ("zh", text))] {
            _ = try Self.rules(pair)
        }
    }

    @Test func moreJobsFindTheSame() throws {
        let pairs = try (Self.sound + Self.wrong).map { pair in
            PairCheckService.Pair(
                source: .init(
                    language: try #require(LanguageTag(pair.source.0)), text: Text(pair.source.1)),
                target: .init(
                    language: try #require(LanguageTag(pair.target.0)), text: Text(pair.target.1)))
        }
        let service = try Self.service.get()
        #expect(
            try service.check(pairs, learning: .collection, jobs: 1)
                == service.check(pairs, learning: .collection, jobs: 3))
    }
}
