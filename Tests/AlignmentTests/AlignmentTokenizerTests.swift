import Testing
import TextCore

@testable import Alignment

struct AlignmentTokenizerTests {
    static func tokens(_ text: String, _ language: String) throws -> [String] {
        let tokenizer = AlignmentTokenizer(try #require(LanguageTag(language)))
        var tokens: [String] = []
        tokenizer.scan(Text(text)) { tokens.append(tokenizer.token($0)) }
        return tokens
    }

    @Test(arguments: [
        ("en", "“Ministers said…”", ["\"", "minis", "said", "…", "\""]),
        ("de", "Die STRASSE, die Straße", ["die", "stras", ",", "die", "stras"]),
        ("ru", "«Переговоры» — да", ["\"", "перег", "\"", "-", "да"]),
        ("uk", "Об’єднання й сім’я", ["об", "'", "єднан", "й", "сім", "'", "я"]),
        ("zh", "部长说：“是。”", ["部", "长", "说", ":", "\"", "是", ".", "\""]),
        ("ja", "「カメラ」だ", ["\"", "カ", "メ", "ラ", "\"", "だ"]),
        ("ar", "هل وصل الوزير؟", ["هل", "وصل", "الوزي", "?"]),
        ("hi", "मंत्री आए।", ["मंत्री", "आए", "."]),
        ("th", "ภาษาไทยง่าย", ["ภาษา", "ไทย", "ง่าย"]),
        ("en", "ｆｕｌｌ　ｗｉｄｔｈ！ 🎭𝒜", ["full", "width", "!", "🎭", "a"]),
    ])
    func words(language: String, text: String, expected: [String]) throws {
        #expect(try Self.tokens(text, language) == expected)
    }

    @Test(arguments: [
        ("1,234.5", ["1234.5"]), ("1.234,5", ["1234.5"]), ("1 234,50", ["1234.5"]),
        ("1’234’567", ["1234567"]), ("12\u{202F}000", ["12000"]), ("١٬٢٣٤٫٥", ["1234.5"]),
        ("१२,०००", ["12000"]), ("0.500", ["0.5"]), ("007", ["7"]),
        ("3.05.2021", ["3", "5", "2021"]),
        ("in 2019 200", ["in", "2019", "200"]), ("3:15", ["3", ":", "15"]), ("５０％", ["50", "%"]),
        ("1,5 2,5", ["1.5", "2.5"]), ("10.", ["10", "."]),
        (
            String(repeating: "1,", count: 45),
            Array(repeating: "1", count: 40) + [","] + Array(repeating: "1", count: 5) + [","]
        ),
    ])
    func numbers(text: String, expected: [String]) throws {
        #expect(try Self.tokens(text, "en") == expected)
    }
}
