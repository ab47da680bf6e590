internal import TextCore
internal import Workbench

/// `dragoman quotes`
struct QuotesCommand: Command {
    static let name = "quotes"
    static let summary = "list quotes, who said them and who stood in between"
    static let usage = ["quotes [SLUG]", "quotes FILE | -", "quotes --jsonl < RECORDS"]
    static let options: [Option] = [
        .language,
        .flag("--mediated", "only quotes with an interpreter, a translation or a teller between"),
        .presumed, .corpus, .json, .jsonl, .jobs,
    ]
    static let notes = """
        With one article's name, or none for all, the quotes of the corpus's versions; in a pipe
        then with article and version first. With a file, or - for stdin, those of a page or text.
        A record is {id, lang, text}; its answer {id, lang, quotes: [{start, end, type, speaker,
        cue, mediation, mark, mediator, relay, source_lang, chain, confidence, group, rule,
        scope}]}; scope tells where the mark stands: frame, label, introduction or session.
        Offsets count Unicode scalars of the text as it was given; start and end exclude the
        outer marks. 'none' means that nothing is said of mediation, never that the words are
        verbatim.
        """
    static let examples = [
        "echo '“We wait,” the envoy said through an interpreter.' | dragoman quotes --lang en"
    ]

    private struct Record: Codable {
        let id: JSONScalar?
        let lang: String?
        let text: String
    }

    private struct Answer: Encodable {
        let id: JSONScalar?
        let lang: String
        let quotes: [QuoteWire]
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        let shelf = try Shelves.open(arguments)
        let service = QuoteService(shelf, names: try NameService(shelf))
        let isMediatedOnly = arguments.has("--mediated")
        if arguments.has("--jsonl") {
            return try RecordStream.run(Record.self, jobs: try arguments.jobs()) { record in
                let language = try Arguments.language(ofRecord: record.lang)
                let quotes = try service.report(Text(record.text), language)
                return answer(record.id, language, quotes, isMediatedOnly)
            }
        }
        if let path = arguments.operands.first, path == "-" || InputReader.exists(path) {
            return try printFile(path, service, shelf, arguments)
        }
        return try CorpusQuoteList.run(arguments, shelf)
    }

    private static func printFile(
        _ path: String, _ service: QuoteService, _ shelf: ProfileShelf, _ arguments: Arguments
    ) throws -> Int32 {
        let source = try SourceText.read(path, arguments, shelf)
        let quotes = try service.report(source.text, source.language)
        let isMediatedOnly = arguments.has("--mediated")
        if arguments.has("--json") {
            Console.out(
                try RecordStream.encode(answer(nil, source.language, quotes, isMediatedOnly)))
            return 0
        }
        print(quotes.filter { !isMediatedOnly || $0.isMediated }, Terminal(arguments))
        return 0
    }

    private static func answer(
        _ id: JSONScalar?, _ language: LanguageTag, _ quotes: [ReportedQuote],
        _ isMediatedOnly: Bool
    ) -> Answer {
        Answer(
            id: id, lang: language.string,
            quotes: quotes.filter { !isMediatedOnly || $0.isMediated }.map(QuoteWire.init))
    }

    private static func print(_ quotes: [ReportedQuote], _ terminal: Terminal) {
        if terminal.isInteractive {
            for quote in quotes { Console.out(QuoteSheet(quote, terminal).text) }
        } else {
            for quote in quotes { Console.out(line(quote)) }
        }
    }

    /// Start, end, type, speaker, name, mediation, mark, relay, words.
    static func line(_ quote: ReportedQuote) -> String {
        let columns = [
            "\(quote.words.start)", "\(quote.words.end)", quote.form, quote.speaker?.text ?? "",
            quote.speakerName ?? "", quote.mediation, quote.mark?.text ?? "",
            quote.relay.map(\.text).joined(separator: " → "), quote.words.text,
        ]
        return columns.map { column in
            String(column.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        }.joined(separator: "\t") + "\n"
    }
}
