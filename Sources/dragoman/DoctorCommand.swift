internal import Workbench

/// `dragoman doctor`
struct DoctorCommand: Command {
    static let name = "doctor"
    static let summary = "look at the libraries, the locale data, dictionaries and the corpus"
    static let usage = ["doctor"]
    static let options: [Option] = [.corpus, .json]
    static let notes = """
        Exit 1 when something of the corpus, or an installed dictionary, cannot be read.
        """
    static let examples = ["dragoman doctor"]

    private struct Problem: Encodable {
        let message: String
        let hint: String?
    }

    private struct Answer: Encodable {
        let facts: [String: String]
        let problems: [Problem]
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        let shelf = try Shelves.open(arguments)
        let named = arguments.value("--corpus")
        // Outside of a corpus there is still the rest to look at; a folder that was named must be one.
        let corpus =
            named == nil
            ? try? CorpusService.open(nil, shelf) : try CorpusService.open(named, shelf)
        let report = HealthService(shelf, corpus).report()
        let facts =
            [(subject: "dragoman", value: Dragoman.version)]
            + report.facts.map { (subject: $0.subject, value: $0.value) }
        if arguments.has("--json") {
            let answer = Answer(
                facts: Dictionary(facts.map { ($0.subject, $0.value) }) { $1 },
                problems: report.problems.map { Problem(message: $0.message, hint: $0.hint) })
            Console.out(try RecordStream.encode(answer))
        } else {
            var table = Table(["what", "found"])
            for fact in facts { table.add([.init(fact.subject), .init(fact.value)]) }
            Console.out(table.render(Terminal(arguments)))
            for problem in report.problems {
                Console.error("error: \(problem.message)")
                if let hint = problem.hint { Console.error("hint: \(hint)") }
            }
        }
        return report.problems.isEmpty ? 0 : 1
    }
}
