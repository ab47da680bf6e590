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
        .value("--srx", "FILE", "split by the rules of an SRX file instead of the locale data"),
        .flag("--explain", "for each place that could end a sentence, what decided"),
        .json, .jsonl, .jobs,
    ]
    static let notes = """
        A record is {id, lang, text}; its answer {id, lang, sentences: [{start, end, text}]}.
        Offsets count Unicode scalars of the text as it was given. A record without a language is
        split by the root's rules. With --srx the rules of the file for the text's language decide
        over all but blank lines, and --explain names the rule.
        """
    static let examples = [
        "echo 'Der 3. Mai. Dr. Koch kam.' | dragoman segment --lang de",
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
        let shelf = try Shelves.open(arguments)
        let service = SentenceService(
            shelf, newline: arguments.value("--newline") ?? "paragraph",
            ruleFile: try arguments.value("--srx").map {
                try RuleFile(try Console.read($0), file: $0)
            })
        if arguments.has("--jsonl") {
            return try RecordStream.run(Record.self, jobs: try arguments.jobs()) {
                try answer($0, service)
            }
        }
        let source = try SourceText.read(arguments.operands.first ?? "-", arguments, shelf)
        if arguments.has("--explain") {
            return try explain(source.text, source.language, Terminal(arguments), service)
        }
        return try print(source.text, source.language, arguments, service)
    }

    private static func explain(
        _ text: Text, _ language: LanguageTag, _ terminal: Terminal, _ service: SentenceService
    ) throws -> Int32 {
        var table = Table(["offset", "end", "reason"])
        for decision in try service.decisions(text, language) {
            table.add([
                .init("\(decision.offset)"), decision.isBoundary ? .init("end", .green) : "-",
                .init(decision.reason),
            ])
        }
        Console.out(table.render(terminal))
        return 0
    }

    private static func print(
        _ text: Text, _ language: LanguageTag, _ arguments: Arguments, _ service: SentenceService
    ) throws -> Int32 {
        let sentences = try service.sentences(text, language)
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(answer(nil, language, sentences)))
            return 0
        }
        for sentence in sentences {
            Console.out(sentence.text.split(separator: "\n").joined(separator: " ") + "\n")
        }
        return 0
    }

    private static func answer(_ record: Record, _ service: SentenceService) throws -> Answer {
        let tag = try Arguments.language(ofRecord: record.lang)
        return answer(record.id, tag, try service.sentences(Text(record.text), tag))
    }

    private static func answer(
        _ id: JSONScalar?, _ language: LanguageTag, _ sentences: [SentenceService.Sentence]
    ) -> Answer {
        Answer(
            id: id, lang: language.string,
            sentences: sentences.map { Sentence(start: $0.start, end: $0.end, text: $0.text) })
    }
}
