internal import Workbench

/// `dragoman locales check`
struct LocalesCommand: Command {
    static let name = "locales"
    static let summary = "list the languages that have data, or check that data"
    static let usage = ["locales [list | check]"]
    static let options: [Option] = []
    static let notes = """
        'list' prints a tag a line. 'check' reads every folder, tries each pattern on its
        example and runs the cases; it exits 1 when something is wrong.
        """
    static let examples = ["dragoman locales check"]

    static func run(_ arguments: Arguments) throws -> Int32 {
        let shelf = try Shelves.open(arguments)
        switch arguments.operands.first ?? "list" {
        case "list":
            for tag in shelf.tags { Console.out(tag + "\n") }
            return 0
        case "check": return check(shelf)
        case let other:
            throw UsageError(
                "unknown word '\(other)'",
                hint: EditDistance.hint(for: other, among: ["list", "check"]))
        }
    }

    private static func check(_ shelf: ProfileShelf) -> Int32 {
        let report = LocaleInspection(shelf).run()
        for fault in report.faults { Console.error("\(fault.place): error: \(fault.message)") }
        Console.out(
            "\(report.localeCount) locales, \(report.caseCount) cases, "
                + "\(report.pendingCount) pending, \(report.faults.count) faults\n")
        return report.faults.isEmpty ? 0 : 1
    }
}

enum Shelves {
    static func open(_ arguments: Arguments) throws -> ProfileShelf {
        try ProfileShelf.open(arguments.value("--locales"), executable: ExecutablePath.current)
    }
}
