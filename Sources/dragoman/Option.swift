/// An option of a command: what the parser accepts, what `--help` prints and what a shell completes.
struct Option: Sendable {
    let name: String
    /// What stands for the value in the help text; `nil` for a flag.
    let placeholder: String?
    let summary: String
    /// The values that are allowed, where they are few.
    let choices: [String]

    static func flag(_ name: String, _ summary: String) -> Option {
        Option(name: name, placeholder: nil, summary: summary, choices: [])
    }

    static func value(
        _ name: String, _ placeholder: String, _ summary: String, choices: [String] = []
    ) -> Option {
        Option(name: name, placeholder: placeholder, summary: summary, choices: choices)
    }

    var isFlag: Bool { placeholder == nil }
}

extension Option {
    static let json = flag("--json", "print JSON")
    static let jsonl = flag("--jsonl", "read one JSON record a line from stdin, write one a line")
    static let language = value(
        "--lang", "TAG", "the text's language as a BCP 47 tag; detected when left out")
    static let jobs = value("--jobs", "N", "how many records to work on at once (default: cores)")
    static let corpus = value(
        "--corpus", "DIR", "the corpus; looked for here and above when left out")

    /// What every command takes.
    static let common = [
        value("--locales", "DIR", "where the locale data lies"),
        value(
            "--color", "WHEN", "colour the output", choices: ["auto", "always", "never"]),
        flag("--help", "print this"),
    ]
}
