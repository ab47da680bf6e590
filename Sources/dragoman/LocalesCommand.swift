internal import Workbench

/// `dragoman locales check`, `dragoman locales srx`, `dragoman locales learn-names`
struct LocalesCommand: Command {
    static let name = "locales"
    static let summary =
        "list the languages that have data, check or learn that data, or give it as SRX"
    static let usage = [
        "locales [list | check]", "locales srx [TAG ...]", "locales learn-names FILE",
    ]
    static let options: [Option] = []
    static let notes = """
        'list' prints a tag a line. 'check' reads every folder, tries each pattern on its
        example and runs the cases; it exits 1 when something is wrong. 'srx' prints the rules of
        sentence segmentation as SRX 2.0, which OmegaT, LanguageTool and Okapi read: those of the
        languages named, else all. They decide nearly as 'dragoman segment' does; what a pattern
        cannot see, such as whether a list goes on, is left out. 'learn-names' learns what the letters
        of one language stand for in Latin ones, and writes the 'letter-costs.txt' of that language's
        folder; FILE has a line for each name: as the language writes it, a tab, and in Latin letters.
        """
    static let examples = ["dragoman locales check", "dragoman locales srx uk en > rules.srx"]

    static func run(_ arguments: Arguments) throws -> Int32 {
        let shelf = try Shelves.open(arguments)
        switch arguments.operands.first ?? "list" {
        case "list":
            for tag in shelf.tags { Console.out(tag + "\n") }
            return 0
        case "check": return check(shelf)
        case "srx":
            let tags = try arguments.operands.dropFirst().map { try Arguments.language($0) }
            Console.out(try RuleExport(shelf).srx(tags))
            return 0
        case "learn-names": return try learnNames(arguments)
        case let other:
            throw UsageError(
                "unknown word '\(other)'",
                hint: EditDistance.hint(for: other, among: ["list", "check", "srx", "learn-names"]))
        }
    }

    private static func learnNames(_ arguments: Arguments) throws -> Int32 {
        guard let path = arguments.operands.dropFirst().first, arguments.operands.count == 2 else {
            throw UsageError(
                "'locales learn-names' takes one file of names", hint: "'-' reads from stdin")
        }
        var lines: [String] = []
        var reader = LineReader(try InputReader(path))
        while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        let learned = try LetterCostService().learn(lines, file: path)
        Console.error("learned from \(learned.words) words\n")
        Console.out(learned.text)
        return 0
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
