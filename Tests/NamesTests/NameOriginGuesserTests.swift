import LocaleData
import Names
import Testing
import TextCore

struct NameOriginGuesserTests {
    static let guesser = Result {
        NameOriginGuesser(try NameBench.catalogue.get().nameSigns())
    }

    static func guesses(_ name: String) throws -> [NameOriginGuesser.Guess] {
        try guesser.get().guesses(name)
    }

    @Test(arguments: [
        ("Сергій", "uk"), ("Їжакевич", "uk"), ("Лявонаў", "be"), ("Първанов", "bg"),
        ("Ђурић", "sr"), ("Ѓорѓи", "mk"), ("Марышкина", "ru"), ("さくら", "ja"), ("김하늘", "ko"),
        ("پرویز", "fa"), ("خالد الشامي", "ar"), ("بیگم رانی ٹھاکر", "ur"), ("יעקב", "he"),
        ("Γιώργος", "el"), ("Öztürk", "tr"), ("Guillermo Jiménez", "es"), ("John Smith", "en"),
    ])
    func lettersTellTheLanguage(name: String, language: String) throws {
        let best = try #require(try Self.guesses(name).first)
        #expect(best.language.string == language)
        #expect(best.confidence > 0.5)
    }

    /// Cyrillic letters alone do not make a name Russian.
    @Test func whatIsOpenStaysOpen() throws {
        let guesses = try Self.guesses("Марков")
        #expect(Set(["ru", "bg"]).isSubset(of: guesses.map(\.language.string)))
        #expect((guesses.first?.confidence ?? 1) < 0.6)
        #expect(try Self.guesser.get().language(of: "Марков", atLeast: 0.6) == nil)
    }

    @Test func theSignsAreTold() throws {
        let best = try #require(try Self.guesses("Ґалаґаненко").first)
        #expect(best.signs.contains("ґ") && best.signs.contains("-енко"))
    }

    @Test(arguments: ["", "…", "12", "🎭", "ᚠᚢᚦ"])
    func nothingIsGuessedWithoutLettersThatAreKnown(name: String) throws {
        #expect(try Self.guesses(name).isEmpty)
    }
}
