internal import TextCore

/// Rows of cells: aligned columns with a header on a terminal, tab-separated lines in a pipe.
struct Table {
    struct Cell: ExpressibleByStringLiteral {
        let text: String
        let paint: Terminal.Paint?

        init(_ text: String, _ paint: Terminal.Paint? = nil) {
            self.text = text
            self.paint = paint
        }

        init(stringLiteral value: String) { self.init(value) }
    }

    private let header: [String]
    private var rows: [[Cell]] = []

    /// - Parameter header: the columns' names; the last column takes the room that is left and is wrapped.
    init(_ header: [String]) { self.header = header }

    mutating func add(_ row: [Cell]) { rows.append(row) }

    var isEmpty: Bool { rows.isEmpty }

    func render(_ terminal: Terminal) -> String {
        terminal.isInteractive ? aligned(terminal) : plain
    }

    /// A tab or a line end inside a cell would break the line, so both become spaces.
    private var plain: String {
        rows.map { row in
            row.map { String($0.text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
                .joined(separator: "\t") + "\n"
        }.joined()
    }

    private func aligned(_ terminal: Terminal) -> String {
        let widths = columnWidths(terminal.width)
        let head = line(header.map { Cell($0, .dim) }, widths, terminal)
        return head + rows.map { line($0, widths, terminal) }.joined()
    }

    /// As wide as their widest cell; the last one as wide as the screen allows, but never below 20.
    private func columnWidths(_ total: Int) -> [Int] {
        var widths = header.map(DisplayWidth.columns)
        for row in rows {
            for (index, cell) in row.enumerated() where index < widths.count {
                widths[index] = max(widths[index], DisplayWidth.columns(cell.text))
            }
        }
        let used = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        if let last = widths.last { widths[widths.count - 1] = min(last, max(20, total - used)) }
        return widths
    }

    private func line(_ row: [Cell], _ widths: [Int], _ terminal: Terminal) -> String {
        guard let last = row.last, let width = widths.last else { return "\n" }
        var out = ""
        for (cell, width) in zip(row.dropLast(), widths) {
            let padding = max(0, width - DisplayWidth.columns(cell.text))
            out +=
                paint(cell.text, cell.paint, terminal) + String(repeating: " ", count: padding + 2)
        }
        let indent = String(
            repeating: " ", count: widths.dropLast().reduce(0) { $0 + $1 + 2 })
        for (index, part) in DisplayWidth.wrap(last.text, width: width).enumerated() {
            out += (index == 0 ? "" : indent) + paint(part, last.paint, terminal) + "\n"
        }
        return out
    }

    private func paint(_ text: String, _ paint: Terminal.Paint?, _ terminal: Terminal) -> String {
        paint.map { terminal.paint(text, $0) } ?? text
    }
}
