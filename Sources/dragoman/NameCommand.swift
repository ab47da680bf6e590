internal import TextCore
internal import Workbench

/// `dragoman name`
struct NameCommand: Command {
    static let name = "name"
    static let summary = "tell all of one name, and write it in other languages and by schemes"
    static let usage = [
        "name NAME", "name NAME --to TAGS", "name NAME --scheme ID[,ID…]",
        "name --schemes [--lang TAG]",
    ]
    static let options: [Option] = [
        .value("--to", "TAGS", "the languages to write it in, separated by commas"),
        .value("--scheme", "IDS", "the schemes to write it by, separated by commas; 'all' for all"),
        .flag("--schemes", "list the schemes of the locale data"),
        .value("--lang", "TAG", "the language of NAME; told by its letters when left out"),
        .known, .corpus, .json,
    ]
    static let notes = """
        The record tells the script, the language (guessed with its signs, or 'ambiguous'), the parts
        with their roles, the readings in Latin letters, and the skeleton keys. With --to, each line is
        a language, the form, and its ground: 'known' where the known names have it, 'convention' with
        what made it, 'as-written' where the language takes it as it is; a reading follows where the
        form's characters do not tell it. The known names are those of the corpus that is named or lies
        here, unless --known names a file.
        """
    static let examples = [
        "dragoman name '王毅' --to ru,en,uk,ar", "dragoman name 'Сергій' --scheme all",
    ]

    static func run(_ arguments: Arguments) throws -> Int32 {
        let shelf = try Shelves.open(arguments)
        if arguments.has("--schemes") { return try listSchemes(arguments, shelf) }
        guard let name = arguments.operands.first, arguments.operands.count == 1 else {
            throw UsageError(
                "name takes one name, not \(arguments.operands.count)", hint: examples.first)
        }
        let service = try NameService(shelf, known: try known(arguments, shelf))
        let written = try NameWire.written(name, arguments.value("--lang"))
        let forms = try forms(written, service, arguments)
        let schemes = try schemes(written, service, arguments)
        try print(written, forms, schemes, service, arguments)
        return 0
    }

    private static func forms(
        _ name: NameService.Written, _ service: NameService, _ arguments: Arguments
    ) throws -> [NameSheet.Form] {
        let targets = arguments.value("--to") ?? ""
        let tags = try targets.split(separator: ",").map { try Arguments.language(String($0)) }
        return try service.render(name, in: tags).map {
            NameSheet.Form(
                lang: $0.language.string, form: $0.form, ground: $0.ground,
                convention: $0.convention, reading: $0.reading)
        }
    }

    private static func schemes(
        _ name: NameService.Written, _ service: NameService, _ arguments: Arguments
    ) throws -> [NameSheet.Scheme] {
        guard let wanted = arguments.value("--scheme") else { return [] }
        let language = try service.language(readIn: name)
        let all = try service.schemes(of: language)
        let ids = wanted == "all" ? all.map(\.id) : wanted.split(separator: ",").map(String.init)
        return try ids.map { id in
            guard let scheme = all.first(where: { $0.id == id }),
                let form = try service.write(name, scheme: id)
            else {
                throw UsageError(
                    "\(language) has no scheme '\(id)'",
                    hint: all.isEmpty
                        ? "'dragoman name --schemes' lists those of all languages"
                        : EditDistance.hint(for: id, among: all.map(\.id)))
            }
            return NameSheet.Scheme(id: id, form: form, title: scheme.title)
        }
    }

    /// Language, id and title of every scheme.
    private static func listSchemes(_ arguments: Arguments, _ shelf: ProfileShelf) throws -> Int32 {
        let service = try NameService(shelf)
        let given = try arguments.language()
        let tags = given.map { [$0] } ?? shelf.tags.compactMap(LanguageTag.init)
        var table = Table(["lang", "scheme", "title"])
        var lines: [[String: String]] = []
        for tag in tags {
            for scheme in try service.schemes(of: tag) {
                table.add([.init(tag.string, .cyan), .init(scheme.id), .init(scheme.title)])
                lines.append(["lang": tag.string, "id": scheme.id, "title": scheme.title])
            }
        }
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(lines))
        } else {
            Console.out(table.render(Terminal(arguments)))
        }
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

    /// With `--json` the whole record; else what was asked for.
    private static func print(
        _ name: NameService.Written, _ forms: [NameSheet.Form], _ schemes: [NameSheet.Scheme],
        _ service: NameService, _ arguments: Arguments
    ) throws {
        let terminal = Terminal(arguments)
        if arguments.has("--json") || forms.isEmpty && schemes.isEmpty {
            let sheet = NameSheet(try service.describe(name), forms: forms, schemes: schemes)
            if arguments.has("--json") {
                Console.out(try RecordStream.encode(sheet))
            } else {
                Console.out(sheet.render(terminal))
            }
            return
        }
        var table = Table(["lang", "form", "ground", "made by", "reading"])
        for form in forms {
            table.add([
                .init(form.lang), .init(form.form), .init(form.ground),
                .init(form.convention ?? ""), .init(form.reading ?? ""),
            ])
        }
        for scheme in schemes {
            table.add([
                .init(scheme.id), .init(scheme.form), "scheme", .init(scheme.title), "",
            ])
        }
        Console.out(table.render(terminal))
    }
}
