internal import TextCore
internal import Workbench

/// `dragoman quotes [SLUG]`: the quotes of a corpus's versions.
enum CorpusQuoteList {
    private struct Answer: Encodable {
        let article: String
        let version: String
        let lang: String
        let quotes: [QuoteWire]
    }

    static func run(_ arguments: Arguments, _ shelf: ProfileShelf) throws -> Int32 {
        let corpus = try CorpusService.open(arguments.value("--corpus"), shelf)
        let service = try CorpusQuotes(corpus, presumes: arguments.has("--presumed"))
        let language = try arguments.language()
        var status: Int32 = 0
        var answers: [Answer] = []
        for slug in try Articles.chosen(arguments.operands.first, corpus) {
            do {
                for listing in try service.listings(slug, language: language) {
                    let quotes = listing.quotes.filter {
                        !arguments.has("--mediated") || $0.isMediated
                    }
                    if arguments.has("--json") {
                        answers.append(
                            Answer(
                                article: slug, version: listing.version,
                                lang: listing.language.string, quotes: quotes.map(QuoteWire.init)))
                    } else {
                        print(quotes, slug, listing.version, Terminal(arguments))
                    }
                }
            } catch {
                Console.error("error: \(slug): \(error)")
                status = 3
            }
        }
        if arguments.has("--json") { Console.out(try RecordStream.encode(answers)) }
        return status
    }

    private static func print(
        _ quotes: [ReportedQuote], _ slug: String, _ version: String, _ terminal: Terminal
    ) {
        guard !quotes.isEmpty else { return }
        if terminal.isInteractive {
            Console.out(terminal.paint("\(slug) · \(version)", .cyan) + "\n")
            for quote in quotes { Console.out(QuoteSheet(quote, terminal).text) }
        } else {
            for quote in quotes {
                Console.out("\(slug)\t\(version)\t\(QuotesCommand.line(quote))")
            }
        }
    }
}
