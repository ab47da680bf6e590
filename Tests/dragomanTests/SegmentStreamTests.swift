import Foundation
import Testing

/// `segment` over texts that come piece by piece.
struct SegmentStreamTests {
    /// One document's JSON is written by hand and a record's by an encoder: they must be the same, byte for byte.
    @Test(arguments: [
        "He said \"no\" \\ left.\tThen\u{0}\u{1F}\u{8}\u{C}\r\nhe/she came.\u{7F} \u{2028}Кафе\u{301}. 𠮷!",
        "", "مرحبا. نعم؟", "\u{FEFF}部长来了。“是。”他走了。",
        "\u{FEFF}L'e\u{301}te\u{301}. \u{1112}\u{1161}\u{11AB}국\r\ngut. \u{212B}ngstrom e\u{301}\n\r\nfin.",
    ])
    func aDocumentIsWrittenAsARecord(text: String) throws {
        let record = try JSONEncoder().encode(["lang": "und", "text": text])
        let lines = try CommandLineTests.run(["segment", "--jsonl"], input: record)
        let whole = try CommandLineTests.run(
            ["segment", "--lang", "und", "--json"], input: Data(text.utf8))
        #expect(whole.output == lines.output)
    }

    /// More than two windows; the middle of it without a line end for longer than any window lasts.
    @Test func aLongTextIsOneAnswer() throws {
        let word = String(repeating: "щ", count: 10_000)
        let paragraph = "Слово \(word) є. Cafe\u{301}!\r\n\r\n"
        let giant = String(repeating: "\(word)\(word) ", count: 60)
        let text = String(repeating: paragraph, count: 60) + giant + "кінець.\n\n" + paragraph
        let outcome = try CommandLineTests.run(
            ["segment", "--lang", "uk", "--json"], input: Data(text.utf8))
        let answer = try JSONDecoder().decode(SegmentAnswer.self, from: Data(outcome.output.utf8))
        #expect(answer.lang == "uk")
        #expect(answer.sentences.count == 123)
        let scalars = Array(text.unicodeScalars)
        for sentence in answer.sentences {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[sentence.start..<sentence.end])
            #expect(view.elementsEqual(sentence.text.unicodeScalars))
        }
    }

    @Test func brokenBytesAreToldOfOnce() throws {
        let input = Data("Да. \u{FFFD}".utf8) + [0xFF, 0xD0] + Data(" Нет.".utf8)
        let outcome = try CommandLineTests.run(["segment", "--lang", "ru"], input: input)
        #expect(outcome.code == 0)
        #expect(outcome.output == "Да.\n\u{FFFD}\u{FFFD}\u{FFFD} Нет.\n")
        #expect(
            outcome.errors
                == "warning: stdin: 2 runs of bytes that are no UTF-8, read as U+FFFD; the first at byte 9\n"
        )
    }
}
