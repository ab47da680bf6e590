internal import Workbench

/// Articles down, languages across, as many side by side as the screen has room for.
struct StatusMatrix {
    private let report: StatusService.Report

    init(_ report: StatusService.Report) { self.report = report }

    func render(_ terminal: Terminal) -> String {
        guard !report.rows.isEmpty else { return "nothing to show\n" }
        let slugWidth = min(
            report.rows.map { DisplayWidth.columns($0.slug) }.max() ?? 0,
            max(16, terminal.width / 3))
        let columns = report.languages.map(column)
        var text = ""
        for group in groups(columns, room: terminal.width - slugWidth) {
            text += text.isEmpty ? "" : "\n"
            text += line(pad("", slugWidth), group.map { ($0.name, .dim) }, group, terminal)
            for (index, row) in report.rows.enumerated() {
                let slug = pad(DisplayWidth.truncated(row.slug, to: slugWidth), slugWidth)
                text += line(slug, group.map { $0.cells[index] }, group, terminal)
            }
        }
        return text + "\n" + legend(terminal)
    }

    private typealias Mark = (text: String, paint: Terminal.Paint?)

    private struct Column {
        let name: String
        let cells: [Mark]
        let width: Int
    }

    private func column(_ language: String) -> Column {
        let cells = report.rows.map { row in
            mark(row.cells.filter { $0.language == language })
        }
        let width = cells.map { DisplayWidth.columns($0.text) }.max() ?? 0
        return Column(name: language, cells: cells, width: max(width, language.count))
    }

    /// The marks of the versions in one language; the gravest gives the colour.
    private func mark(_ cells: [StatusService.Cell]) -> Mark {
        let gravest = cells.min { order($0) < order($1) }
        return (cells.map(mark).joined(separator: " "), gravest.flatMap(Self.paint))
    }

    private func order(_ cell: StatusService.Cell) -> Int {
        StatusService.states.firstIndex(of: cell.state) ?? 0
    }

    private func mark(_ cell: StatusService.Cell) -> String {
        sign(cell) + (cell.isAlignmentCurrent ? "" : "*")
    }

    private func sign(_ cell: StatusService.Cell) -> String {
        switch cell.state {
        case "missing": "–"
        case "orphan": "?"
        case "outdated": cell.behind.map { "+\($0 + cell.behindOnTheWay)" } ?? "+"
        case "partial": cell.coverage.map(StatusCommand.percent) ?? "%"
        default: "✓"
        }
    }

    static func paint(_ cell: StatusService.Cell) -> Terminal.Paint? {
        switch cell.state {
        case "missing": .dim
        case "orphan": .red
        case "outdated", "partial": .yellow
        default: .green
        }
    }

    private func groups(_ columns: [Column], room: Int) -> [[Column]] {
        var groups: [[Column]] = []
        var used = 0
        for column in columns {
            if groups.isEmpty || used + column.width + 2 > room {
                groups.append([])
                used = 0
            }
            groups[groups.count - 1].append(column)
            used += column.width + 2
        }
        return groups
    }

    private func line(
        _ head: String, _ marks: [Mark], _ columns: [Column], _ terminal: Terminal
    ) -> String {
        var line = head
        for (index, (mark, column)) in zip(marks, columns).enumerated() {
            let painted = mark.paint.map { terminal.paint(mark.text, $0) } ?? mark.text
            let gap = column.width - DisplayWidth.columns(mark.text)
            let isLast = index == columns.count - 1
            line += "  " + painted + String(repeating: " ", count: isLast ? 0 : max(0, gap))
        }
        return line + "\n"
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.columns(text)))
    }

    private func legend(_ terminal: Terminal) -> String {
        let words = [
            ("✓", "present"), ("80%", "of the source's sentences are there"),
            ("+3", "source sentences changed since"), ("–", "missing"),
            ("?", "its origin is missing"), ("*", "align again"),
        ]
        var lines = [""]
        for (mark, meaning) in words {
            let item = "\(mark) \(meaning)"
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = item
            } else if last.count + item.count + 3 > terminal.width {
                lines.append(item)
            } else {
                lines[lines.count - 1] = last + "   " + item
            }
        }
        return lines.map { terminal.paint($0, .dim) + "\n" }.joined()
    }
}
