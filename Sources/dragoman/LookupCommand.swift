internal import TextCore
internal import Workbench

/// `dragoman lookup`, `dragoman lookup build`
struct LookupCommand: Command {
    static let name = "lookup"
    static let summary = "find the entities of a gazetteer that a name could be"
    static let usage = [
        "lookup NAME [--gazetteer FILE | --index INDEX]", "lookup --jsonl < RECORDS",
        "lookup build FILE ... --out INDEX",
    ]
    static let options: [Option] = [
        .value("--gazetteer", "FILE", "names of entities, in one of the forms below"),
        .value(
            "--index", "INDEX",
            "look up in what 'build' made; with --gazetteer, build it first where it does not fit"),
        .value("--out", "INDEX", "where 'build' puts the index, also -o"),
        .value("--lang", "TAG", "the language of NAME; told by the script when left out"),
        .value("--limit", "N", "how many candidates to give (default: 10)"),
        .corpus, .json, .jsonl, .jobs,
    ]
    static let notes = """
        A record is {id, name, lang}; its answer {id, candidates: [{entity, name, lang, score}]}, the
        best first. An entity may have many names in the gazetteer and is given once. Without a
        gazetteer the names are those that the corpus knows, by their ids.

        A gazetteer is lines of entity, language tag and name, separated by tabs; or JSON lines with
        {entity, lang, name} or {id, forms}; or an export: Wikidata's JSON or truthy N-Triples,
        OpenSanctions' entities (FollowTheMoney) or CSV. It may be packed by gzip. Lines that cannot
        be read are told and passed over, and the exit code is 3. Reading a large one takes its time
        at every call; 'build' does it once, and an index of a million names is opened at once.
        """
    static let examples = [
        "dragoman lookup 'Лавров' --lang ru --gazetteer people.tsv",
        "dragoman lookup build people.tsv --out people.index",
        "dragoman lookup '王毅' --index people.index",
    ]

    private struct Record: Decodable {
        let id: JSONScalar?
        let name: String
        let lang: String?
    }

    private struct Candidate: Encodable {
        let entity: String
        let name: String
        let lang: String
        let score: Double
    }

    private struct Answer: Encodable {
        let id: JSONScalar?
        let candidates: [Candidate]
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        if arguments.value("--out") != nil {
            guard arguments.operands.first == "build" else {
                throw UsageError("--out goes with 'lookup build'", hint: examples[1])
            }
            return try build(arguments.droppingFirst())
        }
        let limit = try arguments.count("--limit") ?? 10
        let shelf = try Shelves.open(arguments)
        let service = try NameService(shelf)
        let (gazetteer, status) = try GazetteerChoice(arguments, shelf, service).open()
        let answer: @Sendable (Record) throws -> Answer = { record in
            let name = try NameWire.written(record.name, record.lang)
            let found = try service.lookUp(name, in: gazetteer, limit: limit)
            return Answer(id: record.id, candidates: found.map(candidate))
        }
        if arguments.has("--jsonl") {
            return max(
                status,
                try RecordStream.run(Record.self, jobs: try arguments.jobs()) { try answer($0) })
        }
        guard let name = arguments.operands.first, arguments.operands.count == 1 else {
            throw UsageError(
                "lookup takes one name, not \(arguments.operands.count)", hint: examples.first)
        }
        let found = try answer(Record(id: nil, name: name, lang: arguments.value("--lang")))
        try print(found, arguments)
        return status
    }

    private static func build(_ arguments: Arguments) throws -> Int32 {
        guard let out = arguments.value("--out"), !arguments.operands.isEmpty else {
            throw UsageError("lookup build needs a gazetteer", hint: examples[1])
        }
        let service = try NameService(try Shelves.open(arguments))
        let report = try GazetteerChoice.build(
            arguments.operands, at: out, GazetteerService(service), arguments)
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(Built(report)))
        } else {
            Console.out("\(report.names)\tnames\n")
        }
        return report.failures > 0 ? 3 : 0
    }

    private struct Built: Encodable {
        let names: Int
        let failures: Int

        init(_ report: GazetteerService.Report) {
            names = report.names
            failures = report.failures
        }
    }

    private static func print(_ answer: Answer, _ arguments: Arguments) throws {
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(answer))
            return
        }
        var table = Table(["score", "entity", "lang", "name"])
        for candidate in answer.candidates {
            table.add([
                .init("\(candidate.score)"), .init(candidate.entity), .init(candidate.lang),
                .init(candidate.name),
            ])
        }
        Console.out(table.render(Terminal(arguments)))
    }

    private static func candidate(_ found: NameService.Candidate) -> Candidate {
        Candidate(
            entity: found.entity, name: found.name.name, lang: found.name.language.string,
            score: NameWire.rounded(found.score))
    }
}
