import Foundation
import Testing

/// Titles, subheads and furniture are sentences of their own.
struct SegmentBlocksTests {
    @Test func aPagesTitleIsOneSentenceAndItsFurnitureIsInNone() throws {
        let page = """
            <!DOCTYPE html><html lang="de"><head><title>Brücke zu. Wer zahlt? | Bote</title></head><body>
            <nav><a href="/">Start</a></nav><article><h1>Brücke zu. Wer zahlt?</h1>
            <p>Die Brücke über die Elde ist seit Montag gesperrt, weil ein Pfeiler nachgab. Niemand kam zu Schaden</p>
            <h2>Was nun? Wer baut?</h2>
            <p>dr. Koch will bis zum 3. Mai einen Plan vorlegen, sagte sie am Abend vor der Presse.</p>
            </article><div class="share">Teilen Drucken</div></body></html>
            """
        let outcome = try CommandLineTests.run(["segment"], input: Data(page.utf8))
        #expect(
            outcome.output == """
                Brücke zu. Wer zahlt?
                Die Brücke über die Elde ist seit Montag gesperrt, weil ein Pfeiler nachgab.
                Niemand kam zu Schaden
                Was nun? Wer baut?
                dr. Koch will bis zum 3. Mai einen Plan vorlegen, sagte sie am Abend vor der Presse.

                """)
    }

    static let article = """
        # Порт відкрито. Що далі?

        Порт 🎭 працює з п’ятниці
        і приймає кораблі. Черги немає.
        ## Хто був? Хто ні?
        - т. Коваль
        - о. Петро

        > قال الوزير: نعم. ثم خرج.

        """

    @Test(arguments: [false, true])
    func anArticlesFileIsReadBlockByBlock(isInCorpus: Bool) throws {
        let folder = AbbreviationsCommandTests.folder()
        let path = folder.path(percentEncoded: false)
        if isInCorpus { _ = try CommandLineTests.run(["init", path]) }
        let file = folder.appending(path: "articles/port/uk.visnyk.md")
        try AbbreviationsCommandTests.write(Self.article, file)
        let run = try CommandLineTests.run(
            ["segment", "--json", file.path(percentEncoded: false)]
                + (isInCorpus ? [] : ["--lang", "uk"]))
        let answer = try JSONDecoder().decode(SegmentAnswer.self, from: Data(run.output.utf8))
        #expect(answer.lang == "uk")
        #expect(
            answer.sentences.map(\.text) == [
                "Порт відкрито. Що далі?", "Порт 🎭 працює з п’ятниці і приймає кораблі.",
                "Черги немає.", "Хто був? Хто ні?", "т. Коваль", "о. Петро", "قال الوزير: نعم.",
                "ثم خرج.",
            ])
        let scalars = Array(Self.article.unicodeScalars)
        for sentence in answer.sentences {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[sentence.start..<sentence.end])
            #expect(String(view).replacing("\n", with: " ") == sentence.text)
        }
        let told = try CommandLineTests.run(
            ["segment", "--explain", "--lang", "uk", file.path(percentEncoded: false)])
        #expect(told.output.hasPrefix("25\tend\ttitle\n"))
    }

    /// A line that the locale's patterns know as furniture stands apart, though small letters follow.
    @Test(arguments: [
        (
            "en", "The bridge\nis shut\nLeave a Reply\nwe are told so.",
            "The bridge is shut|Leave a Reply|we are told so."
        ),
        (
            "en", "He asked to\nshare the bread with\nthe editor.",
            "He asked to share the bread with the editor."
        ),
        (
            "ru", "Мост закрыт\nПоделиться\nнадолго, сказал\nмэр.",
            "Мост закрыт|Поделиться|надолго, сказал мэр."
        ),
    ])
    func aFurnitureLineStandsApart(language: String, text: String, expected: String) throws {
        let segment = ["segment", "--lang", language]
        let run = try CommandLineTests.run(segment, input: Data(text.utf8))
        #expect(run.output == expected.split(separator: "|").joined(separator: "\n") + "\n")
        let told = try CommandLineTests.run(segment + ["--explain"], input: Data(text.utf8))
        let ends = told.output.split(separator: "\n").filter { $0.contains("\tend\t") }
        #expect(ends.count == expected.split(separator: "|").count)
        let wrapped = try CommandLineTests.run(
            segment + ["--newline", "wrap"], input: Data(text.utf8))
        #expect(wrapped.output.split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        ("en", "“Go. Now.” She went.", "“Go. Now.”|She went.", "“Go.|Now.”|She went."),
        (
            "ru", "Он сказал: «Да. Нет». Ушёл.", "Он сказал: «Да. Нет».|Ушёл.",
            "Он сказал: «Да.|Нет».|Ушёл."
        ),
        ("zh", "“走吧。快走。”他走了。", "“走吧。快走。”|他走了。", "“走吧。|快走。”|他走了。"),
        ("ar", "قال: «نعم. لا.» ثم خرج.", "قال: «نعم. لا.»|ثم خرج.", "قال: «نعم.|لا.»|ثم خرج."),
    ])
    func quotationsAreKeptOrSplit(
        language: String, text: String, kept: String, split: String
    ) throws {
        let segment = ["segment", "--lang", language, "--quotes"]
        let record = try JSONEncoder().encode(["lang": language, "text": text])
        for (mode, expected) in [("keep", kept), ("split", split)] {
            let sentences = expected.split(separator: "|")
            let run = try CommandLineTests.run(segment + [mode], input: Data(text.utf8))
            #expect(run.output == sentences.joined(separator: "\n") + "\n")
            let stream = try CommandLineTests.run(segment + [mode, "--jsonl"], input: record)
            #expect(stream.output.components(separatedBy: "\"text\":").count == sentences.count + 1)
        }
    }
}
