internal import TextCore
internal import Workbench

/// `dragoman extract`
struct ExtractCommand: Command {
    static let name = "extract"
    static let summary = "take the article out of a page or a pasted text"
    static let usage = ["extract [FILE | -]", "extract --jsonl < RECORDS"]
    static let options: [Option] = [
        .language,
        .value("--url", "URL", "where the page came from"),
        .flag("--show-furniture", "print what was set aside, and why"),
        .json, .jsonl, .jobs,
    ]
    static let notes = """
        Prints the article as Markdown. A record is {id, html, url?} or {id, text, url?}; its
        answer {id, lang, title, date, author, url, alternates: [{lang, url}],
        blocks: [{kind, text}], furniture: [{kind, text, reason}]}.
        """
    static let examples = ["echo '<h1>Title</h1><p>It rained all day.</p>' | dragoman extract"]

    private struct Record: Codable {
        let id: JSONScalar?
        let html: String?
        let text: String?
        let url: String?
        let lang: String?
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        let service = try IngestionService(try Shelves.open(arguments))
        if arguments.has("--jsonl") {
            return try RecordStream.run(Record.self, jobs: try arguments.jobs()) {
                try answer($0, service)
            }
        }
        let bytes = try Console.read(arguments.operands.first ?? "-")
        let extraction = service.extract(
            bytes, url: arguments.value("--url"), language: try arguments.language())
        for note in extraction.notes { Console.error("note: \(note)") }
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(ExtractAnswer(nil, extraction)))
        } else if arguments.has("--show-furniture") {
            printFurniture(extraction, Terminal(arguments))
        } else {
            Console.out(markdown(extraction))
        }
        return 0
    }

    private static func answer(_ record: Record, _ service: IngestionService) throws
        -> ExtractAnswer
    {
        let language = try record.lang.map(Arguments.language)
        if let html = record.html {
            return ExtractAnswer(
                record.id,
                service.extract(html: Array(html.utf8), url: record.url, language: language))
        }
        guard let text = record.text else { throw UsageError("'html' or 'text' is missing") }
        return ExtractAnswer(
            record.id, service.extract(text: Text(text), url: record.url, language: language))
    }

    private static func printFurniture(_ extraction: ExtractedPage, _ terminal: Terminal) {
        var table = Table(["kind", "reason", "text"])
        for furniture in extraction.furniture {
            table.add([
                .init(furniture.kind, .yellow), .init(furniture.reason), .init(furniture.text),
            ])
        }
        Console.out(table.render(terminal))
    }

    private static func markdown(_ extraction: ExtractedPage) -> String {
        let title = extraction.title.map { ["# \($0)"] } ?? []
        let blocks = extraction.blocks.map { block in
            switch block.kind {
            case .title: "# \(block.text)"
            case .subhead: "## \(block.text)"
            case .listItem: block.text.hasPrefix("- ") ? block.text : "- \(block.text)"
            case .quotation: "> \(block.text)"
            case .paragraph, .caption, .tableRow: block.text
            }
        }
        let all = title + blocks
        return all.isEmpty ? "" : all.joined(separator: "\n\n") + "\n"
    }
}

/// The wire form of an extraction.
struct ExtractAnswer: Encodable {
    struct Alternate: Encodable {
        let lang: String
        let url: String
    }

    struct Block: Encodable {
        let kind: String
        let text: String
    }

    struct Furniture: Encodable {
        let kind: String
        let text: String
        let reason: String
    }

    let id: JSONScalar?
    let lang: String
    /// How the language is known: given, declared, detected, guessed, unknown.
    let langEvidence: String
    let title: String?
    let date: String?
    let author: String?
    let outlet: String?
    let url: String?
    let alternates: [Alternate]
    let blocks: [Block]
    let furniture: [Furniture]

    init(_ id: JSONScalar?, _ extraction: ExtractedPage) {
        self.id = id
        lang = extraction.language.string
        langEvidence = extraction.languageEvidence
        title = extraction.title
        date = extraction.date
        author = extraction.author
        outlet = extraction.outlet
        url = extraction.url
        alternates = extraction.alternates.map {
            Alternate(lang: $0.language.string, url: $0.url)
        }
        blocks = extraction.blocks.map { Block(kind: $0.kind.rawValue, text: $0.text) }
        furniture = extraction.furniture.map {
            Furniture(kind: $0.kind, text: $0.text, reason: $0.reason)
        }
    }
}
