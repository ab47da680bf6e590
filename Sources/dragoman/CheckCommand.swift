internal import TextCore
internal import Workbench

/// `dragoman check`
struct CheckCommand: Command {
    static let name = "check"
    static let summary = "look for what is behind, left out or no longer told"
    static let usage = ["check [SLUG]"]
    static let options: [Option] = [.corpus, .json]
    static let notes = """
        One article, or all. A finding is about one version: 'outdated' where its source changed,
        'missing-paragraph' and 'missing-sentence' where the stored alignment ties nothing to words
        of the source, 'mediation-lost' where another version tells of an interpreter or a
        translation and this one does not, 'contradiction' where two versions' sentences are linked
        that a third one ties to others, 'orphan' and 'source-lost' where the source is gone. In a
        pipe a finding is a line: severity, id, article, version, place, message, words. Exit 1 when
        there are findings.
        """
    static let examples = ["dragoman check visit-to-rome"]

    private struct Place: Encodable {
        let version: String
        let line: Int?
        let start: Int?
        let end: Int?
    }

    private struct Finding: Encodable {
        let id: String
        let severity: String
        let rule: String
        let article: String
        let version: String
        let place: Place
        let message: String
        let evidence: String

        init(_ finding: CheckService.Finding) {
            id = finding.id
            severity = finding.severity
            rule = finding.rule
            article = finding.slug
            version = finding.version
            place = Place(
                version: finding.place, line: finding.line, start: finding.start, end: finding.end)
            message = finding.message
            evidence = finding.evidence
        }
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        guard arguments.operands.count <= 1 else {
            throw UsageError("check takes one article, or none for all", hint: examples[0])
        }
        let shelf = try Shelves.open(arguments)
        let corpus = try CorpusService.open(arguments.value("--corpus"), shelf)
        let slugs = try Articles.chosen(arguments.operands.first, corpus)
        var line = ProgressLine("checking", total: slugs.count)
        let report = CheckService(try CorpusQuotes(corpus)).report(slugs) {
            line.show($0, of: $1)
        }
        line.finish()
        for problem in report.problems {
            Console.error("warning: \(problem.message)")
            if let hint = problem.hint { Console.error("hint: \(hint)") }
        }
        try print(report.findings, arguments)
        if report.failureCount > 0 { return 3 }
        return report.findings.isEmpty ? 0 : 1
    }

    private static func print(
        _ findings: [CheckService.Finding], _ arguments: Arguments
    ) throws {
        let terminal = Terminal(arguments)
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(findings.map(Finding.init)))
        } else if terminal.isInteractive {
            Console.out(findings.isEmpty ? "nothing found\n" : sheet(findings, terminal))
        } else {
            Console.out(lines(findings, terminal))
        }
    }

    private static func lines(
        _ findings: [CheckService.Finding], _ terminal: Terminal
    ) -> String {
        var table = Table([])
        for finding in findings {
            table.add([
                .init(finding.severity), .init(finding.id), .init(finding.slug),
                .init(finding.version), .init(place(finding)), .init(finding.message),
                .init(finding.evidence),
            ])
        }
        return table.render(terminal)
    }

    private static func sheet(
        _ findings: [CheckService.Finding], _ terminal: Terminal
    ) -> String {
        findings.map { finding in
            let paint: Terminal.Paint =
                switch finding.severity {
                case "error": .red
                case "warning": .yellow
                default: .dim
                }
            let head = "\(finding.slug) · \(finding.version): \(finding.message)"
            let words = "\(place(finding)): \(finding.evidence)"
            return terminal.paint(finding.severity, paint) + " "
                + terminal.paint(finding.id, .dim) + "\n"
                + wrapped(head, terminal) + wrapped(words, terminal)
        }.joined(separator: "\n")
    }

    private static func place(_ finding: CheckService.Finding) -> String {
        finding.line.map { "\(finding.place):\($0)" } ?? finding.place
    }

    private static func wrapped(_ text: String, _ terminal: Terminal) -> String {
        DisplayWidth.wrap(text, width: max(20, terminal.width - 2)).map { "  \($0)\n" }.joined()
    }
}
