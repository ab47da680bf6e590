import Corpus
import Foundation
import Quotes
import Testing
import TextCore
import Tracking

/// In what the renderings of one utterance differ.
struct UtteranceDifferenceTests {
    static let lexicons: [String: WordingLexicon] = [
        "en": .init(
            multipliers: ["million": 1_000_000], negations: ["not", "never", "won't"],
            hasWholeWords: true),
        "ru": .init(multipliers: ["тысяч": 1000], negations: ["не", "нет"], hasWholeWords: true),
        "uk": .init(multipliers: ["тисяч": 1000], negations: ["не"], hasWholeWords: true),
        "de": .init(multipliers: [:], negations: ["nicht", "kein"], hasWholeWords: true),
        "ar": .init(multipliers: [:], negations: ["لا", "لن"], hasWholeWords: true),
        "zh-Hans": .init(multipliers: ["万": 10_000], negations: ["不", "没"], hasWholeWords: false),
    ]

    static func version(
        _ key: String, _ lines: [String], speaker: String? = nil, names: [String: String] = [:],
        day: Int? = nil
    ) throws -> VersionQuotes {
        let plain = try UtteranceGrouperTests.version(key, lines, speaker: speaker)
        var mentions: [Mention] = []
        for (written, key) in names {
            guard let range = plain.text.string.range(of: written) else { continue }
            let start = plain.text.string[..<range.lowerBound].utf8.count
            mentions.append(
                Mention(
                    span: TextSpan(start, start + written.utf8.count), kind: .person, key: key,
                    name: written))
        }
        return VersionQuotes(
            version: plain.version, text: plain.text, sentences: plain.sentences,
            quotes: plain.quotes, names: mentions.sorted { $0.span < $1.span },
            lexicon: lexicons[plain.version.language.string] ?? .none, day: day)
    }

    /// The differences of two versions' only quotes, which a sure bead ties together.
    static func differences(
        _ left: VersionQuotes, _ right: VersionQuotes
    ) throws -> [UtteranceDifference] {
        let found = UtteranceGrouper([left, right]).utterances([
            try UtteranceGrouperTests.alignment(
                left.version.string, right.version.string,
                UtteranceGrouperTests.straight(left.sentences.count))
        ])
        #expect(found.count == 1)
        return found.first?.differences ?? []
    }

    @Test(arguments: [
        ("en", "«We lost 1,500 sheep», she said.", "de", "«Wir verloren 1.500 Schafe», sagte sie."),
        ("en", "«We lost 1,500 sheep», she said.", "ru", "«Мы потеряли 1500 овец», — сказала она."),
        ("en", "«It cost 30,000», he said.", "zh-Hans", "他说：«花了3万。»"),
        (
            "ru", "«Пришло 20 тысяч человек», — сказал он.", "uk",
            "«Прийшло 20 000 людей», — сказав він."
        ),
        ("en", "«We lost 1,500 sheep», she said.", "ar", "وقالت: «خسرنا ١٥٠٠ رأس»."),
        ("en", "«We lost twelve boats», she said.", "de", "«Wir verloren 12 Boote», sagte sie."),
        ("en", "«Two million came», he said.", "zh-Hans", "他说：«来了200万人。»"),
    ])
    func oneNumberIsWrittenInManyWays(
        left: String, leftText: String, right: String, rightText: String
    ) throws {
        let found = try Self.differences(
            Self.version(left, [leftText]), Self.version(right, [rightText]))
        #expect(found.isEmpty)
    }

    @Test func anotherNumberIsADifference() throws {
        let (en, uk) = (try VersionKey("en"), try VersionKey("uk"))
        let found = try Self.differences(
            Self.version("en", ["«We lost 1,500 sheep in 2019», she said."]),
            Self.version("uk", ["«У 2019 ми втратили 15 000 овець», — сказала вона."]))
        #expect(
            found == [
                .number("1500", present: [en], absent: [uk]),
                .number("15000", present: [uk], absent: [en]),
            ])
    }

    @Test(arguments: [
        ("en", "«We will not wait», she said.", "ru", "«Мы подождём», — сказала она."),
        ("de", "«Wir warten nicht», sagte sie.", "uk", "«Ми зачекаємо», — сказала вона."),
        ("zh-Hans", "她说：«我们不等。»", "ar", "وقالت: «سننتظر»."),
        ("ar", "وقالت: «لن ننتظر».", "en", "«We will wait», she said."),
    ])
    func aLostNegationIsADifference(
        left: String, leftText: String, right: String, rightText: String
    ) throws {
        let keys = (try VersionKey(left), try VersionKey(right))
        let found = try Self.differences(
            Self.version(left, [leftText]), Self.version(right, [rightText]))
        #expect(
            found
                == [.negation(present: [keys.0], absent: [keys.1])])
    }

    @Test func aNegationKeptIsNone() throws {
        let kept = try Self.differences(
            Self.version("en", ["«We won’t wait», she said."]),
            Self.version("ru", ["«Мы не будем ждать», — сказала она."]))
        #expect(kept.isEmpty)
        // A language without data on negation accuses nobody.
        let unknown = try Self.differences(
            Self.version("en", ["«We will not wait», she said."]),
            Self.version("fi", ["«Emme odota», hän sanoi."]))
        #expect(unknown.isEmpty)
    }

    @Test func aNameLeftOutIsADifference() throws {
        let (en, zh) = (try VersionKey("en"), try VersionKey("zh-Hans"))
        let left = try Self.version(
            "en", ["«Anna Koval will come», she said."], names: ["Anna Koval": "koval"])
        let lost = try Self.differences(left, Self.version("zh-Hans", ["她说：«他们会来。»"]))
        #expect(lost == [.name("Anna Koval", present: [en], absent: [zh])])
        let both = try Self.version(
            "zh-Hans", ["她说：«安娜·科瓦尔会来。»"], names: ["安娜·科瓦尔": "koval"])
        let kept = try Self.differences(left, both)
        #expect(kept.isEmpty)
    }

    /// Two outlets in one language are tied together by the words alone, and the clause that one left out is named.
    @Test(arguments: [
        (
            "en", "«The bridge opens in May, if the weather holds through the spring», she said.",
            "She told us: «The bridge opens in May».", "if the weather holds through the spring"
        ),
        (
            "ru", "«Мост откроется в мае, если погода продержится всю весну», — сказала она.",
            "Она сказала: «Мост откроется в мае».", "если погода продержится всю весну"
        ),
        (
            "de", "«Die Brücke öffnet im Mai, wenn das Wetter im Frühjahr hält», sagte sie.",
            "Sie sagte: «Die Brücke öffnet im Mai».", "wenn das Wetter im Frühjahr hält"
        ),
    ])
    func outletsAreTiedByWording(tag: String, long: String, short: String, clause: String) throws {
        let versions = [
            try Self.version("\(tag).agency", [long, "«Other words stand here», he said."]),
            try Self.version("\(tag).daily", ["Nothing.", short]),
        ]
        let found = UtteranceGrouper(versions).utterances([])
        #expect(found.map(\.renderings.count) == [2, 1])
        let keys = versions.map(\.version)
        let clauses = found[0].differences.compactMap { difference in
            if case .clause(let text, let present, let absent) = difference {
                #expect(present == [keys[0]] && absent == [keys[1]])
                return text
            }
            return nil
        }
        #expect(clauses == [clause])
    }

    @Test func otherPeopleAndOtherWeeksAreNotTied() throws {
        let words = ["«The bridge opens in May, if the weather holds», she said."]
        let one = try Self.version("en.agency", words, speaker: "a", day: 100)
        let other = try Self.version("en.daily", words, speaker: "b", day: 100)
        let later = try Self.version("en.weekly", words, speaker: "a", day: 130)
        #expect(UtteranceGrouper([one, other]).utterances([]).count == 2)
        #expect(UtteranceGrouper([one, later]).utterances([]).count == 2)
        let same = try Self.version("en.weekly", words, speaker: "a", day: 102)
        #expect(UtteranceGrouper([one, same]).utterances([]).count == 1)
    }

    /// A bead that is hardly sure ties nothing together by itself; a number that both have speaks for it.
    @Test func weakBeadsNeedWordsThatSpeakForThem() throws {
        func groups(_ left: String, _ right: String, _ score: Double) throws -> Int {
            let bead = Bead(source: 0..<1, target: 0..<1, score: score)
            return UtteranceGrouper([
                try Self.version("en", [left]), try Self.version("uk", [right]),
            ]).utterances([try UtteranceGrouperTests.alignment("en", "uk", [bead])]).count
        }
        let plain = ("«We wait for the rain», she said.", "«Ми чекаємо дощу», — сказала вона.")
        let counted = ("«We lost 340 sheep», she said.", "«Ми втратили 340 овець», — сказала вона.")
        let other = ("«We lost 340 sheep», she said.", "«Буде 17 потягів», — сказала вона.")
        let counts = [
            try groups(plain.0, plain.1, 0.9), try groups(plain.0, plain.1, 0.1),
            try groups(counted.0, counted.1, 0.1), try groups(other.0, other.1, 0.5),
        ]
        #expect(counts == [1, 2, 1, 2])
    }

    @Test func aRenderingMuchShorterThanItsLanguageMakesItIsTold() throws {
        let long = "«A sentence of ordinary length stands here for all to read», she said."
        let kurz = "«Ein Satz von üblicher Länge steht hier für alle zum Lesen», sagte sie."
        let left = try Self.version("en", Array(repeating: long, count: 6))
        let right = try Self.version(
            "de", Array(repeating: kurz, count: 5) + ["«Ein Satz», sagte sie."])
        let found = UtteranceGrouper([left, right]).utterances([
            try UtteranceGrouperTests.alignment("en", "de", UtteranceGrouperTests.straight(6))
        ])
        #expect(found.count == 6)
        #expect(found.prefix(5).map(\.differences) == Array(repeating: [], count: 5))
        #expect(found.last?.differences == [.length(short: [right.version], long: [left.version])])
    }
}
