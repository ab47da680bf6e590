internal import TextCore
internal import Workbench

/// `dragoman names [SLUG]`: the names of a corpus.
enum CorpusNameTable {
    private struct Form: Encodable {
        let lang: String
        let form: String
        let count: Int
        /// Only where the language spells the entity in more than one way.
        let places: [Place]?
    }

    fileprivate struct Place: Encodable {
        let article: String
        let version: String
        let line: Int
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
            forms = row.forms.map { form in
                let isOdd = row.inconsistent.contains(form.language)
                return Form(
                    lang: form.language.string, form: form.form, count: form.count,
                    places: isOdd ? form.places.map(Place.init) : nil)
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
                let forms = (languages[language] ?? []).map { form in
                    let place = isOdd ? form.places.first.map { " (\(words($0)))" } ?? "" : ""
                    return "\(form.form) ×\(form.count)\(place)"
                }
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

    private static func words(_ place: NameTableService.Place) -> String {
        "\(place.slug)/\(place.version):\(place.line)"
    }

    /// Key, kind, `known` or nothing, language, form, count; where the language has another spelling, `inconsistent`
    /// and the first places, else two empty cells.
    private static func lines(
        _ report: NameTableService.Report, _ terminal: Terminal
    ) -> String {
        var table = Table([])
        for row in report.rows {
            for form in row.forms {
                let isOdd = row.inconsistent.contains(form.language)
                table.add([
                    .init(row.key), .init(row.kind.rawValue), .init(row.isKnown ? "known" : ""),
                    .init(form.language.string), .init(form.form), .init("\(form.count)"),
                    .init(isOdd ? "inconsistent" : ""),
                    .init(isOdd ? form.places.map(words).joined(separator: " ") : ""),
                ])
            }
        }
        return table.render(terminal)
    }
}

extension CorpusNameTable.Place {
    fileprivate init(_ place: NameTableService.Place) {
        self.init(article: place.slug, version: place.version, line: place.line)
    }
}
