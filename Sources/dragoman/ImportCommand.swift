internal import TextCore
internal import Workbench

/// `dragoman import`
struct ImportCommand: Command {
    static let name = "import"
    static let summary = "make an article of translation units, its versions aligned"
    static let usage = ["import FILE|- --article SLUG [--format FORMAT] [--from TAG]"]
    static let options: [Option] = [
        .value("--article", "SLUG", "the article to make, such as visit-to-rome"),
        .value(
            "--format", "FORMAT", "the file format; told by the file's name when left out",
            choices: ImportService.Format.allCases.map(\.rawValue)),
        .value("--from", "TAG", "the language of the origin; the first in the file when left out"),
        .corpus, .json,
    ]
    static let notes = """
        Each language becomes a version and each unit a paragraph; what a unit ties together is
        stored as confirmed, so that a later alignment keeps it. Versions that are there already
        are never replaced. In JSONL the first language is the first by its tag.
        """
    static let examples = ["dragoman import rome.tmx --article visit-to-rome --from en"]

    private struct Answer: Encodable {
        let article: String
        let versions: [String]
        let units: Int
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let path = arguments.operands.first, arguments.operands.count == 1 else {
            throw UsageError("import takes one file, or - for stdin", hint: examples[0])
        }
        guard let slug = arguments.value("--article") else {
            throw UsageError(
                "--article is missing", hint: "it names the story, such as visit-to-rome")
        }
        let corpus = try CorpusService.open(
            arguments.value("--corpus"), try Shelves.open(arguments))
        let answer = try ImportService(corpus).add(
            try Console.read(path), file: path == "-" ? "stdin" : path,
            format: arguments.value("--format").flatMap(ImportService.Format.init), slug: slug,
            origin: try arguments.language("--from"))
        try print(answer, arguments)
        return 0
    }

    private static func print(_ answer: ImportService.Answer, _ arguments: Arguments) throws {
        if arguments.has("--json") {
            Console.out(
                try RecordStream.encode(
                    Answer(
                        article: answer.slug, versions: answer.versions, units: answer.unitCount)))
            return
        }
        var table = Table(["article", "units", "versions"])
        table.add([
            .init(answer.slug), .init("\(answer.unitCount)", .green),
            .init(answer.versions.joined(separator: " ")),
        ])
        Console.out(table.render(Terminal(arguments)))
    }
}
