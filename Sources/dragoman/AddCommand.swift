internal import TextCore
internal import Workbench

/// `dragoman add`
struct AddCommand: Command {
    static let name = "add"
    static let summary = "take a text into the corpus as a version of an article"
    static let usage = ["add FILE|- --article SLUG [--lang TAG] [--from VERSION]"]
    static let options: [Option] = [
        .value("--article", "SLUG", "the article; made when there is none of that name"),
        .language,
        .value("--from", "VERSION", "the version that it was translated from, such as en"),
        .value("--outlet", "NAME", "who published it, where a language has several versions"),
        .value("--title", "TEXT", "its headline"),
        .value("--date", "DATE", "when it was published, such as 2024-05-03"),
        .value("--url", "URL", "where it was published"),
        .value("--author", "NAME", "who wrote it"),
        .corpus, .json,
    ]
    static let notes = """
        The file is HTML, a text as pasted from a page, or Markdown that begins with "# ". Site text
        is set aside; 'dragoman extract --show-furniture' shows it, and raw/ keeps the input.
        A version that is there already is replaced. With --from the source's text of this moment is
        kept, so that 'dragoman status' can tell later what has changed since.
        """
    static let examples = ["dragoman add visite.txt --article visit-to-rome --lang fr --from en"]

    private struct Answer: Encodable {
        let article: String
        let version: String
        let change: String
        let sentences: Int
        let pin: String?
        /// Blocks that were set aside, by kind.
        let furniture: [String: Int]
        let languageFound: Bool
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let path = arguments.operands.first, arguments.operands.count == 1 else {
            throw UsageError("add takes one file, or - for stdin", hint: examples[0])
        }
        guard let slug = arguments.value("--article") else {
            throw UsageError(
                "--article is missing", hint: "it names the story, such as visit-to-rome")
        }
        let shelf = try Shelves.open(arguments)
        let corpus = try CorpusService.open(arguments.value("--corpus"), shelf)
        var details = AddingService.Details(slug: slug)
        details.language = try arguments.language()
        details.outlet = arguments.value("--outlet")
        details.from = arguments.value("--from")
        details.title = arguments.value("--title")
        details.date = arguments.value("--date")
        details.url = arguments.value("--url")
        details.author = arguments.value("--author")
        let answer = try AddingService(corpus, IngestionService(shelf)).add(
            try Console.read(path), details)
        try print(answer, arguments)
        return 0
    }

    private static func print(_ answer: AddingService.Answer, _ arguments: Arguments) throws {
        if arguments.has("--json") {
            Console.out(
                try RecordStream.encode(
                    Answer(
                        article: answer.slug, version: answer.key, change: answer.change.rawValue,
                        sentences: answer.sentenceCount, pin: answer.pin,
                        furniture: Dictionary(
                            uniqueKeysWithValues: answer.furniture.map { ($0.kind, $0.count) }),
                        languageFound: answer.isLanguageFound)))
            return
        }
        var table = Table(["article", "version", "change", "sentences", "set aside"])
        table.add([
            .init(answer.slug), .init(answer.key), .init(answer.change.rawValue, .green),
            .init("\(answer.sentenceCount)"),
            .init(answer.furniture.map { "\($0.kind) \($0.count)" }.joined(separator: ", "), .dim),
        ])
        Console.out(table.render(Terminal(arguments)))
    }
}
