import Names
import Testing

struct NameMatcherTests {
    @Test(arguments: [
        ("王毅", "zh", "Wang Yi", "en"),
        ("Ван И", "ru", "Wang Yi", "en"),
        ("왕이", "ko", "Wang Yi", "en"),
        ("وانغ يي", "ar", "Wang Yi", "en"),
        ("王毅", "zh", "Ван И", "ru"),
        ("Сергей Лавров", "ru", "Sergey Lavrov", "en"),
        ("Сергій Лавров", "uk", "Sergei Lavrov", "en"),
        ("سيرغي لافروف", "ar", "Sergey Lavrov", "en"),
        ("谢尔盖·拉夫罗夫", "zh", "Sergey Lavrov", "en"),
        ("Sergej Lawrow", "de", "Sergey Lavrov", "en"),
        ("Лавров Сергей Викторович", "ru", "Sergey Lavrov", "en"),
        ("С. В. Лавров", "ru", "Sergey Lavrov", "en"),
        ("Урсула фон дер Ляйен", "ru", "Ursula von der Leyen", "en"),
        ("von der Leyen, Ursula", "de", "Ursula von der Leyen", "en"),
        ("Μαρία Παπαδοπούλου", "el", "Maria Papadopoulou", "en"),
        ("יוסף כהן", "he", "Yosef Cohen", "en"),
        ("علی رضایی", "fa", "Ali Rezaei", "en"),
        ("ジョン・スミス", "ja", "John Smith", "en"),
        ("राहुल शर्मा", "hi", "Rahul Sharma", "en"),
        ("Müller", "de", "MULLER", "en"),
        ("Cafe\u{301}", "fr", "Café", "fr"),
        ("Анна\u{200F} Коваль", "uk", "Anna Koval", "en"),
    ])
    func takesForOne(a: String, languageA: String, b: String, languageB: String) throws {
        let match = try NameBench().match(a, languageA, b, languageB)
        #expect(match.same, "\(match.score) \(match.reasons)")
    }

    @Test(arguments: [
        ("Сергей Лавров", "ru", "Ivan Lavrov", "en"),
        ("Сергей Лавров", "ru", "Sergey Ivanov", "en"),
        ("سيرغي لافروف", "ar", "Mikhail Lavrov", "en"),
        ("王毅", "zh", "Wang Min", "en"),
        ("王毅", "zh", "王艺", "zh"),
        ("김민수", "ko", "Kim Jiyoung", "en"),
        ("Ursula von der Leyen", "de", "Peter von der Leyen", "de"),
        ("Σωτήρης Παππάς", "el", "Nikos Pappas", "en"),
        ("משה לוי", "he", "David Levi", "en"),
        ("अमित शर्मा", "hi", "Rahul Sharma", "en"),
    ])
    func tellsApart(a: String, languageA: String, b: String, languageB: String) throws {
        let match = try NameBench().match(a, languageA, b, languageB)
        #expect(!match.same, "\(match.score) \(match.reasons)")
    }

    @Test func theReasonsNameTheTokens() throws {
        let bench = try NameBench()
        let same = try bench.match("Лавров", "ru", "Lavrov", "en")
        #expect(same.reasons == ["'lavrov' is the same"])
        let other = try bench.match("Сергей Лавров", "ru", "Ivan Lavrov", "en")
        #expect(
            other.reasons.contains("the 'ivan' is in the second name alone")
                || other.reasons.contains { $0.contains("ivan") })
    }

    /// The order of the two names does not matter.
    @Test(arguments: [
        ("Лавров", "ru", "Lavrov", "en"), ("王毅", "zh", "Wang Yi", "en"),
        ("عبد الرحمن الراشد", "ar", "Abdul Rahman al-Rashed", "en"),
        ("김민수", "ko", "Min-su Kim", "en"),
    ])
    func isSymmetric(a: String, languageA: String, b: String, languageB: String) throws {
        let bench = try NameBench()
        let there = try bench.match(a, languageA, b, languageB)
        let back = try bench.match(b, languageB, a, languageA)
        #expect(abs(there.score - back.score) < 1e-5)
    }

    @Test(arguments: [
        "", " ", "…", "123", "🎭", "\u{0}", "\u{FFFD}", "\u{301}\u{301}", "()", "((((", "...---...",
        "а", "A.", "𝒜𝓃𝓃𝒶", "Zz\u{200D}\u{200D}z", "؟؟", "・・", "'''''", "王", "O’O’O’O’O’",
    ])
    func survives(name: String) throws {
        let bench = try NameBench()
        for language in ["en", "ru", "zh", "ar", "xx"] {
            let match = try bench.match(name, language, "Anna Koval", "en")
            #expect((0...1).contains(match.score))
            #expect(!match.same || name == "𝒜𝓃𝓃𝒶")
        }
    }

    @Test func aLongNameIsCutNotCrawledThrough() throws {
        let bench = try NameBench()
        let long = String(repeating: "Лавров", count: 20_000)
        let many = String(repeating: "Ли ", count: 20_000)
        #expect(!(try bench.match(long, "ru", many, "ru")).same)
    }
}
