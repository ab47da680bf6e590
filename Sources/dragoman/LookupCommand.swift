internal import TextCore
internal import Workbench

/// `dragoman lookup`
struct LookupCommand: Command {
    static let name = "lookup"
    static let summary = "find the entities of a gazetteer that a name could be"
    static let usage = [
        "lookup NAME --gazetteer FILE", "lookup --gazetteer FILE --jsonl < RECORDS",
    ]
    static let options: [Option] = [
        .value("--gazetteer", "FILE", "lines of entity, language tag and name, separated by tabs"),
        .value("--lang", "TAG", "the language of NAME; told by the script when left out"),
        .value("--limit", "N", "how many candidates to give (default: 10)"),
        .json, .jsonl, .jobs,
    ]
    static let notes = """
        A record is {id, name, lang}; its answer {id, candidates: [{entity, name, lang, score}]}, the
        best first. An entity may have many names in the gazetteer and is given once.
        """
    static let examples = ["dragoman lookup 'Лавров' --lang ru --gazetteer people.tsv"]

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
        guard let path = arguments.value("--gazetteer") else {
            throw UsageError("lookup needs a gazetteer", hint: "--gazetteer FILE")
        }
        let limit = try arguments.count("--limit") ?? 10
        let service = try NameService(try Shelves.open(arguments))
        let gazetteer = try service.gazetteer(try GazetteerFile.read(path))
        let answer: @Sendable (Record) throws -> Answer = { record in
            let name = try NameWire.written(record.name, record.lang)
            let found = try service.lookUp(name, in: gazetteer, limit: limit)
            return Answer(id: record.id, candidates: found.map(candidate))
        }
        if arguments.has("--jsonl") {
            return try RecordStream.run(Record.self, jobs: try arguments.jobs()) {
                try answer($0)
            }
        }
        guard let name = arguments.operands.first, arguments.operands.count == 1 else {
            throw UsageError(
                "lookup takes one name, not \(arguments.operands.count)", hint: examples.first)
        }
        let found = try answer(Record(id: nil, name: name, lang: arguments.value("--lang")))
        try print(found, arguments)
        return 0
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

/// A gazetteer as tab-separated lines: entity, language tag, name.
enum GazetteerFile {
    static func read(_ path: String) throws -> [(entity: String, name: NameService.Written)] {
        var names: [(entity: String, name: NameService.Written)] = []
        var tags: [String: LanguageTag] = [:]
        var reader = LineReader(try InputReader(path))
        var number = 0
        while let line = try reader.next() {
            number += 1
            if line.isEmpty { continue }
            let columns = String(decoding: line, as: UTF8.self)
                .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count >= 3, let tag = tags[columns[1]] ?? LanguageTag(columns[1]) else {
                throw UsageError(
                    "\(path):\(number):1: expected an entity, a language tag and a name",
                    hint: "separated by tabs")
            }
            tags[columns[1]] = tag
            names.append((columns[0], NameService.Written(name: columns[2], language: tag)))
        }
        return names
    }
}
