internal import TextCore
internal import Workbench

/// `dragoman segment`
struct SegmentCommand: Command {
    static let name = "segment"
    static let summary = "split text into sentences"
    static let help = """
        usage: dragoman segment [FILE | -] [--lang TAG] [--newline MODE] [--explain] [--json] [--locales DIR]
               dragoman segment --jsonl < RECORDS

          --lang TAG      the text's language as a BCP 47 tag; without it the root rules serve
          --newline MODE  what a single line end means: paragraph (default), line or wrap
          --explain       for each place that could end a sentence, what decided
          --json          one JSON object
          --jsonl         records {id, lang, text} to {id, lang, sentences: [{start, end, text}]}

        Offsets count Unicode scalars of the text as it was given.

        example: echo 'Der 3. Mai. Dr. Koch kam.' | dragoman segment --lang de

        """

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

    static func run(_ words: [String]) throws -> Int32 {
        let arguments = try Arguments(
            words, valued: ["--lang", "--newline", "--locales"],
            flags: ["--json", "--jsonl", "--explain"])
        let newline = arguments.value("--newline") ?? "paragraph"
        guard SentenceService.newlineModes.contains(newline) else {
            throw UsageError(
                message: "unknown newline mode '\(newline)'",
                hint: "one of: \(SentenceService.newlineModes.joined(separator: " "))")
        }
        let service = SentenceService(try Shelves.open(arguments), newline: newline)
        let path = arguments.operands.first ?? "-"
        guard let bytes = Console.read(path) else {
            throw UsageError(message: "\(path): cannot be read", hint: nil)
        }
        if arguments.has("--jsonl") {
            return RecordStream.run(Record.self, from: bytes) { try answer($0, service) }
        }
        return try print(
            Text(utf8: bytes), try language(arguments.value("--lang")), arguments, service)
    }

    private static func print(
        _ text: Text, _ language: LanguageTag, _ arguments: Arguments, _ service: SentenceService
    ) throws -> Int32 {
        if arguments.has("--explain") {
            for decision in try service.decisions(text, language) {
                Console.out(
                    "\(decision.offset)\t\(decision.isBoundary ? "end" : "-")\t\(decision.reason)\n"
                )
            }
            return 0
        }
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
        let tag = try language(record.lang)
        return answer(record.id, tag, try service.sentences(Text(record.text), tag))
    }

    private static func answer(
        _ id: JSONScalar?, _ language: LanguageTag, _ sentences: [SentenceService.Sentence]
    ) -> Answer {
        Answer(
            id: id, lang: language.string,
            sentences: sentences.map { Sentence(start: $0.start, end: $0.end, text: $0.text) })
    }

    private static func language(_ written: String?) throws -> LanguageTag {
        guard let written, !written.isEmpty else { return .undetermined }
        guard let tag = LanguageTag(written) else {
            throw UsageError(
                message: "'\(written)' is not a BCP 47 language tag",
                hint: "such as en, uk or zh-Hant")
        }
        return tag
    }
}

extension UsageError: CustomStringConvertible {
    var description: String { message }
}
