internal import Glibc

/// The program: finds the command and runs it.
@main
struct Dragoman {
    static let version = "0.1.0"
    static var commands: [any Command.Type] { [SegmentCommand.self, LocalesCommand.self] }

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        exit(run(Array(CommandLine.arguments.dropFirst())))
    }

    static func run(_ words: [String]) -> Int32 {
        guard let name = words.first, !["--help", "-h", "help"].contains(name) else {
            Console.out(Help.overview)
            return words.isEmpty ? 2 : 0
        }
        if name == "--version" {
            Console.out("dragoman \(version)\n")
            return 0
        }
        guard let command = commands.first(where: { $0.name == name }) else {
            let near = EditDistance.nearest(to: name, in: commands.map { $0.name })
            return complain(
                UsageError(
                    message: "unknown command '\(name)'",
                    hint: near.map { "did you mean '\($0)'?" }
                        ?? "'dragoman --help' lists the commands"))
        }
        if words.contains("--help") {
            Console.out(command.help)
            return 0
        }
        do {
            return try command.run(Array(words.dropFirst()))
        } catch let error as UsageError {
            return complain(error)
        } catch {
            Console.error("error: \(error)")
            return 2
        }
    }

    private static func complain(_ error: UsageError) -> Int32 {
        Console.error("error: \(error.message)")
        if let hint = error.hint { Console.error("hint: \(hint)") }
        return 2
    }
}

/// One command of the program.
protocol Command {
    static var name: String { get }
    static var summary: String { get }
    static var help: String { get }
    /// - Returns: the exit code: 0 clean, 1 findings, 2 usage or unusable input, 3 some records failed.
    static func run(_ words: [String]) throws -> Int32
}

enum Help {
    static var overview: String {
        let lines = Dragoman.commands.map { command in
            "  " + command.name + String(repeating: " ", count: max(1, 12 - command.name.count))
                + command.summary
        }
        return """
            usage: dragoman COMMAND [ARGUMENT ...]

            \(lines.joined(separator: "\n"))

            'dragoman COMMAND --help' shows a command's options with an example.

            """
    }
}
