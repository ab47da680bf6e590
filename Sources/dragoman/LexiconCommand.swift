internal import TextCore
internal import Workbench

/// `dragoman lexicon learn`, `dragoman lexicon show`
struct LexiconCommand: Command {
    static let name = "lexicon"
    static let summary = "learn which words translate which, or look into what was learned"
    static let usage = [
        "lexicon learn [SLUG ...] [--out FILE]", "lexicon learn SOURCE TARGET [--out FILE]",
        "lexicon learn --jsonl --out FILE < RECORDS", "lexicon show FILE [WORD]",
    ]
    static let options: [Option] =
        [.value("--out", "FILE", "where to write, also -o; stdout when left out")]
        + AlignmentInput.languages + AlignmentInput.knowledge + [
            .corpus, .json, .jsonl, .jobs,
        ]
    static let notes = """
        'learn' aligns the versions of the articles named, else of all; or two files; or records
        such as 'align' reads, each answered by the number of its sentences. What the words of each
        two languages taught goes into one file, for 'align --lexicon'. The file is a table to be
        read, compared and merged: under a line for each two languages, an entry a line with source,
        target, p(target|source) and p(source|target). Words are stems, as the aligner sees them.
        'show' prints what a file holds, or the translations of a word on either side.
        """
    static let examples = [
        "dragoman lexicon learn --out all.tsv", "dragoman lexicon show all.tsv президент",
    ]

    private struct Answer: Encodable {
        let id: JSONScalar?
        let source: Int
        let target: Int
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        let words = ["learn", "show"]
        let rest = arguments.droppingFirst()
        switch arguments.operands.first {
        case "learn": return try learn(rest)
        case "show": return try show(rest)
        case let other?:
            throw UsageError(
                "unknown word '\(other)'", hint: EditDistance.hint(for: other, among: words))
        case nil: throw UsageError("lexicon takes 'learn' or 'show'", hint: examples[0])
        }
    }

    private static func learn(_ arguments: Arguments) throws -> Int32 {
        let service = try AlignmentInput.service(arguments)
        if arguments.has("--jsonl") { return try stream(arguments, service) }
        let operands = arguments.operands
        if operands.count == 2, operands.allSatisfy({ $0 == "-" || InputReader.exists($0) }) {
            try write(try service.learn([AlignmentInput.pair(arguments, service)]), arguments)
            return 0
        }
        let corpus = try CorpusService.open(
            arguments.value("--corpus"), try Shelves.open(arguments))
        let slugs =
            operands.isEmpty
            ? corpus.slugs : try operands.flatMap { try Articles.chosen($0, corpus) }
        let report = try CorpusAlignmentService(
            corpus, AlignmentInput.knowledge(arguments)
        ).learn(slugs, jobs: arguments.jobs())
        for problem in report.problems { Console.error("error: \(problem)") }
        try write((report.tsv, report.entryCount), arguments)
        return report.problems.isEmpty ? 0 : 3
    }

    /// The lexicon goes to a file, the answers to stdout.
    private static func stream(
        _ arguments: Arguments, _ service: AlignmentService
    ) throws -> Int32 {
        guard arguments.value("--out") != nil else {
            throw UsageError("--jsonl needs --out FILE", hint: "stdout is for the answers")
        }
        let jobs = try arguments.jobs()
        return try RecordStream.runAll(AlignmentRecord.self) { records in
            try write(service.learn(records.map(\.pair), jobs: jobs), arguments)
            return records.map {
                Answer(
                    id: $0.id, source: $0.pair.source.sentences.count,
                    target: $0.pair.target.sentences.count)
            }
        }
    }

    private static func write(
        _ learned: (tsv: String, entryCount: Int), _ arguments: Arguments
    ) throws {
        guard let path = arguments.value("--out") else {
            Console.out(learned.tsv)
            return
        }
        try Console.write(Array(learned.tsv.utf8), toFile: path)
        Console.error("\(path): \(learned.entryCount) word pairs")
    }

    private static func show(_ arguments: Arguments) throws -> Int32 {
        guard let path = arguments.operands.first, arguments.operands.count <= 2 else {
            throw UsageError("show takes a file, and a word", hint: examples[1])
        }
        let lexicons = try LexiconService(try Console.read(path), file: path)
        guard arguments.operands.count == 2 else { return try overview(lexicons, arguments) }
        return try LexiconSheet(lexicons, word: arguments.operands[1]).print(arguments)
    }

    private struct Section: Encodable {
        let source: String
        let target: String
        let entries: Int
        let sourceWords: Int
        let targetWords: Int
    }

    private static func overview(
        _ lexicons: LexiconService, _ arguments: Arguments
    ) throws -> Int32 {
        if arguments.has("--json") {
            Console.out(
                try RecordStream.encode(
                    lexicons.sections.map {
                        Section(
                            source: $0.source.string, target: $0.target.string,
                            entries: $0.entries.count, sourceWords: $0.sourceWords,
                            targetWords: $0.targetWords)
                    }))
            return 0
        }
        var table = Table(["source", "target", "word pairs", "source words", "target words"])
        for section in lexicons.sections {
            table.add([
                .init(section.source.string), .init(section.target.string),
                .init("\(section.entries.count)"), .init("\(section.sourceWords)"),
                .init("\(section.targetWords)"),
            ])
        }
        Console.out(table.render(Terminal(arguments)))
        return 0
    }
}
