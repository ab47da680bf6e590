import Foundation
import Testing

/// Pages and pasted texts on their way into a corpus, as a user adds them.
struct AddingPagesTests {
    static let page = """
        <!DOCTYPE html><html lang="uk"><head><title>Порт відкрився | Вісник</title>
        <meta property="article:published_time" content="2024-03-01T10:00:00+02:00">
        <link rel="canonical" href="https://visnyk.example/port"></head><body>
        <nav><a href="/">Головна</a></nav><article><h1>Порт відкрився</h1>
        <p>Порт знову відкрився у п’ятницю, через два дні після того, як шторм його закрив.</p>
        <p>«Ми нікого не втратили», — сказав начальник порту й подякував екіпажам буксирів.</p>
        </article><div class="share">Facebook Telegram</div></body></html>
        """

    @Test func aPageBecomesAVersionWithWhatItSaysOfItself() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path(percentEncoded: false)
        #expect(try CommandLineTests.run(["init", path]).code == 0)
        let added = try CommandLineTests.run(
            ["add", "-", "--article", "port", "--corpus", path, "--json"],
            input: Data(Self.page.utf8))
        #expect(added.code == 0, "\(added.errors)")
        #expect(added.output.contains(#""version":"uk""#))
        #expect(added.output.contains(#""languageFound":true"#))
        #expect(added.output.contains(#""share":1"#))
        func file(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: "articles/port/\(name)"), encoding: .utf8)
        }
        let text = try file("uk.md")
        #expect(text.hasPrefix("# Порт відкрився\n\nПорт знову"))
        #expect(!text.contains("Facebook"))
        #expect(try file("raw/uk.html") == Self.page)
        let record = try file("article.json")
        #expect(record.contains("2024-03-01T10:00:00+02:00"))
        #expect(record.contains("https://visnyk.example/port"))
    }

    @Test func aTextWhoseLanguageNothingTellsIsRefused() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path(percentEncoded: false)
        #expect(try CommandLineTests.run(["init", path]).code == 0)
        let added = try CommandLineTests.run(
            ["add", "-", "--article", "x", "--corpus", path], input: Data("123 456".utf8))
        #expect(added.code == 2)
        #expect(added.errors.contains("hint: name it with --lang"))
    }
}
