internal import TextCore
internal import Workbench

/// `dragoman align`
struct AlignCommand: Command {
    static let name = "align"
    static let summary = "find which sentence of a translation is which of its source"
    static let usage = ["align [SLUG]", "align SOURCE TARGET", "align --jsonl < RECORDS"]
    static let options: [Option] = [
        .value("--lang-source", "TAG", "the language of SOURCE; detected when left out"),
        .value("--lang-target", "TAG", "the language of TARGET"),
        .flag("--lines", "SOURCE and TARGET hold one sentence a line"),
        .value(
            "--learn", "FROM", "what a lexicon is learned from: each record alone, or all",
            choices: AlignmentService.Learning.allCases.map(\.rawValue)),
        .value("--lexicon", "FILE", "start from a saved lexicon"),
        .value("--show", "TAGS", "an article's stored alignment in these languages, such as en,ru"),
        .flag("--ladder", "print beads as [0, 1]:[0]:SCORE"),
        .value("--evaluate", "GOLD", "compare with a ladder made by hand; print the agreement"),
        .corpus, .json, .jsonl, .jobs,
    ]
    static let notes = """
        With one article's name, or none for all, the versions of the corpus are aligned: each with
        the one it was made from. Beads that people confirmed stay. With two files, these are
        aligned.
        A record is {id, source: {lang, sentences}, target: {lang, sentences}}; its answer
        {id, beads: [{source, target, score}]} counts sentences from 0. Every sentence is in one
        bead; a bead with one side empty says that the other side lacks it. The score is the
        probability that the bead is right. '--evaluate' counts a bead as strictly right when
        the gold has it, as laxly right when they share a pair of sentences.
        """
    static let examples = [
        "dragoman align moscow-visit", "dragoman align moscow-visit --show en,ru,zh-Hans",
        "dragoman align --lang-source de --lang-target fr artikel.txt article.txt",
    ]

    static func run(_ arguments: Arguments) throws -> Int32 {
        let service = try service(arguments)
        if arguments.has("--jsonl") { return try stream(arguments, service) }
        switch arguments.operands.count {
        case 1 where InputReader.exists(arguments.operands[0]):
            throw UsageError(
                "'\(arguments.operands[0])' is a file: align takes a source and a target",
                hint: "'dragoman align --help' has an example")
        case 0, 1:
            return arguments.value("--show") == nil
                ? try CorpusAlignment.run(arguments, service)
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
        let pair = try AlignmentService.Pair(
            source: side(arguments.operands[0], "--lang-source", arguments, service),
            target: side(arguments.operands[1], "--lang-target", arguments, service))
        let beads = try service.align([pair], learning: .record)[0]
        return try print(beads, pair, arguments)
    }

    private static func service(_ arguments: Arguments) throws -> AlignmentService {
        let shelf = try Shelves.open(arguments)
        guard let path = arguments.value("--lexicon") else { return try AlignmentService(shelf) }
        let lexicon = String(decoding: try Console.read(path), as: UTF8.self)
        do {
            return try AlignmentService(shelf, lexicon: lexicon)
        } catch {
            throw UsageError("\(path):\(error)", hint: "a lexicon is a table that dragoman wrote")
        }
    }

    private static func side(
        _ path: String, _ option: String, _ arguments: Arguments, _ service: AlignmentService
    ) throws -> AlignmentService.Side {
        let text = Text(utf8: try Console.read(path))
        let language =
            try arguments.language(option)
            ?? IngestionService(Shelves.open(arguments))
            .language(of: text)
        if arguments.has("--lines") {
            return .init(language: language, sentences: lines(text.string))
        }
        return try service.side(Document(plain: text, language: language))
    }

    /// Every line counts, an empty one too, so that numbers stay those of the file.
    private static func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private static func print(
        _ beads: [Bead], _ pair: AlignmentService.Pair, _ arguments: Arguments
    ) throws -> Int32 {
        if let path = arguments.value("--evaluate") {
            try evaluate(beads, path, arguments)
        } else if arguments.has("--json") {
            Console.out(try RecordStream.encode(AlignmentAnswer(pair, beads)))
        } else if arguments.has("--ladder") {
            Console.out(AlignmentService.ladder(beads))
        } else {
            Console.out(BeadTable(beads, pair).render(Terminal(arguments)))
        }
        return 0
    }

    private static func evaluate(_ beads: [Bead], _ path: String, _ arguments: Arguments) throws {
        let gold = String(decoding: try Console.read(path), as: UTF8.self)
        let (strict, lax) = try AlignmentService.evaluate(beads, gold: gold, file: path)
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(["strict": Figures(strict), "lax": Figures(lax)]))
            return
        }
        var table = Table(["counted", "precision", "recall", "F1"])
        for (name, figures) in [("strict", strict), ("lax", lax)] {
            table.add([
                .init(name), .init(Score.text(figures.precision)),
                .init(Score.text(figures.recall)), .init(Score.text(figures.f1)),
            ])
        }
        Console.out(table.render(Terminal(arguments)))
    }

    private struct Figures: Encodable {
        let precision: Double
        let recall: Double
        let f1: Double

        init(_ agreement: AlignmentService.Agreement) {
            precision = agreement.precision
            recall = agreement.recall
            f1 = agreement.f1
        }
    }

    private static func stream(
        _ arguments: Arguments, _ service: AlignmentService
    ) throws -> Int32 {
        let learning = arguments.value("--learn").flatMap(AlignmentService.Learning.init) ?? .record
        let jobs = try arguments.jobs()
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
