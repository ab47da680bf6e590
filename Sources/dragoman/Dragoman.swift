internal import Glibc
internal import Workbench

/// The program: finds the command and runs it.
@main
struct Dragoman {
    static let version = "0.1.0"

    /// In the order of the overview.
    static var commands: [any Command.Type] {
        [
            InitCommand.self,
            AddCommand.self,
            StatusCommand.self,
            SearchCommand.self,
            QuotesCommand.self,
            TraceCommand.self,
            SegmentCommand.self,
            NamesCommand.self,
            NameCommand.self,
            ExtractCommand.self,
            MatchCommand.self,
            LookupCommand.self,
            AlignCommand.self,
            LexiconCommand.self,
            DiffCommand.self,
            CheckCommand.self,
            ExportCommand.self,
            ImportCommand.self,
            LocalesCommand.self,
            DoctorCommand.self,
            CompletionsCommand.self,
            HelpCommand.self,
        ]
    }

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        exit(run(Array(CommandLine.arguments.dropFirst())))
    }

    static func run(_ words: [String]) -> Int32 {
        guard let name = words.first, !["--help", "-h"].contains(name) else {
            Console.out(Help.overview(commands))
            return words.isEmpty ? 2 : 0
        }
        if name == "--version" {
            Console.out("dragoman \(version)\n")
            return 0
        }
        do {
            let command = try command(named: name)
            let rest = Array(words.dropFirst())
            // Asked for help, a call need not be right otherwise.
            if rest.prefix(while: { $0 != "--" }).contains("--help") {
                Console.out(Help.text(command))
                return 0
            }
            return try command.run(Arguments(rest, options: command.options + Option.common))
        } catch let error as UsageError {
            return complain(error.message, error.hint)
        } catch let error as WorkbenchError {
            return complain(error.message, error.hint)
        } catch {
            return complain("\(error)", nil)
        }
    }

    static func command(named name: String) throws(UsageError) -> any Command.Type {
        if let command = commands.first(where: { $0.name == name }) { return command }
        let near = EditDistance.nearest(to: name, in: commands.map { $0.name })
        throw UsageError(
            "unknown command '\(name)'",
            hint: near.map { "did you mean '\($0)'?" } ?? "'dragoman --help' lists the commands")
    }

    private static func complain(_ message: String, _ hint: String?) -> Int32 {
        Console.error("error: \(message)")
        if let hint { Console.error("hint: \(hint)") }
        return 2
    }
}
