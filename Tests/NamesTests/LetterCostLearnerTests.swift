import LocaleData
import Testing

@testable import Names

/// Learning from invented words, whose spelling is known.
struct LetterCostLearnerTests {
    private static let cyrillic: [(String, String)] = [
        ("п", "p"), ("т", "t"), ("к", "k"), ("с", "s"), ("ш", "sh"), ("щ", "shch"), ("х", "kh"),
        ("ц", "ts"), ("м", "m"), ("н", "n"),
    ]
    private static let hebrew: [(String, String)] = [
        ("פ", "p"), ("ט", "t"), ("ק", "k"), ("ס", "s"), ("ש", "sh"), ("צ", "ts"), ("מ", "m"),
    ]

    /// Words of two to four syllables; a script that writes no vowels leaves them out.
    private static func pairs(
        _ consonants: [(String, String)], vowels: [(String, String)], count: Int = 600
    ) -> [LetterCostLearner.Pair] {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return (0..<count).map { _ in
            var letters = ""
            var latin = ""
            for _ in 0..<2 + next(3) {
                let consonant = consonants[next(consonants.count)]
                let vowel = vowels[next(vowels.count)]
                letters += consonant.0 + vowel.0
                latin += consonant.1 + vowel.1
            }
            return LetterCostLearner.Pair(letters: letters, latin: latin)
        }
    }

    private static let cyrillicVowels = [("а", "a"), ("о", "o"), ("и", "i")]
    private static let noVowels = [("", "a"), ("", "o"), ("", "i")]

    private func likeliest(_ letters: String, _ profile: LetterCostProfile) -> String? {
        profile.costs.filter { $0.letters == letters }.min { $0.cost < $1.cost }?.latin
    }

    @Test func findsWhatLettersStandFor() {
        let learned = LetterCostLearner(Self.pairs(Self.cyrillic, vowels: Self.cyrillicVowels))
            .learn()
        for (letter, latin) in Self.cyrillic where latin.count < 4 {
            // A letter may have been learned with its vowel.
            let own = likeliest(letter, learned)
            let withVowel = likeliest(letter + "а", learned)
            #expect(own == latin || withVowel == latin + "a", "\(letter)")
        }
    }

    @Test func findsLettersThatAreNotWritten() {
        let learned = LetterCostLearner(Self.pairs(Self.hebrew, vowels: Self.noVowels)).learn()
        let matcher = LetterCosts(learned)
        #expect(cost("שמט", "shamita", matcher) < cost("שמט", "shakita", matcher))
        #expect(cost("פטק", "potaka", matcher) < cost("פטק", "poshaka", matcher))
        #expect(cost("פטק", "moshisa", matcher) > learned.even)
    }

    @Test func theSamePairsGiveTheSameFile() throws {
        let pairs = Self.pairs(Self.cyrillic, vowels: Self.cyrillicVowels)
        let text = LetterCostLearner(pairs).learn().text
        #expect(text == LetterCostLearner(pairs).learn().text)
        #expect(text.hasPrefix("even\t"))
    }

    @Test(arguments: [[], [("щ", "")], [("", "a")], [("123", "a b")], [("ш", "sh")]])
    func survivesTooLittle(pairs: [(String, String)]) {
        let learned = LetterCostLearner(
            pairs.map { LetterCostLearner.Pair(letters: $0.0, latin: $0.1) }
        ).learn()
        #expect(learned.even > 0)
    }

    private func cost(_ word: String, _ latin: String, _ costs: LetterCosts) -> Float {
        LetterAlignerTests.cost(word, latin, costs) * costs.even
    }
}
