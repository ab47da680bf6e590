/// One command of the program; its help text and its completions are made from what it declares.
protocol Command {
    static var name: String { get }
    /// One line for the overview, lower case.
    static var summary: String { get }
    /// The forms of a call, each without `dragoman `.
    static var usage: [String] { get }
    /// Its own options; ``Option/common`` come on top.
    static var options: [Option] { get }
    /// What a reader must know beyond the options; may be empty.
    static var notes: String { get }
    /// Calls that work as they stand.
    static var examples: [String] { get }
    /// - Returns: the exit code: 0 clean, 1 findings, 2 usage or unusable input, 3 some records failed.
    static func run(_ arguments: Arguments) throws -> Int32
}

extension Command {
    static var notes: String { "" }
}
