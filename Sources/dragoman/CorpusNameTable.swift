internal import TextCore
internal import Workbench

/// `dragoman names [SLUG]`: the names of a corpus.
enum CorpusNameTable {
    private struct Form: Encodable {
        let lang: String
        let form: String
        let count: Int
    }

    private struct Row: Encodable {
        let key: String
        let kind: String
        let known: Bool
        let forms: [Form]
        let inconsistent: [String]

        init(_ row: NameTableService.Row) {
            key = row.key
            kind = row.kind.rawValue
            known = row.isKnown
            forms = row.forms.map {
                Form(lang: $0.language.string, form: $0.form, count: $0.count)
            }
            inconsistent = row.inconsistent.map(\.string)
        }
    }

    static func run(_ arguments: Arguments, _ shelf: ProfileShelf) throws -> Int32 {
        let corpus = try CorpusService.open(arguments.value("--corpus"), shelf)
        let slugs = try Articles.chosen(arguments.operands.first, corpus)
        let report = try NameTableService(corpus).table(
            of: slugs, language: try arguments.language())
        for problem in report.problems { Console.error("error: \(problem.message)") }
        let terminal = Terminal(arguments)
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(report.rows.map(Row.init)))
        } else {
            Console.out(terminal.isInteractive ? sheet(report, terminal) : lines(report, terminal))
        }
        return report.problems.isEmpty ? 0 : 3
    }

    /// A line for each language of an entity; the entity stands on the first.
    private static func sheet(
        _ report: NameTableService.Report, _ terminal: Terminal
    ) -> String {
        var table = Table(["name", "kind", "lang", "", "forms"])
        for row in report.rows {
            let languages = Dictionary(grouping: row.forms) { $0.language }
            for (index, language) in languages.keys.sorted().enumerated() {
                let isOdd = row.inconsistent.contains(language)
                let forms = (languages[language] ?? []).map { "\($0.form) ×\($0.count)" }
                table.add([
                    .init(
                        index == 0 ? DisplayWidth.truncated(row.key, to: 24) : "",
                        row.isKnown ? .bold : nil),
                    .init(index == 0 ? row.kind.rawValue : "", .dim), .init(language.string, .cyan),
                    .init(isOdd ? "≠" : "", .yellow),
                    .init(forms.joined(separator: ", "), isOdd ? .yellow : nil),
                ])
            }
        }
        guard !table.isEmpty else { return "no names\n" }
        let note = "\n≠ spelled in more than one way in this language; known names first, in bold\n"
        return table.render(terminal) + terminal.paint(note, .dim)
    }

    /// Key, kind, `known` or nothing, language, form, count, `inconsistent` or nothing.
    private static func lines(
        _ report: NameTableService.Report, _ terminal: Terminal
    ) -> String {
        var table = Table([])
        for row in report.rows {
            for form in row.forms {
                table.add([
                    .init(row.key), .init(row.kind.rawValue), .init(row.isKnown ? "known" : ""),
                    .init(form.language.string), .init(form.form), .init("\(form.count)"),
                    .init(row.inconsistent.contains(form.language) ? "inconsistent" : ""),
                ])
            }
        }
        return table.render(terminal)
    }
}
