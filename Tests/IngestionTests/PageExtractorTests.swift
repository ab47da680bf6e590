import Foundation
import Ingestion
import LocaleData
import Testing
import TextCore

struct PageExtractorTests {
    static func extractor() throws -> PageExtractor { try IngestionFixture.extractor() }

    struct Story: Sendable, CustomTestStringConvertible {
        let language: String
        let title: String
        let text: [String]
        let comments: String
        var testDescription: String { language }

        func page(charset: String = "utf-8") -> String {
            let paragraphs = text.map { "<p>\($0)</p>" }.joined(separator: "\n")
            return """
                <!DOCTYPE html><html lang="\(language)"><head><meta charset="\(charset)">
                <title>\(title) | Harbour News</title><meta property="og:site_name" content="Harbour News">
                <link rel="canonical" href="https://news.example/a"/>
                <link rel="alternate" hreflang="de" href="https://news.example/de/a">
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"\(title)",
                "datePublished":"2024-03-01T10:00:00+02:00","author":[{"name":"Anna Berg"}]}</script></head>
                <body><nav><a href="/">Home</a> <a href="/x">World</a></nav>
                <div class="article-body"><h1>\(title)</h1>\(paragraphs)
                <div class="share-buttons">Facebook Twitter</div></div>
                <div id="comments"><h3>\(comments)</h3><p>A reader says that this is all wrong, and says so at length.</p></div>
                <footer>© 2024 Harbour News. All rights reserved.</footer></body></html>
                """
        }
    }

    static let stories = [
        Story(
            language: "en", title: "Harbour reopens after the storm",
            text: [
                "The harbour opened again on Friday, two days after the storm had closed it to all ships.",
                "“We lost no one,” the harbour master said, and he thanked the crews of both tugs.",
            ], comments: "Leave a Reply"),
        Story(
            language: "ru", title: "Порт открылся после шторма",
            text: [
                "Порт снова открылся в пятницу, через два дня после того, как шторм закрыл его для всех судов.",
                "«Мы никого не потеряли», — сказал начальник порта и поблагодарил экипажи буксиров.",
            ], comments: "Комментарии"),
        Story(
            language: "uk", title: "Порт відкрився після шторму",
            text: [
                "Порт знову відкрився у п’ятницю, через два дні після того, як шторм закрив його для всіх суден.",
                "«Ми нікого не втратили», — сказав начальник порту й подякував екіпажам буксирів.",
            ], comments: "Коментарі"),
        Story(
            language: "zh-Hans", title: "风暴过后港口重新开放",
            text: [
                "港口于周五重新开放，此前风暴使所有船只停航两天，码头工人连夜清理了航道。",
                "港务局长说：“我们没有失去任何人。”他感谢了两艘拖船的船员。",
            ], comments: "评论"),
        Story(
            language: "ar", title: "الميناء يفتح أبوابه بعد العاصفة",
            text: [
                "فتح الميناء أبوابه من جديد يوم الجمعة، بعد يومين من إغلاقه أمام جميع السفن بسبب العاصفة.",
                "وقال مدير الميناء: «لم نفقد أحدا»، وشكر طاقمي القاطرتين.",
            ], comments: "التعليقات"),
        Story(
            language: "de", title: "Hafen nach dem Sturm wieder offen",
            text: [
                "Der Hafen öffnete am Freitag wieder, zwei Tage nachdem der Sturm ihn für alle Schiffe gesperrt hatte.",
                "„Wir haben niemanden verloren“, sagte der Hafenmeister und dankte den Mannschaften der Schlepper.",
            ], comments: "Kommentare"),
    ]

    @Test(arguments: stories)
    func theArticleAloneIsTaken(story: Story) throws {
        let found = try Self.extractor().extract(html: Array(story.page().utf8))
        #expect(found.blocks.map(\.text) == story.text)
        #expect(found.metadata.title == story.title)
        #expect(found.metadata.date == "2024-03-01T10:00:00+02:00")
        #expect(found.metadata.author == "Anna Berg")
        #expect(found.metadata.outlet == "Harbour News")
        #expect(found.metadata.url == "https://news.example/a")
        #expect(found.metadata.alternates.map(\.language.string) == ["de"])
        #expect(found.language.tag.string == story.language)
        #expect(found.furniture.contains { $0.text == story.comments && $0.kind == "comments" })
        #expect(found.furniture.contains { $0.kind == "share" })
        #expect(found.furniture.allSatisfy { !$0.reason.isEmpty })
    }

    @Test(arguments: stories)
    func theDocumentHoldsTitleAndBlocksInOrder(story: Story) throws {
        let document = try Self.extractor().extract(html: Array(story.page().utf8)).document
        #expect(document.blocks.map { document.text[$0.span] } == [story.title] + story.text)
        #expect(document.blocks.first?.kind == .title)
    }

    @Test(arguments: [("windows-1251", 1), ("gb18030", 3), ("utf-16", 4)])
    func otherEncodingsAreRead(charset: String, index: Int) throws {
        let story = Self.stories[index]
        let page = story.page(charset: charset)
        let encoding: String.Encoding =
            switch charset {
            case "windows-1251": .windowsCP1251
            case "utf-16": .utf16
            default: String.Encoding(rawValue: 0x8000_0632)
            }
        guard let data = page.data(using: encoding) else { return }
        let found = try Self.extractor().extract(html: Array(data))
        #expect(found.blocks.map(\.text) == story.text)
    }

    static let pasted = """
        You are here
        Home > News > Harbour reopens after the storm

        Harbour reopens after the storm

        The harbour opened again on Friday, two days after the storm had closed it to all ships.

        Both tugs at work

        “We lost no one,” the harbour master said, and he thanked the crews of both tugs.

        Leave a Reply

        This site uses Akismet to reduce spam. Learn how your comment data is processed.
        """

    @Test func aPastedPageLosesItsFurniture() throws {
        let found = try Self.extractor().extract(text: Text(Self.pasted))
        #expect(found.metadata.title == "Harbour reopens after the storm")
        #expect(found.blocks.map(\.kind) == [.paragraph, .subhead, .paragraph])
        #expect(found.blocks[1].text == "Both tugs at work")
        #expect(found.furniture.count == 4)
        #expect(found.language.tag.string == "en")
    }

    @Test(arguments: stories)
    func plainTextWithoutFurnitureStaysAsItIs(story: Story) throws {
        let found = try Self.extractor().extract(text: Text(story.text.joined(separator: "\n\n")))
        #expect(found.blocks.map(\.text) == story.text)
        #expect(found.furniture.isEmpty)
    }

    @Test func wrappedLinesAreJoined() throws {
        let mail = """
            The harbour opened again on Friday, two days after the storm
            had closed it to all ships, and the first ferry left at noon
            with forty passengers.
            """
        let found = try Self.extractor().extract(text: Text(mail))
        #expect(found.blocks.count == 1)
        #expect(found.blocks.first?.text.contains("storm had closed") == true)
    }

    @Test(arguments: [
        "", "<", "<html", "<html><body><p>Cut off in the mid",
        "<!DOCTYPE html [<!ENTITY a \"aa\">]><p>&a;&a;",
        "<p>\u{0}</p>", "<p>" + String(repeating: "a", count: 300_000),
        String(repeating: "<div>", count: 60_000) + "deep",
        String(repeating: "</p>", count: 60_000),
        "<script type=\"application/ld+json\">{\"@type\":\"\\ud800\""
            + String(repeating: "[", count: 9_000),
        "<title>" + String(repeating: "<b>", count: 5_000),
        "<p><a href=" + String(repeating: "x", count: 90_000),
    ])
    func hostilePagesEnd(page: String) throws {
        let found = try Self.extractor().extract(html: Array(page.utf8))
        #expect(found.blocks.allSatisfy { !$0.text.isEmpty })
    }

    @Test func brokenBytesAreNoReasonToLoseThePage() throws {
        var bytes = Array(Self.stories[0].page().utf8)
        bytes.insert(contentsOf: [0xFF, 0xC0, 0x80], at: bytes.count / 2)
        let found = try Self.extractor().extract(html: bytes)
        #expect(found.blocks.count >= 2)
    }

    @Test(arguments: [
        ("Міністр сказав, що вони ще не вирішили цього питання.", "uk"),
        ("Министр сказал, что они ещё не решили этого вопроса.", "ru"),
        ("Der Minister sagte, dass sie das noch nicht entschieden haben.", "de"),
        ("部長說，他們還沒有決定這個問題。", "zh-Hant"), ("部长说，他们还没有决定这个问题。", "zh-Hans"),
        ("قال الوزير إنهم لم يقرروا بعد في هذه المسألة.", "ar"), ("大臣はまだ決めていないと述べた。", "ja"),
        ("12345", "und"), ("", "und"),
    ])
    func languagesAreTold(text: String, language: String) throws {
        let found = try Self.extractor().extract(text: Text(text))
        #expect(found.language.tag.string == language)
    }
}
