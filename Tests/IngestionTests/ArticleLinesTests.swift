import Ingestion
import Testing
import TextCore

/// What of a page is the article and what stands around it.
struct ArticleLinesTests {
    static let prose = [
        "The bridge over the northern canal will stay closed until the autumn, the council decided on Monday.",
        "Engineers found cracks in two of the four piers when the water was let out for the yearly survey.",
        "Buses take the long way round through the harbour, which costs them a quarter of an hour each.",
        "The repair will cost about two million, a spokeswoman said, and half of it comes from the state.",
    ]

    static var paragraphs: String { prose.map { "<p>\($0)</p>" }.joined() }

    static func texts(_ body: String) throws -> [String] {
        try IngestionFixture.extract("<html><body>\(body)</body></html>").blocks.map(\.text)
    }

    @Test(arguments: [
        "<div class='x'>\(paragraphs)</div><div class='y'>"
            + (1...6).map {
                "<h4><a href='/\($0)'>Another story of the day, number \($0)</a></h4><p>A teaser that says a little of story number \($0), but not all of it.</p>"
            }.joined() + "</div>",
        "<div>\(paragraphs)<h3>You may also like</h3><p>A story about the ferry that ran aground last winter near the old pier.</p></div>",
        "<div>\(paragraphs)<div class='entry-related-posts'><p>Ten years ago the same bridge was closed for a whole summer.</p></div></div>",
        "<div>\(paragraphs)<ul><li><a href='/a'>Ferry timetable</a></li><li><a href='/b'>All about the canal</a></li><li><a href='/c'>Harbour news</a></li></ul></div>",
        "<aside><p>Subscribers know more: read all about the canal in our weekly letter for the north.</p></aside><main>\(paragraphs)</main>",
        "<form><div id='page'>\(paragraphs)</div></form>",
        "<div class='no-comments has-sidebar'>\(paragraphs)</div>",
    ])
    func theArticleStandsAlone(body: String) throws {
        #expect(try Self.texts(body) == Self.prose)
    }

    @Test func anArticleThatThePageHoldsTwiceIsTakenOnce() throws {
        let more = (1...6).map {
            "<p>Pier number \($0) was built of granite and will be looked at again by divers next week.</p>"
        }.joined()
        let article = Self.paragraphs + more
        #expect(try Self.texts("<div>\(article)</div><div>\(article)</div>").count == 10)
    }

    @Test func kindsAreKept() throws {
        let found = try IngestionFixture.extract(
            """
            <article>\(Self.paragraphs)<h2>What it costs</h2><p>\(Self.prose[0])</p>
            <ul><li>Two new piers of concrete for the northern side</li><li>a handrail</li></ul>
            <blockquote><p>“We would rather close it than mourn later,” the engineer said on Monday.</p></blockquote>
            <figure><img src="a.jpg"><figcaption>The bridge on Monday</figcaption></figure>
            <table><tr><th>Part</th><th>Cost</th></tr><tr><td>Piers</td><td>1.2 million</td></tr></table>
            <p>\(Self.prose[1])</p></article>
            """)
        #expect(
            found.blocks.map(\.kind) == [
                .paragraph, .paragraph, .paragraph, .paragraph, .subhead, .paragraph, .listItem,
                .listItem, .quotation, .caption, .tableRow, .tableRow, .paragraph,
            ])
        #expect(found.blocks[10].text == "Part | Cost")
    }

    @Test func aGalleryIsNoProse() throws {
        let captions = (1...4).map { "<figcaption>The bridge from side number \($0)</figcaption>" }
        let found = try IngestionFixture.extract(
            "<article><p>\(Self.prose[0])</p>\(captions.joined())<p>\(Self.prose[1])</p></article>")
        #expect(found.blocks.map(\.text) == Array(Self.prose[..<2]))
        #expect(found.furniture.count == 4)
    }

    @Test func lineBreaksPartParagraphsAfterAnEnd() throws {
        let found = try Self.texts(
            "<div>\(Self.prose[0])<br>\(Self.prose[1])<br/><br/>Three men and<br>a boat came over the water, and nobody asked who had sent them.</div>"
        )
        #expect(
            found == [
                Self.prose[0], Self.prose[1],
                "Three men and a boat came over the water, and nobody asked who had sent them.",
            ])
    }

    @Test func nothingIsLost() throws {
        let found = try IngestionFixture.extract(
            "<nav><a href='/'>Harbour</a></nav><h1>Bridge closed</h1>\(Self.paragraphs)<footer>Imprint of the Harbour News</footer>"
        )
        let all = found.blocks.map(\.text) + found.furniture.map(\.text)
        #expect(
            Set(all)
                == Set(Self.prose + ["Harbour", "Bridge closed", "Imprint of the Harbour News"]))
    }

    @Test func hiddenTextIsTakenFromLinkedData() throws {
        let body = Self.prose.joined(separator: "\\n")
        let found = try IngestionFixture.extract(
            """
            <script type="application/ld+json">{"@type":"NewsArticle","articleBody":"\(body)"}</script>
            <p>Read on with a subscription.</p>
            """)
        #expect(found.blocks.map(\.text) == Self.prose)
        #expect(!found.notes.isEmpty)
    }
}
