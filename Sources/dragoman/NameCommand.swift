internal import TextCore
internal import Workbench

/// `dragoman name`
struct NameCommand: Command {
    static let name = "name"
    static let summary = "write one name in other languages"
    static let usage = ["name NAME --to TAGS"]
    static let options: [Option] = [
        .value("--to", "TAGS", "the languages to write it in, separated by commas"),
        .value("--lang", "TAG", "the language of NAME; told by the script when left out"),
        .known, .corpus, .json,
    ]
    static let notes = """
        Each line is a language, the form, and its ground: 'established' where the known names have
        it, 'convention' where a transform made it, 'as-written' where the language takes it as it is.
        The known names are those of the corpus that is named or lies here, unless --known names
        a file.
        """
    static let examples = ["dragoman name '王毅' --to ru,en,uk,ar"]

    private struct Form: Encodable {
        let lang: String
        let form: String
        let ground: String
        let convention: String?
    }

    private struct Answer: Encodable {
        let name: String
        let forms: [Form]
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let name = arguments.operands.first, arguments.operands.count == 1 else {
            throw UsageError(
                "name takes one name, not \(arguments.operands.count)", hint: examples.first)
        }
        guard let targets = arguments.value("--to") else {
            throw UsageError("name needs the languages to write it in", hint: examples.first)
        }
        let tags = try targets.split(separator: ",").map { try Arguments.language(String($0)) }
        let shelf = try Shelves.open(arguments)
        let service = try NameService(shelf, known: try known(arguments, shelf))
        let written = try NameWire.written(name, arguments.value("--lang"))
        let forms = try service.render(written, in: tags).map {
            Form(
                lang: $0.language.string, form: $0.form, ground: $0.ground,
                convention: $0.convention)
        }
        try print(Answer(name: name, forms: forms), arguments)
        return 0
    }

    /// Those of the file that is named, else those of the corpus that is named or lies here.
    private static func known(
        _ arguments: Arguments, _ shelf: ProfileShelf
    ) throws -> [KnownName] {
        guard arguments.value(Option.known.name) == nil else {
            return try KnownNamesFile.read(arguments)
        }
        if let folder = arguments.value("--corpus") {
            return try CorpusService.open(folder, shelf).knownForms()
        }
        return try (try? CorpusService.open(nil, shelf))?.knownForms() ?? []
    }

    private static func print(_ answer: Answer, _ arguments: Arguments) throws {
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(answer))
            return
        }
        var table = Table(["lang", "form", "ground", "made by"])
        for form in answer.forms {
            table.add([
                .init(form.lang), .init(form.form), .init(form.ground),
                .init(form.convention ?? ""),
            ])
        }
        Console.out(table.render(Terminal(arguments)))
    }
}
