internal import TextCore
internal import Workbench

/// `dragoman names`
struct NamesCommand: Command {
    static let name = "names"
    static let summary = "find the people, organisations and countries that a text mentions"
    static let usage = [
        "names [SLUG]", "names FILE | -", "names --jsonl < RECORDS",
        "names merge ID ID… | split ID FORM… | undo ID",
    ]
    static let options: [Option] = [
        .language, .known,
        .value("--as", "ID", "the id of what is split off, or of what becomes known by a merge"),
        .corpus, .json, .jsonl, .jobs,
    ]
    static let notes = """
        With one article's name, or none for all, a table of the corpus's names: each entity with
        its forms by language and how often they occur, those of names.jsonl first. A language
        that spells an entity in more than one way is flagged, with the lines where it does.
        'merge' lays the later names' forms after the first one's, 'split' takes forms out into a name
        of their own, and 'undo' takes a name's last change back; all of it is kept in names.jsonl.
        With a file, or - for stdin, the
        mentions of a page or text. A record is {id, lang, text}; its answer {id, lang, mentions: [{start, end, text, kind, key,
        name}]}. All mentions of one entity have one key; the name is the dictionary form. Offsets
        count Unicode scalars of the text as it was given.
        """
    static let examples = [
        "echo 'Анна Коваль встретилась с Иваном Петровым.' | dragoman names - --lang ru",
        "dragoman names merge anna-koval anna-kowal",
    ]

    private struct Record: Decodable {
        let id: JSONScalar?
        let lang: String?
        let text: String
    }

    private struct Mention: Encodable {
        let start: Int
        let end: Int
        let text: String
        let kind: String
        let key: String
        let name: String
    }

    private struct Answer: Encodable {
        let id: JSONScalar?
        let lang: String
        let mentions: [Mention]
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        let shelf = try Shelves.open(arguments)
        let service = try NameService(shelf, known: try KnownNamesFile.read(arguments))
        if arguments.has("--jsonl") {
            return try RecordStream.run(Record.self, jobs: try arguments.jobs()) {
                try answer($0, service)
            }
        }
        if arguments.operands.count > 1, NameEdits.verbs.contains(arguments.operands[0]) {
            return try NameEdits.run(arguments, shelf)
        }
        guard let path = arguments.operands.first, path == "-" || InputReader.exists(path) else {
            return try CorpusNameTable.run(arguments, shelf)
        }
        let source = try SourceText.read(path, arguments, shelf)
        try print(
            answer(nil, source.language, try service.mentions(source.text, source.language)),
            arguments)
        return 0
    }

    private static func print(_ answer: Answer, _ arguments: Arguments) throws {
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(answer))
            return
        }
        var table = Table(["start", "end", "kind", "key", "name", "text"])
        for mention in answer.mentions {
            table.add([
                .init("\(mention.start)"), .init("\(mention.end)"), .init(mention.kind),
                .init(mention.key), .init(mention.name), .init(mention.text),
            ])
        }
        Console.out(table.render(Terminal(arguments)))
    }

    private static func answer(_ record: Record, _ service: NameService) throws -> Answer {
        let tag = try Arguments.language(ofRecord: record.lang)
        return answer(record.id, tag, try service.mentions(Text(record.text), tag))
    }

    private static func answer(
        _ id: JSONScalar?, _ language: LanguageTag, _ found: [NameService.FoundMention]
    ) -> Answer {
        Answer(
            id: id, lang: language.string,
            mentions: found.map {
                Mention(
                    start: $0.start, end: $0.end, text: $0.text, kind: $0.kind.rawValue,
                    key: $0.key, name: $0.name)
            })
    }
}
