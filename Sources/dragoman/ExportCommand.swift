internal import TextCore
internal import Workbench

/// `dragoman export`
struct ExportCommand: Command {
    static let name = "export"
    static let summary = "write aligned versions as translation units, or quotes or names as tables"
    static let usage = [
        "export SLUG… | --all [--pair VERSION,VERSION] [--format FORMAT] [--out FILE]",
        "export SLUG… | --all --quotes [--format csv|jsonl|quotation-jsonld|web-annotation|prov]",
        "export [SLUG… | --all] --names [--format tbx|csv|jsonl]",
    ]
    static let options: [Option] = [
        .flag("--all", "every article of the corpus"),
        .value(
            "--format", "FORMAT", "the file format; told by --out when left out, else tmx or csv",
            choices: ExportService.Format.allCases.map(\.rawValue) + ["csv", "tbx"]
                + QuotationExport.formats),
        .value("--pair", "VERSIONS", "two versions, such as en,ru; all when left out"),
        .value("--min-score", "X", "leave out beads less certain than this, 0 to 1"),
        .flag("--quotes", "the articles' quotes instead"),
        .flag("--names", "the corpus's names instead; with articles, what these mention"),
        .value("--out", "FILE", "where to write; stdout when left out"),
        .corpus,
    ]
    static let notes = """
        A unit holds the sentences that the stored alignments tie together, in as many languages as
        have them; its score is that of its least certain bead. What a person confirmed counts as
        certain. Two versions that are not aligned with each other are joined over those between
        them. 'ladder' is one pair of one article as hunalign's rungs. CSV follows RFC 4180.
        Quotes go as JSON-LD, too: 'quotation-jsonld' is schema.org's Quotation with translator and
        isBasedOn, 'web-annotation' W3C Web Annotations whose positions count Unicode code points,
        'prov' the chain of each in W3C PROV-O, where a presumed step says so.
        Names go as TBX-Basic (ISO 30042:2019) unless told otherwise: an entity is a concept, the
        established form of a language its preferred term.
        """
    static let examples = [
        "dragoman export visit-to-rome --pair en,ru --format tmx --out rome.tmx",
        "dragoman export moscow-visit --quotes --format web-annotation",
    ]

    static func run(_ arguments: Arguments) throws -> Int32 {
        let isAll = arguments.has("--all")
        let isTold = isAll != !arguments.operands.isEmpty
        let isNames = arguments.has("--names")
        guard isTold || isNames && !isAll, !(isNames && arguments.has("--quotes")) else {
            throw UsageError("export takes articles, or --all", hint: examples[0])
        }
        let corpus = try CorpusService.open(
            arguments.value("--corpus"), try Shelves.open(arguments))
        let slugs = isAll ? corpus.slugs : arguments.operands
        let exported = try export(slugs, corpus, arguments)
        for problem in exported.problems {
            Console.error("warning: \(problem.message)")
            if let hint = problem.hint { Console.error("hint: \(hint)") }
        }
        guard let path = arguments.value("--out") else {
            Console.out(exported.bytes)
            return 0
        }
        try Console.write(exported.bytes, toFile: path)
        Console.error("\(path): \(exported.count) \(noun(arguments))")
        return 0
    }

    private static func noun(_ arguments: Arguments) -> String {
        if arguments.has("--quotes") { return "quotes" }
        if arguments.has("--names") { return "names" }
        return format(arguments) == "ladder" ? "rungs" : "units"
    }

    private static func format(_ arguments: Arguments) -> String? {
        if let format = arguments.value("--format") { return format }
        let ending = arguments.value("--out")?.split(separator: ".").last.map(String.init) ?? ""
        return ["csv", "tbx"].contains(ending) || ExportService.Format(rawValue: ending) != nil
            ? ending : nil
    }

    private static func export(
        _ slugs: [String], _ corpus: CorpusService, _ arguments: Arguments
    ) throws -> ExportService.Exported {
        let name = format(arguments)
        if arguments.has("--names") {
            return try NameExport(corpus).names(of: slugs, format: name ?? "tbx")
        }
        if arguments.has("--quotes") {
            if let name, QuotationExport.formats.contains(name) {
                return try QuotationExport(CorpusQuotes(corpus)).quotations(
                    of: slugs, format: name)
            }
            guard let format = QuoteExport.Format(rawValue: name ?? "csv") else {
                throw UsageError(
                    "quotes are not written as \(name ?? "")",
                    hint: "take csv, jsonl or \(QuotationExport.formats.joined(separator: ", "))")
            }
            return try QuoteExport(CorpusQuotes(corpus)).quotes(of: slugs, format: format)
        }
        guard let format = ExportService.Format(rawValue: name ?? "tmx") else {
            throw UsageError(
                "\(name ?? "") is for quotes or names", hint: "add --quotes or --names, or take tsv"
            )
        }
        var selection = ExportService.Selection()
        selection.pair = try pair(arguments)
        selection.minimumScore = try score(arguments)
        return try ExportService(corpus).units(of: slugs, selection, format: format)
    }

    private static func pair(_ arguments: Arguments) throws(UsageError) -> (String, String)? {
        guard let written = arguments.value("--pair") else { return nil }
        let names = written.split(separator: ",").map(String.init)
        guard names.count == 2, names[0] != names[1] else {
            throw UsageError("--pair takes two versions, not '\(written)'", hint: "such as en,ru")
        }
        return (names[0], names[1])
    }

    private static func score(_ arguments: Arguments) throws(UsageError) -> Double {
        guard let written = arguments.value("--min-score") else { return 0 }
        guard let score = Double(written), (0...1).contains(score) else {
            throw UsageError("--min-score takes a number from 0 to 1, not '\(written)'")
        }
        return score
    }
}
