internal import TextCore
internal import Workbench

/// `dragoman match`
struct MatchCommand: Command {
    static let name = "match"
    static let summary = "tell whether two names are one name, and why"
    static let usage = ["match A B", "match --jsonl < RECORDS"]
    static let options: [Option] = [
        .value(
            "--lang-a", "TAG", "the language that A is written in; told by the script when left out"
        ),
        .value("--lang-b", "TAG", "the same of B"),
        .json, .jsonl, .jobs,
    ]
    static let notes = """
        A record is {id, a: {name, lang}, b: {name, lang}}; its answer {id, score, same, reasons}.
        The score is 0 to 1; from 0.5 on the names are taken for one. Exits 1 when they are two.
        """
    static let examples = ["dragoman match 'Лавров' 'Lavrov' --lang-a ru --lang-b en"]

    private struct Record: Decodable {
        struct Side: Decodable {
            let name: String
            let lang: String?
        }

        let id: JSONScalar?
        let a: Side
        let b: Side
    }

    private struct Answer: Encodable {
        let id: JSONScalar?
        let score: Double
        let same: Bool
        let reasons: [String]
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        let service = try NameService(try Shelves.open(arguments))
        if arguments.has("--jsonl") {
            return try RecordStream.run(Record.self, jobs: try arguments.jobs()) {
                try answer($0, service)
            }
        }
        guard arguments.operands.count == 2 else {
            throw UsageError(
                "match takes two names, not \(arguments.operands.count)", hint: examples.first)
        }
        let record = Record(
            id: nil, a: .init(name: arguments.operands[0], lang: arguments.value("--lang-a")),
            b: .init(name: arguments.operands[1], lang: arguments.value("--lang-b")))
        let found = try answer(record, service)
        try print(found, arguments)
        return found.same ? 0 : 1
    }

    private static func print(_ answer: Answer, _ arguments: Arguments) throws {
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(answer))
            return
        }
        Console.out("\(answer.same ? "same" : "different")\t\(answer.score)\n")
        for reason in answer.reasons { Console.out("\(reason)\n") }
    }

    private static func answer(_ record: Record, _ service: NameService) throws -> Answer {
        let match = try service.compare(
            try NameWire.written(record.a.name, record.a.lang),
            try NameWire.written(record.b.name, record.b.lang))
        return Answer(
            id: record.id, score: NameWire.rounded(match.score), same: match.same,
            reasons: match.reasons)
    }
}

/// What the commands about names share.
enum NameWire {
    static func written(_ name: String, _ language: String?) throws -> NameService.Written {
        NameService.Written(name: name, language: try Arguments.language(ofRecord: language))
    }

    /// Six decimals: more would only show how a processor adds.
    static func rounded(_ score: Double) -> Double { (score * 1e6).rounded() / 1e6 }
}
