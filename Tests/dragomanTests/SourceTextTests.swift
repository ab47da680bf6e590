import Foundation
import Testing

/// Commands that take a text take a page as well, and find its language.
struct SourceTextTests {
    @Test func aPageIsReadAsItsArticle() throws {
        let outcome = try CommandLineTests.run(
            ["quotes", "-"], input: Data(AddingPagesTests.page.utf8))
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("Ми нікого не втратили"))
        #expect(outcome.output.contains("\tначальник порту\t"))
    }

    @Test(arguments: [
        ("Der Minister kam am 3. Mai. Er sagte nichts.", 2),
        ("Міністр прибув о 9.30. Його зустрів Т. Коваль.", 2),
        ("部长来了。他走了。", 2), ("وصل الوزير اليوم. هل تحدث مع الصحفيين؟ نعم.", 3),
    ])
    func theLanguageIsDetected(text: String, count: Int) throws {
        let outcome = try CommandLineTests.run(["segment"], input: Data(text.utf8))
        #expect(outcome.output.split(separator: "\n").count == count)
    }
}
