import LocaleData
import Segmentation
import Testing
import TextCore

struct AbbreviationListTests {
    @Test func linesAreWordsWithOrWithoutAClass() {
        let list = AbbreviationList(
            Array("# own\n\nNrn\tnumber\nОАО.\nPräs.\ttitle\n  т.е\t other \r\nNrn\tnumber\n".utf8))
        #expect(list.faults.isEmpty)
        #expect(
            list.words == ["nrn": .number, "оао": .other, "präs": .title, "т.е": .other])
    }

    @Test(arguments: [
        ("a\tb", 1, 3, "unknown class 'b'; one of: title number other"),
        ("ok\n\ttitle", 2, 1, "expected an abbreviation, a tab, and its class"),
        ("ok\n.\n", 2, 1, "expected an abbreviation, a tab, and its class"),
        ("𠮷е\u{301}\t \tx", 1, 7, "expected nothing after the class"),
        ("ст\ttitle\nСт\tnumber", 2, 1, "'Ст' has another class on line 1"),
    ])
    func aBadLineIsAFault(text: String, line: Int, column: Int, message: String) {
        let list = AbbreviationList(Array(text.utf8))
        #expect(list.faults == [.init(line: line, column: column, message: message)])
    }

    @Test func bytesThatAreNoTextAreAFault() {
        let list = AbbreviationList(Array("إلخ\nд".utf8) + [0xFF] + Array("\nок".utf8))
        #expect(list.faults == [.init(line: 2, column: 2, message: "not UTF-8")])
        #expect(list.words == ["إلخ": .other, "ок": .other])
    }

    @Test func aListGoesOverTheLocaleData() throws {
        let tag = try #require(LanguageTag("uk"))
        let catalogue = try LocaleCatalogue(directory: SentenceSegmenterTests.locales)
        let profile = try catalogue.profile(for: tag).adding(
            AbbreviationList(Array("докум\ttitle\n".utf8)).words)
        let text = Text("Це докум. Петренка. Так.")
        let found = SentenceSegmenter(SegmentationRules(profile)).sentences(in: text)
        #expect(found.map { text[$0] } == ["Це докум. Петренка.", "Так."])
    }
}
