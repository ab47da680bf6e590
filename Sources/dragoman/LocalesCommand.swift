internal import Workbench

/// `dragoman locales check`
struct LocalesCommand: Command {
    static let name = "locales"
    static let summary = "list the languages that have data, or check that data"
    static let help = """
        usage: dragoman locales [list | check] [--locales DIR]

        'list' prints a tag a line. 'check' reads every folder, tries each pattern on its example and runs the cases;
        it exits 1 when something is wrong.

        example: dragoman locales check

        """

    static func run(_ words: [String]) throws -> Int32 {
        let arguments = try Arguments(words, valued: ["--locales"], flags: [])
        let shelf = try Shelves.open(arguments)
        switch arguments.operands.first ?? "list" {
        case "list":
            for tag in shelf.tags { Console.out(tag + "\n") }
            return 0
        case "check":
            let report = LocaleInspection(shelf).run()
            for fault in report.faults { Console.error("\(fault.place): error: \(fault.message)") }
            Console.out(
                "\(report.localeCount) locales, \(report.caseCount) cases, "
                    + "\(report.pendingCount) pending, \(report.faults.count) faults\n")
            return report.faults.isEmpty ? 0 : 1
        case let other:
            throw UsageError(message: "unknown word '\(other)'", hint: "one of: list check")
        }
    }
}

enum Shelves {
    static func open(_ arguments: Arguments) throws -> ProfileShelf {
        try ProfileShelf.open(arguments.value("--locales"), executable: ExecutablePath.current)
    }
}
