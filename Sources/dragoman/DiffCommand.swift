internal import TextCore
internal import Workbench

/// `dragoman diff`
struct DiffCommand: Command {
    static let name = "diff"
    static let summary = "show what changed in the source since a version was made"
    static let usage = ["diff SLUG VERSION"]
    static let options: [Option] = [.corpus, .json]
    static let notes = """
        Each change is the source's sentence as it was, as it is, and the sentences of the version
        that the stored alignment ties to it. In a pipe a change is a line: kind, old, new, version.
        'form' and 'moved' say the same as before. Exit 1 when the version may be behind.
        """
    static let examples = ["dragoman diff visit-to-rome ru"]

    private struct Change: Encodable {
        let kind: String
        let behind: Bool
        let old: String
        let new: String
        let target: String
    }

    private struct Answer: Encodable {
        let article: String
        let version: String
        let source: String
        let pin: String?
        let revision: String
        let comparable: Bool
        let changes: [Change]
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        guard arguments.operands.count == 2 else {
            throw UsageError("diff takes an article and one of its versions", hint: examples[0])
        }
        let corpus = try CorpusService.open(
            arguments.value("--corpus"), try Shelves.open(arguments))
        let report = try DiffService(corpus).report(arguments.operands[0], arguments.operands[1])
        if !report.isOldTextKnown { Console.error("warning: \(reason(report))") }
        try print(report, arguments)
        let isLost = !report.isOldTextKnown && report.pin != nil
        return isLost || report.changes.contains(where: \.isBehind) ? 1 : 0
    }

    private static func reason(_ report: DiffService.Report) -> String {
        let (version, source) = (report.version, report.source)
        return report.pin.map {
            "\(source) is another text now, and its revision \($0) was not kept"
        } ?? "nobody noted which revision of \(source) '\(version)' was made from"
    }

    private static func print(_ report: DiffService.Report, _ arguments: Arguments) throws {
        let terminal = Terminal(arguments)
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(answer(report)))
        } else if terminal.isInteractive {
            Console.out(sheet(report, terminal))
        } else {
            var table = Table([])
            for change in report.changes {
                table.add([
                    .init(change.kind), .init(change.old), .init(change.new), .init(change.target),
                ])
            }
            Console.out(table.render(terminal))
        }
    }

    private static func sheet(_ report: DiffService.Report, _ terminal: Terminal) -> String {
        if report.changes.isEmpty, report.isOldTextKnown {
            return "\(report.source) has not changed since \(report.version) was made\n"
        }
        return report.changes.map { change in
            terminal.paint(change.kind, change.isBehind ? .yellow : .dim) + "\n"
                + part("- ", change.old, .red, terminal) + part("+ ", change.new, .green, terminal)
                + part("\(report.version) ", change.target, nil, terminal)
        }.joined(separator: "\n")
    }

    private static func part(
        _ mark: String, _ text: String, _ paint: Terminal.Paint?, _ terminal: Terminal
    ) -> String {
        guard !text.isEmpty else { return "" }
        let indent = String(repeating: " ", count: mark.count)
        return DisplayWidth.wrap(text, width: max(20, terminal.width - mark.count)).enumerated()
            .map { index, line in
                (index == 0 ? mark : indent) + (paint.map { terminal.paint(line, $0) } ?? line)
                    + "\n"
            }.joined()
    }

    private static func answer(_ report: DiffService.Report) -> Answer {
        Answer(
            article: report.slug, version: report.version, source: report.source, pin: report.pin,
            revision: report.revision, comparable: report.isOldTextKnown,
            changes: report.changes.map {
                Change(
                    kind: $0.kind, behind: $0.isBehind, old: $0.old, new: $0.new,
                    target: $0.target)
            })
    }
}
