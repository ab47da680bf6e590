internal import Synchronization
internal import TextCore
internal import Workbench

/// `dragoman align [SLUG]`: the versions of a corpus.
enum CorpusAlignment {
    private struct Row: Encodable {
        let article: String
        let source: String
        let target: String
        let beads: [AlignmentBead]
        let linkedSource: Double
        let linkedTarget: Double
        let meanScore: Double
        /// Links that a third version speaks of, and those of them that contradict it.
        let compared: Int?
        let contradicting: Int?
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        let corpus = try CorpusService.open(
            arguments.value("--corpus"), try Shelves.open(arguments))
        let slugs = try Articles.chosen(arguments.operands.first, corpus)
        let jobs = try arguments.jobs()
        let line = Mutex(ProgressLine("aligning", total: 0))
        let service = CorpusAlignmentService(corpus, try AlignmentInput.knowledge(arguments))
        var scope = CorpusAlignmentService.Scope()
        scope.everyPair = arguments.has("--every-pair")
        scope.anew = arguments.has("--anew")
        let report = service.align(slugs, scope, jobs: jobs) { done, total in
            line.withLock { $0.show(done, of: total) }
        }
        line.withLock { $0.finish() }
        for problem in report.problems { Console.error("error: \(problem)") }
        try print(report.outcomes, arguments)
        if scope.everyPair, !arguments.has("--json") { tell(report.agreement) }
        return report.problems.isEmpty ? 0 : 3
    }

    /// `--show`: the languages below each other on a terminal, a line a unit in a pipe.
    static func show(_ arguments: Arguments) throws -> Int32 {
        let tags = (arguments.value("--show") ?? "").split(separator: ",")
        let languages = try tags.map { try Arguments.language(String($0)) }
        guard let slug = arguments.operands.first else {
            throw UsageError("--show takes an article", hint: "such as dragoman align moscow-visit")
        }
        let corpus = try CorpusService.open(
            arguments.value("--corpus"), try Shelves.open(arguments))
        _ = try Articles.chosen(slug, corpus)
        let units = try ExportService(corpus).sideBySide(slug, languages)
        let terminal = Terminal(arguments)
        for unit in units {
            if terminal.isInteractive {
                Console.out(stacked(unit, terminal) + "\n")
            } else {
                Console.out(
                    unit.map { $0.text.split(separator: "\n").joined(separator: " ") }
                        .joined(separator: "\t") + "\n")
            }
        }
        return units.isEmpty ? 1 : 0
    }

    private static func stacked(
        _ unit: [(language: LanguageTag, text: String)], _ terminal: Terminal
    ) -> String {
        let width = (unit.map { $0.language.string.count }.max() ?? 0) + 2
        return unit.map { language, text in
            let label =
                terminal.paint(language.string, .cyan)
                + String(repeating: " ", count: width - language.string.count)
            let lines = DisplayWidth.wrap(text, width: max(20, terminal.width - width))
            return label
                + lines.joined(separator: "\n" + String(repeating: " ", count: width)) + "\n"
        }.joined()
    }

    private static func tell(_ agreement: CorpusAlignmentService.ThirdAgreement) {
        let share =
            Double(agreement.contradictingCount) / Double(max(1, agreement.comparedCount))
        Console.error(
            "\(agreement.contradictingCount) of \(agreement.comparedCount) links contradict the way"
                + " over a third version (\(Score.text(share)))")
    }

    private static func print(
        _ outcomes: [CorpusAlignmentService.Outcome], _ arguments: Arguments
    ) throws {
        if arguments.has("--json") {
            Console.out(
                try RecordStream.encode(
                    outcomes.map { outcome in
                        Row(
                            article: outcome.slug, source: outcome.source, target: outcome.target,
                            beads: outcome.beads.map(AlignmentBead.init),
                            linkedSource: outcome.linkedSource, linkedTarget: outcome.linkedTarget,
                            meanScore: outcome.meanScore,
                            compared: outcome.agreement?.comparedCount,
                            contradicting: outcome.agreement?.contradictingCount)
                    }))
            return
        }
        var table = Table(["article", "source", "target", "beads", "linked", "score"])
        for outcome in outcomes {
            let linked = min(outcome.linkedSource, outcome.linkedTarget)
            table.add([
                .init(outcome.slug), .init(outcome.source), .init(outcome.target),
                .init("\(outcome.beads.count)"), .init("\(Int((linked * 100).rounded())) %"),
                .init(Score.text(outcome.meanScore)),
            ])
        }
        Console.out(table.render(Terminal(arguments)))
    }
}

/// Which articles a command was asked for.
enum Articles {
    /// The one named, or all.
    static func chosen(_ name: String?, _ corpus: CorpusService) throws -> [String] {
        guard let name else { return corpus.slugs }
        guard corpus.slugs.contains(name) else {
            throw UsageError(
                "no article '\(name)' in this corpus",
                hint: EditDistance.nearest(to: name, in: corpus.slugs).map {
                    "did you mean '\($0)'?"
                } ?? "'dragoman status' lists the articles")
        }
        return [name]
    }
}
