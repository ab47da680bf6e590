import Names
import Testing
import TextCore

struct NameRendererTests {
    static func render(
        _ name: String, _ from: String, _ to: String, known: [KnownName] = []
    ) throws -> NameRendering {
        NameRenderer(reader: try NameBench().reader, known: known).render(
            name, from: try NameBench.profile(from), to: try NameBench.profile(to))
    }

    @Test(arguments: [
        ("王毅", "zh", "ru", "Ван И"), ("王毅", "zh", "en", "Wang Yi"), ("王毅", "zh", "uk", "Ван І"),
        ("Сергей Лавров", "ru", "en", "Sergey Lavrov"),
        ("Сергей Лавров", "ru", "de", "Sergej Lawrow"),
        ("Сергей Лавров", "ru", "ar", "سيرغي لافروف"),
        ("John Smith", "en", "ru", "Джон Смит"),
        ("Anna Koval", "en", "de", "Anna Koval"),
    ])
    func followsTheConvention(name: String, from: String, to: String, form: String) throws {
        let rendering = try Self.render(name, from, to)
        #expect(rendering.form == form)
        #expect(rendering.ground != .established)
    }

    @Test func anEstablishedFormGoesBeforeTheConvention() throws {
        let known = KnownName(
            id: "q1", kind: .person,
            forms: [
                try #require(LanguageTag("ru")): ["Иван Петров"],
                try #require(LanguageTag("en")): ["John Peters", "Ivan Petrov"],
            ])
        let rendering = try Self.render("Иван Петров", "ru", "en", known: [known])
        #expect(rendering.form == "John Peters" && rendering.ground == .established)
        #expect(try Self.render("Иван Петров", "ru", "uk", known: [known]).ground == .asWritten)
    }

    @Test(arguments: ["", " ", "🎭", "…", "𝒜", "王·", "O’Neill", "Ё"])
    func survives(name: String) throws {
        for (from, to) in [("en", "ru"), ("ru", "en"), ("zh", "ar"), ("ar", "zh"), ("xx", "ko")] {
            _ = try Self.render(name, from, to)
        }
    }
}
