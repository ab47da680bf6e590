import Testing
import TextCore

struct ICUWrapperTests {
    @Test func wordsInSixLanguages() throws {
        let cases: [(String, String, [String])] = [
            ("en", "It's fine.", ["It's", "fine"]), ("ru", "Ван И прибыл", ["Ван", "И", "прибыл"]),
            ("uk", "Прем'єр-міністр", ["Прем'єр", "міністр"]),
            ("zh", "王毅抵达莫斯科", ["王", "毅", "抵达", "莫斯科"]),
            ("ar", "قال الوزير", ["قال", "الوزير"]), ("de", "Straße 5", ["Straße", "5"]),
        ]
        for (language, string, expected) in cases {
            let breaker = try #require(Breaker(.words, tag(language)))
            let text = Text(string)
            var words: [String] = []
            breaker.clone()?.forEachSpan(in: text.bytes) { span, status in
                if status != .none { words.append(text[span]) }
            }
            #expect(words == expected)
        }
    }

    @Test func expressionsGiveByteOffsetsAndGroups() throws {
        let regex = try RegularExpression("через (?<mediator>\\w+)", groups: ["mediator"])
        let text = Text("🎭 Сказал ЧЕРЕЗ переводчика.")
        let match = try #require(regex.firstMatch(in: text))
        #expect(text[match.span] == "ЧЕРЕЗ переводчика")
        #expect(text[try #require(match.groups["mediator"])] == "переводчика")
        #expect(regex.firstMatch(in: text, TextSpan(0, 10)) == nil)
    }

    @Test func aBadExpressionNamesItsPlace() {
        #expect(throws: RegularExpression.SyntaxError.self) { try RegularExpression("a(b") }
    }

    @Test func aHostileExpressionEnds() throws {
        let regex = try RegularExpression("(a+)+b")
        #expect(regex.firstMatch(in: Text(String(repeating: "a", count: 40))) == nil)
    }

    @Test func transliterates() throws {
        let latin = try #require(Transliterator("Any-Latin; Latin-ASCII"))
        #expect(latin.clone()?.transliterate("Лавров") == "Lavrov")
        #expect(Transliterator("no such transform") == nil)
    }

    @Test func foldsAndNormalises() {
        #expect(Normalizer.fold("STRASSE Straße") == "strasse strasse")
        #expect(Normalizer.normalize("ｱＡ", .nfkc) == "アA")
        #expect(Normalizer.lowercase("I", LanguageTag("tr") ?? .english) == "ı")
    }

    @Test func numbersAndMessages() throws {
        let german = try #require(NumberFormatter(tag("de")))
        #expect(german.parse("1.234,5 km")?.value == 1234.5)
        #expect(german.parse("km") == nil)
        let message = "{n, plural, one {# sentence} other {# sentences}} behind"
        #expect(MessageFormatter.format(message, ["n": 1]) == "1 sentence behind")
        #expect(MessageFormatter.format(message, ["n": 5]) == "5 sentences behind")
    }

    @Test func vocabularyTiesLanguages() throws {
        let ukrainian = Vocabulary.weekdays.entries(tag("uk"))
        let chinese = Vocabulary.weekdays.entries(tag("zh"))
        let key = try #require(ukrainian.first { $0.word == "середа" }).key
        #expect(chinese.contains { $0.key == key && $0.word == "星期三" })
    }

    @Test func scriptsByLetters() {
        #expect(ScriptDetector.main(of: "Ван И, Wang") == .cyrillic)
        #expect(ScriptDetector.main(of: "王毅") == .han)
        #expect(ScriptDetector.main(of: "وزير") == .arabic)
        #expect(ScriptDetector.main(of: "123 …") == nil)
    }

    @Test func encodings() {
        let cp1251: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
        #expect(
            TextEncoding.convert(cp1251, from: "windows-1251").map {
                String(decoding: $0, as: UTF8.self)
            } == "Привет")
        #expect(TextEncoding.convert(cp1251, from: "no-such") == nil)
    }
}
