internal import TextCore
internal import Workbench

/// `dragoman check`
struct CheckCommand: Command {
    static let name = "check"
    static let summary = "look for what is behind, left out, changed or no longer told"
    static let usage = ["check [SLUG]", "check --jsonl < RECORDS"]
    static let options: [Option] = [
        .value(
            "--learn", "FROM", "with --jsonl: what is usual is learned from each record, or all",
            choices: AlignmentService.Learning.allCases.map(\.rawValue)),
        .corpus, .json, .jsonl, .jobs,
    ]
    static let notes = """
        One article, or all. A finding is about one version, and has a rule:
        outdated, source-lost, orphan: its source changed, or is gone;
        missing-paragraph, missing-sentence: nothing here says what the source says there;
        number: a number, date or amount is not the one of the source, by value;
        name: a name of the source is not here, in whatever script;
        negation: the source denies something that this does not;
        quote-lost: words that the source quotes are not quoted;
        mediation-lost: another version tells of an interpreter or a translation, this one does not;
        language: not translated, or in a third language;
        contradiction: linked with words that a third version ties to others.
        Names and lengths are judged by what the other paragraphs do. In a pipe a finding is a line:
        severity, id, article, version, place, message, words. Exit 1 when there are findings.
        A record is {id, source: {lang, text}, target: {lang, text}}; its answer
        {id, findings: [{rule, severity, source, target, message}]}, each side {start, end, text} or
        null. With --learn collection all are read first, and what translators do is learned from
        all: then a name that others keep is missed where one lacks it.
        """
    static let examples = [
        "dragoman check visit-to-rome", "dragoman check --jsonl --learn collection < pairs.jsonl",
    ]

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
        let counterpart: Counterpart?

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
            counterpart = finding.counterpart.map {
                Counterpart(line: $0.line, start: $0.start, end: $0.end, text: $0.text)
            }
        }
    }

    /// In the version that the finding is about.
    private struct Counterpart: Encodable {
        let line: Int
        let start: Int
        let end: Int
        let text: String
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        guard arguments.operands.count <= 1 else {
            throw UsageError("check takes one article, or none for all", hint: examples[0])
        }
        let shelf = try Shelves.open(arguments)
        if arguments.has("--jsonl") { return try CheckStream.run(arguments, shelf) }
        let corpus = try CorpusService.open(arguments.value("--corpus"), shelf)
        let slugs = try Articles.chosen(arguments.operands.first, corpus)
        var line = ProgressLine("checking", total: slugs.count)
        let report = try CheckService(CorpusQuotes(corpus)).report(slugs) {
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
