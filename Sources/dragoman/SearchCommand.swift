internal import TextCore
internal import Workbench

/// `dragoman search`
struct SearchCommand: Command {
    static let name = "search"
    static let summary = "find sentences in all languages at once"
    static let usage = ["search QUERY"]
    static let options: [Option] = [
        .value("--lang", "TAG", "only versions in this language"),
        .value("--limit", "N", "how many sentences at most (default: 20)"),
        .corpus, .json,
    ]
    static let notes = """
        A sentence must have all the words; "several words" in quotes stand together, a word with *
        at its end is a beginning. Case and accents do not count. Exit 1 when nothing is found.
        """
    static let examples = ["dragoman search '王毅'"]

    private struct Mark: Encodable {
        let start: Int
        let end: Int
    }

    private struct Hit: Encodable {
        let article: String
        let version: String
        let sentence: Int
        let text: String
        let marks: [Mark]

        init(_ hit: SearchService.Hit) {
            let offsets = Text(hit.text).offsets
            article = hit.slug
            version = hit.version
            sentence = hit.sentence
            text = hit.text
            marks = hit.marks.map {
                Mark(start: offsets.scalar($0.start), end: offsets.scalar($0.end))
            }
        }
    }

    private struct Answer: Encodable {
        let query: String
        let hits: [Hit]
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        let query = arguments.operands.joined(separator: " ")
        guard !query.isEmpty else {
            throw UsageError("search takes words to look for", hint: examples[0])
        }
        let corpus = try CorpusService.open(
            arguments.value("--corpus"), try Shelves.open(arguments))
        let hits = try SearchService(corpus).hits(
            query, language: try arguments.language(), limit: try arguments.count("--limit") ?? 20)
        let terminal = Terminal(arguments)
        if arguments.has("--json") {
            let answer = Answer(query: query, hits: hits.map(Hit.init))
            Console.out(try RecordStream.encode(answer))
        } else if terminal.isInteractive {
            for hit in hits { Console.out(block(hit, terminal)) }
            if hits.isEmpty { Console.error("nothing found") }
        } else {
            var table = Table([])
            for hit in hits {
                table.add([
                    .init(hit.slug), .init(hit.version), .init("\(hit.sentence)"), .init(hit.text),
                ])
            }
            Console.out(table.render(terminal))
        }
        return hits.isEmpty ? 1 : 0
    }

    private static func block(_ hit: SearchService.Hit, _ terminal: Terminal) -> String {
        let head = "\(hit.slug)  \(hit.version)  \(hit.sentence)"
        return terminal.paint(head, .dim) + "\n  " + marked(hit, terminal) + "\n"
    }

    /// The sentence with the words found in colour.
    private static func marked(_ hit: SearchService.Hit, _ terminal: Terminal) -> String {
        let text = Text(hit.text)
        var out = ""
        var end = 0
        for mark in hit.marks {
            out += text[TextSpan(end, mark.start)] + terminal.paint(text[mark], .yellow)
            end = mark.end
        }
        return out + text[TextSpan(end, text.count)]
    }
}
