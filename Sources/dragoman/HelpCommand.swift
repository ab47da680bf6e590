/// `dragoman help`
struct HelpCommand: Command {
    static let name = "help"
    static let summary = "show the help of a command, or the whole reference"
    static let usage = ["help [COMMAND]", "help --reference"]
    static let options: [Option] = [.flag("--reference", "print all help texts as Markdown")]
    static let examples = ["dragoman help segment"]

    static func run(_ arguments: Arguments) throws -> Int32 {
        if arguments.has("--reference") {
            Console.out(Help.reference(Dragoman.commands))
        } else if let name = arguments.operands.first {
            Console.out(Help.text(try Dragoman.command(named: name)))
        } else {
            Console.out(Help.overview(Dragoman.commands))
        }
        return 0
    }
}
