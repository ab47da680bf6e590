internal import TextCore
internal import Workbench

/// `dragoman align`
struct AlignCommand: Command {
    static let name = "align"
    static let summary = "find which sentence of a translation is which of its source"
    static let usage = ["align [SLUG]", "align SOURCE TARGET", "align --jsonl < RECORDS"]
    static let options: [Option] =
        AlignmentInput.languages + [
            .value(
                "--learn", "FROM", "what a lexicon is learned from: each record alone, or all",
                choices: AlignmentService.Learning.allCases.map(\.rawValue))
        ] + AlignmentInput.knowledge + [
            AlignmentInput.vectors,
            .flag("--reorder", "find sentences that were moved, too; their beads cross the others"),
            .flag("--every-pair", "every two versions, helped by those that both are aligned with"),
            .flag("--anew", "all but what people confirmed, not what was edited alone"),
            .value(
                "--show", "TAGS", "an article's stored alignment in these languages, such as en,ru"),
            .flag("--ladder", "print beads as [0, 1]:[0]:SCORE"),
            .value("--evaluate", "GOLD", "compare with beads made by hand: a ladder, or JSONL"),
            .flag("--reliability", "with --evaluate: how many beads of each score are right"),
            .corpus, .json, .jsonl, .jobs,
        ]
    static let notes = """
        With one article's name, or none for all, the versions of the corpus are aligned: each with
        the one it was made from. Beads that people confirmed stay. When a text was edited, the
        others move with their sentences, and what changed is aligned again between them. With
        --every-pair it is told how many links contradict the way over a third version. With two
        files, these are aligned.
        A record is {id, source: {lang, sentences}, target: {lang, sentences}}; its answer
        {id, beads: [{source, target, score}]} counts sentences from 0. Every sentence is in one
        bead; a bead with one side empty says that the other side lacks it. The score is the
        probability that the bead is right.
        Words are learned from the texts. What is known before helps: a glossary whose name is such
        as en--ru.tsv serves these languages, any other every pair; a corpus's own lie in its
        glossaries/. Dictionaries of FreeDict that are installed (Debian: dict-freedict-*) are used;
        $DRAGOMAN_DICTIONARIES names other folders. --glossary and --dictionary may come again.
        With --embeddings the vectors of an encoder of yours count as well, for two files: a command
        that reads one sentence a line and writes one vector a line; a file of such vectors, those
        of SOURCE first; or a file for each side, --embeddings coming twice. A vector is numbers
        between blanks or commas, a JSON array, or an object with it under vector or embedding.
        With --reorder, of two files or of records, what was moved is found, such as a paragraph
        that an editor put first. Else beads never cross.
        '--evaluate' prints precision, recall and F1: a bead is strictly right when the gold has it,
        laxly right when they share a pair of sentences. With --jsonl the gold is JSONL, by ids.
        With --reliability a line for each tenth of the score follows: where it begins, how many
        beads, their mean score, the share that is strictly right; then the mean distance of both.
        """
    static let examples = [
        "dragoman align moscow-visit", "dragoman align moscow-visit --show en,ru,zh-Hans",
        "dragoman align --lang-source de --lang-target fr artikel.txt article.txt",
        "dragoman align --lines --embeddings 'python3 encode.py' artikel.txt article.txt",
        "dragoman align --glossary begriffe.tbx --evaluate gold.ladder artikel.txt article.txt",
    ]

    static func run(_ arguments: Arguments) throws -> Int32 {
        let service = try AlignmentInput.service(arguments)
        if arguments.has("--reliability"), arguments.value("--evaluate") == nil {
            throw UsageError(
                "--reliability needs --evaluate", hint: "beads made by hand tell which are right")
        }
        if !arguments.values("--embeddings").isEmpty, arguments.operands.count != 2 {
            throw UsageError(
                "--embeddings serves two files", hint: "'dragoman align --help' tells what it takes"
            )
        }
        if arguments.has("--jsonl") { return try stream(arguments, service) }
        switch arguments.operands.count {
        case 1 where InputReader.exists(arguments.operands[0]):
            throw UsageError(
                "'\(arguments.operands[0])' is a file: align takes a source and a target",
                hint: "'dragoman align --help' has an example")
        case 0, 1:
            if arguments.has("--reorder") {
                throw UsageError(
                    "--reorder needs two files or --jsonl",
                    hint: "a corpus keeps the beads of two versions in order")
            }
            return arguments.value("--show") == nil
                ? try CorpusAlignment.run(arguments)
                : try CorpusAlignment.show(arguments)
        case 2: return try alignFiles(arguments, service)
        default:
            throw UsageError(
                "align takes an article, or a source and a target",
                hint: "'dragoman align --help' has an example")
        }
    }

    private static func alignFiles(
        _ arguments: Arguments, _ service: AlignmentService
    ) throws -> Int32 {
        if !arguments.operands.contains(where: { $0 == "-" || InputReader.exists($0) }) {
            throw UsageError(
                "neither '\(arguments.operands[0])' nor '\(arguments.operands[1])' is a file",
                hint: "align takes two files, or one article of the corpus")
        }
        let pair = try AlignmentInput.pair(arguments, service)
        let beads = try service.align([pair], learning: .record, jobs: arguments.jobs())[0]
        return try print(beads, pair, arguments)
    }

    private static func print(
        _ beads: [Bead], _ pair: AlignmentService.Pair, _ arguments: Arguments
    ) throws -> Int32 {
        if let path = arguments.value("--evaluate") {
            try AlignmentScores(path).print(beads, arguments)
        } else if arguments.has("--json") {
            Console.out(try RecordStream.encode(AlignmentAnswer(pair, beads)))
        } else if arguments.has("--ladder") {
            Console.out(AlignmentService.ladder(beads))
        } else {
            Console.out(BeadTable(beads, pair).render(Terminal(arguments)))
        }
        return 0
    }

    private static func stream(
        _ arguments: Arguments, _ service: AlignmentService
    ) throws -> Int32 {
        let learning = arguments.value("--learn").flatMap(AlignmentService.Learning.init) ?? .record
        let jobs = try arguments.jobs()
        if let path = arguments.value("--evaluate") {
            let scores = try AlignmentScores(path)
            let (records, status) = try RecordStream.collect(AlignmentRecord.self)
            let beads = try service.align(records.map(\.pair), learning: learning, jobs: jobs)
            let answers = zip(records, beads).map { ($0.id?.text, $1) }
            return max(status, try scores.print(answers, arguments))
        }
        guard learning == .collection else {
            return try RecordStream.run(AlignmentRecord.self, jobs: jobs) { record in
                let beads = try service.align([record.pair], learning: .record)[0]
                return AlignmentRecordAnswer(record.id, beads)
            }
        }
        return try RecordStream.runAll(AlignmentRecord.self) { records in
            let beads = try service.align(records.map(\.pair), learning: .collection, jobs: jobs)
            return zip(records, beads).map { AlignmentRecordAnswer($0.id, $1) }
        }
    }
}
