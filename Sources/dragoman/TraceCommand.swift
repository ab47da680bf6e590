internal import TextCore
internal import Workbench

/// `dragoman trace`
struct TraceCommand: Command {
    static let name = "trace"
    static let summary = "follow an utterance through all its renderings, with the chain of each"
    static let usage = ["trace SLUG", "trace QUOTE"]
    static let options: [Option] = [
        .flag("--all", "utterances that stand in one version alone, too"), .presumed, .corpus,
        .json,
    ]
    static let notes = """
        Renderings are found through the beads of 'dragoman align', those of outlets in one language
        by wording, speaker and date, too. For each utterance it says what only some renderings
        have: numbers by their value, known names, a negation, clauses, the interpreter or
        translation; --json gives that in parts, as 'differs'. QUOTE is any part of the words in
        any language. In a pipe: article, number, version, type, speaker, mediation, mark,
        words, chain. A '?' after a step says that it is presumed and nowhere stated.
        """
    static let examples = ["dragoman trace moscow-visit", "dragoman trace 'new agreements'"]

    static func run(_ arguments: Arguments) throws -> Int32 {
        guard arguments.operands.count == 1, let operand = arguments.operands.first else {
            throw UsageError("trace takes an article or a part of a quote", hint: examples[0])
        }
        let shelf = try Shelves.open(arguments)
        let corpus = try CorpusService.open(arguments.value("--corpus"), shelf)
        let service = TraceService(
            try CorpusQuotes(corpus, presumes: arguments.has("--presumed")))
        let isArticle = corpus.slugs.contains(operand)
        let (all, problems) =
            isArticle
            ? (try service.utterances(operand), [])
            : service.utterances(containing: operand, in: corpus.slugs)
        for problem in problems { Console.error("error: \(problem)") }
        let status: Int32 = problems.isEmpty ? 0 : 3
        let shown = all.filter { !isArticle || arguments.has("--all") || $0.renderings.count > 1 }
        guard !shown.isEmpty else { return nothing(operand, isArticle, corpus.slugs) }
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(shown.map(UtteranceWire.init)))
            return status
        }
        let terminal = Terminal(arguments)
        for (index, utterance) in shown.enumerated() {
            let sheet = UtteranceSheet(utterance, number: index + 1, terminal)
            Console.out(terminal.isInteractive ? sheet.text : sheet.lines)
        }
        return status
    }

    private static func nothing(_ operand: String, _ isArticle: Bool, _ slugs: [String]) -> Int32 {
        if isArticle {
            Console.error("error: no utterance of '\(operand)' has two renderings")
            Console.error("hint: 'dragoman align \(operand)' ties its versions together")
            return 2
        }
        Console.error(
            "error: no article and no quote in this corpus is or contains '\(operand)'")
        let near = EditDistance.nearest(to: operand, in: slugs).map { "did you mean '\($0)'?" }
        Console.error(
            "hint: "
                + (near
                    ?? "'dragoman status' lists the articles, 'dragoman search' looks in all text"))
        return 2
    }
}

extension Option {
    static let presumed = flag(
        "--presumed", "mark quotes of people who, names.jsonl says, speak another language")
}
