import Foundation
import Testing
import TextCore
import Workbench

struct QuoteServiceTests {
    static func service() throws -> QuoteService {
        let shelf = try ProfileShelf.open(
            LocaleInspectionTests.root.appending(path: "locales").path(percentEncoded: false),
            executable: "")
        return QuoteService(shelf, names: try NameService(shelf))
    }

    static let page = """
        Home > News > Dam engineer expects a dry summer
        Dam engineer expects a dry summer
        Engineer Marta Lind met Governor Pavel Sorin in Harwick on Monday.
        “We came to listen, my friend,” Sorin said through an interpreter.
        Sorin said he would “mend and widen” the road.
        “He told me that the road will open in May,” Lind said.
        Leave a Reply
        """

    @Test func readsAPageWithItsFurniture() throws {
        let english = try #require(LanguageTag("en"))
        let quotes = try Self.service().report(Text(Self.page), english)
        #expect(
            quotes.map(\.words.text) == [
                "We came to listen, my friend,", "he would “mend and widen” the road",
                "mend and widen",
                "He told me that the road will open in May,", "the road will open in May",
            ])
        #expect(quotes.map(\.mediation) == ["interpreted", "none", "none", "none", "none"])
        #expect(quotes[0].speakerName == "Pavel Sorin")
        #expect(quotes[0].chain.map(\.action) == ["speak", "interpret", "publish"])
        #expect(quotes[4].relay.map(\.text) == ["Lind"])
        #expect(quotes.filter(\.isMediated).count == 2)
    }

    /// Offsets count scalars of the text as it was given, before normalisation.
    @Test func offsetsCountTheInputsScalars() throws {
        let string = "🎭 “Cafe\u{301} and dam hold,” the engineer said."
        let english = try #require(LanguageTag("en"))
        let quote = try #require(try Self.service().report(Text(string), english).first)
        let scalars = Array(string.unicodeScalars)
        #expect(scalars[quote.words.start] == "C")
        #expect(scalars[quote.words.end] == "”")
    }
}
