internal import TextCore
internal import Workbench

/// `dragoman segment`
struct SegmentCommand: Command {
    static let name = "segment"
    static let summary = "split text into sentences"
    static let usage = ["segment [FILE | -]", "segment --jsonl < RECORDS"]
    static let options: [Option] = [
        .language,
        .value(
            "--newline", "MODE", "what a single line end means",
            choices: SentenceService.newlineModes),
        .value(
            "--quotes", "MODE", "whether a quotation is kept in one sentence",
            choices: SentenceService.quotationModes),
        .value(
            "--abbreviations", "FILE",
            "a list of your own over the locale data: word, tab, class (title, number, other)"),
        .value("--srx", "FILE", "split by the rules of an SRX file instead of the locale data"),
        .flag("--explain", "for each place that could end a sentence, what decided"),
        .corpus, .json, .jsonl, .jobs,
    ]
    static let notes = """
        A record is {id, lang, text}; its answer {id, lang, sentences: [{start, end, text}]}.
        Offsets count Unicode scalars of the text as it was given, of a page of its article as
        extract gives it; the text of a sentence stands on one line, wrapped or not. Titles and subheads (of a page, or `# ` and `## ` lines of a .md file)
        are one sentence each; no sentence goes into or out of a furniture line. A record without a language is
        split by the root's rules. With --srx the rules of the file for the text's language decide
        over all but blank lines, and --explain names the rule. Inside a corpus its own lists,
        abbreviations/<tag>.txt, hold as well.
        """
    static let examples = [
        "echo 'Der 3. Mai. Dr. Koch kam.' | dragoman segment --lang de",
        "dragoman segment --lang de --abbreviations ours.txt story.txt",
        "dragoman segment --lang uk --srx omegat.srx story.txt",
    ]

    private struct Record: Codable {
        let id: JSONScalar?
        let lang: String?
        let text: String
    }

    private struct Sentence: Encodable {
        let start: Int
        let end: Int
        let text: String
    }

    private struct Answer: Encodable {
        let id: JSONScalar?
        let lang: String
        let sentences: [Sentence]
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        let shelf = try shelf(arguments)
        let service = SentenceService(
            shelf, newline: arguments.value("--newline") ?? "paragraph",
            quotations: arguments.value("--quotes") ?? "split",
            ruleFile: try arguments.value("--srx").map {
                try RuleFile(try Console.read($0), file: $0)
            })
        if arguments.has("--jsonl") {
            return try RecordStream.run(Record.self, jobs: try arguments.jobs()) {
                try answer($0, service)
            }
        }
        let path = arguments.operands.first ?? "-"
        var sheet = SentenceSheet(format(arguments))
        try read(path, arguments, shelf, service, into: &sheet)
        sheet.close(path)
        return 0
    }

    /// The locale data with the corpus's abbreviations over it, and the caller's over both.
    private static func shelf(_ arguments: Arguments) throws -> ProfileShelf {
        var shelf = try Shelves.open(arguments)
        let named = arguments.value("--corpus")
        let corpus =
            named == nil
            ? try? CorpusService.open(nil, shelf) : try CorpusService.open(named, shelf)
        if let corpus {
            for problem in corpus.abbreviationProblems {
                Console.error("warning: \(problem.message)")
            }
            shelf = corpus.shelf
        }
        for option in ["--abbreviations", "--quotes"]
        where arguments.value(option) != nil && arguments.value("--srx") != nil {
            throw UsageError(
                "--srx and \(option) exclude each other", hint: "a rule file decides over all")
        }
        guard let path = arguments.value("--abbreviations") else { return shelf }
        return shelf.adding(try UserAbbreviations(try Console.read(path), file: path))
    }

    private static func format(_ arguments: Arguments) -> SentenceSheet.Format {
        if arguments.has("--explain") { return .decisions(Terminal(arguments)) }
        return arguments.has("--json") ? .json : .lines
    }

    /// A page or an article's file is read whole, any other text as a stream whose start tells the language.
    private static func read(
        _ path: String, _ arguments: Arguments, _ shelf: ProfileShelf, _ service: SentenceService,
        into sheet: inout SentenceSheet
    ) throws {
        let reader = try InputReader(path)
        var head: [UInt8] = []
        while head.count < 1 << 20, let chunk = try reader.next() { head += chunk }
        let given = try arguments.language()
        let explains = arguments.has("--explain")
        let ingestion = try IngestionService(shelf)
        let isPage = IngestionService.isHTML(head)
        if isPage || ArticleFile.isOne(path) {
            while let chunk = try reader.next() { head += chunk }
            let document =
                isPage
                ? ingestion.extract(html: head, language: given).document
                : ArticleFile.document(head, path: path, language: given, ingestion)
            try sheet.open(document.language)
            sheet.write(try service.stretch(document, explains: explains))
            return
        }
        let language = given ?? ingestion.language(of: Text(utf8: head))
        var feed = try service.feed(language, explains: explains)
        try sheet.open(language)
        for stretch in try feed.append(head[...]) { sheet.write(stretch) }
        head = []
        while let chunk = try reader.next() {
            for stretch in try feed.append(chunk) { sheet.write(stretch) }
        }
        sheet.write(try feed.finish())
    }

    private static func answer(_ record: Record, _ service: SentenceService) throws -> Answer {
        let tag = try Arguments.language(ofRecord: record.lang)
        return answer(record.id, tag, try service.sentences(of: record.text, tag))
    }

    private static func answer(
        _ id: JSONScalar?, _ language: LanguageTag, _ sentences: [SentenceService.Sentence]
    ) -> Answer {
        Answer(
            id: id, lang: language.string,
            sentences: sentences.map { Sentence(start: $0.start, end: $0.end, text: $0.text) })
    }
}
