internal import TextCore
internal import Workbench

/// `dragoman init`
struct InitCommand: Command {
    static let name = "init"
    static let summary = "make a new corpus"
    static let usage = ["init [DIR]"]
    static let options: [Option] = [
        .value("--name", "NAME", "what the corpus is called; the folder's name when left out"),
        .value("--languages", "TAGS", "the languages that every article should have, with commas"),
        .json,
    ]
    static let notes = """
        DIR is 'corpus' when left out. It is an ordinary folder of texts and JSON, made to be read,
        edited and kept in git.
        """
    static let examples = ["dragoman init desk --languages en,uk,ar"]

    private struct Answer: Encodable {
        let corpus: String
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        guard arguments.operands.count <= 1 else {
            throw UsageError("init takes one folder", hint: "quote a name that has spaces in it")
        }
        let path = arguments.operands.first ?? "corpus"
        let languages = try (arguments.value("--languages") ?? "").split(separator: ",").map {
            try Arguments.language(String($0))
        }
        let folder = path.split(separator: "/").last.map(String.init) ?? path
        let made = try CorpusService.create(
            at: path, name: arguments.value("--name") ?? folder, languages: languages)
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(Answer(corpus: made)))
        } else {
            Console.out("\(made)\n")
            Console.error("next: dragoman add FILE --corpus \(made) --article SLUG --lang TAG")
        }
        return 0
    }
}
