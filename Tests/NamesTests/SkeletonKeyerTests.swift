import Names
import Testing
import TextCore

struct SkeletonKeyerTests {
    static func keyer() throws -> SkeletonKeyer {
        let tags = try ["ru", "uk", "ar", "zh", "de", "en", "ko"].map {
            try #require(LanguageTag($0))
        }
        return SkeletonKeyer(
            try NameBench().languages,
            profiles: try tags.reduce(into: [:]) { $0[$1] = try NameBench.profile($1.string) },
            root: try NameBench.profile("und"))
    }

    @Test(arguments: [
        ("Лавров", "ru"), ("Лавров", "uk"), ("Lavrov", "en"), ("Lawrow", "de"), ("لافروف", "ar"),
        ("拉夫罗夫", "zh"),
    ])
    func renderingsOfOneNameHaveOneKey(token: String, language: String) throws {
        let tag = try #require(LanguageTag(language))
        let english = try Self.keyer().key("Lavrov", .english)
        #expect(english != nil)
        #expect(try Self.keyer().key(token, tag) == english)
    }

    @Test(arguments: ["", "the", "и", "Ян", "…", "12", "\u{301}"])
    func whatIsNoNameHasNoKey(token: String) throws {
        #expect(try Self.keyer().key(token, .english) == nil)
    }
}
