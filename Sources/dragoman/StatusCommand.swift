internal import TextCore
internal import Workbench

/// `dragoman status`
struct StatusCommand: Command {
    static let name = "status"
    static let summary = "show which version of which article is missing, partial or behind"
    static let usage = ["status [SLUG]"]
    static let options: [Option] = [
        .value("--state", "STATE", "only versions in this state", choices: StatusService.states),
        .corpus, .json,
    ]
    static let notes = """
        In a pipe a version is a line: article, language, version, state, share of the source's
        sentences that have a counterpart, source sentences changed since, origin.
        """
    static let examples = ["dragoman status --state outdated"]

    static func run(_ arguments: Arguments) throws -> Int32 {
        let corpus = try CorpusService.open(
            arguments.value("--corpus"), try Shelves.open(arguments))
        let report = try StatusService(corpus).report(arguments.operands.first)
            .only(state: arguments.value("--state"))
        for problem in report.problems {
            Console.error("warning: \(problem.message)")
            if let hint = problem.hint { Console.error("hint: \(hint)") }
        }
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(StatusRecord(report)))
            return 0
        }
        let terminal = Terminal(arguments)
        if terminal.isInteractive {
            let isOne = !arguments.operands.isEmpty
            Console.out(
                isOne ? versions(report, terminal) : StatusMatrix(report).render(terminal))
        } else {
            Console.out(lines(report, terminal))
        }
        return 0
    }

    /// One article, a version a line.
    private static func versions(_ report: StatusService.Report, _ terminal: Terminal) -> String {
        var table = Table(["version", "state", "has", "behind", "from", "review", "title"])
        for cell in report.rows.flatMap(\.cells) {
            let behind = (cell.behind ?? 0) + cell.behindOnTheWay
            table.add([
                .init(cell.key ?? cell.language), .init(cell.state, StatusMatrix.paint(cell)),
                .init(cell.coverage.map(percent) ?? ""), .init(behind > 0 ? "\(behind)" : ""),
                .init(cell.origin ?? ""), .init(cell.review ?? ""), .init(cell.title ?? ""),
            ])
        }
        return table.render(terminal)
    }

    private static func lines(_ report: StatusService.Report, _ terminal: Terminal) -> String {
        var table = Table([])
        for row in report.rows {
            for cell in row.cells {
                table.add([
                    .init(row.slug), .init(cell.language), .init(cell.key ?? ""),
                    .init(cell.state), .init(cell.coverage.map(percent) ?? ""),
                    .init(cell.behind.map { "\($0 + cell.behindOnTheWay)" } ?? ""),
                    .init(cell.origin ?? ""),
                ])
            }
        }
        return table.render(terminal)
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.down)))%" }
}
