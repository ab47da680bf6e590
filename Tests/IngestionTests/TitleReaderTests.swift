import Testing

@testable import Ingestion

struct TitleReaderTests {
    @Test(arguments: [
        ("<title>Bridge closed until autumn | Harbour News</title>", "Bridge closed until autumn"),
        ("<title>Мост закрыт до осени | Портовые новости</title>", "Мост закрыт до осени"),
        (
            "<title>Harbour News - Bridge closed</title><meta property='og:site_name' content='Harbour News'>",
            "Bridge closed"
        ),
        (
            "<title>x</title><meta property='og:title' content='Brücke bis Herbst gesperrt - Hafenblatt'><link rel='canonical' href='https://www.hafenblatt.example/1'>",
            "Brücke bis Herbst gesperrt"
        ),
        ("<title>大桥关闭至秋季_港口新闻网</title><meta property='og:site_name' content='港口新闻网'>", "大桥关闭至秋季"),
        ("<title>الجسر مغلق حتى الخريف | أخبار الميناء</title>", "الجسر مغلق حتى الخريف"),
        (
            "<title>Bridge &amp; tunnel: one - two</title><h1>Bridge &amp; tunnel: one - two</h1>",
            "Bridge & tunnel: one - two"
        ),
        (
            "<script type='application/ld+json'>{\"@type\":[\"NewsArticle\"],\"headline\":\"It&#39;s closed\"}</script>",
            "It's closed"
        ),
        ("<h1>Only a heading</h1>", "Only a heading"),
    ])
    func theSitesNameIsCutOff(head: String, title: String) throws {
        let reader = HeadReader(PageParser.parse(Array(head.utf8)))
        #expect(MetadataReader(reader, url: nil).metadata().title == title)
    }
}
