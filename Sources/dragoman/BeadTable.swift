internal import TextCore
internal import Workbench

/// Beads with their texts: two columns on a terminal, tab-separated lines in a pipe.
struct BeadTable {
    private let rows: [(source: String, target: String, score: Double)]

    init(_ beads: [Bead], _ pair: AlignmentService.Pair) {
        rows = beads.map { bead in
            (
                Self.text(pair.source.sentences[bead.source]),
                Self.text(pair.target.sentences[bead.target]), bead.score
            )
        }
    }

    /// Sentences of a bead on one line.
    private static func text(_ sentences: ArraySlice<String>) -> String {
        String(sentences.joined(separator: " ").map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }

    func render(_ terminal: Terminal) -> String {
        rows.map { terminal.isInteractive ? columns($0, terminal) : line($0) }.joined()
    }

    private func line(_ row: (source: String, target: String, score: Double)) -> String {
        "\(row.source)\t\(row.target)\t\(Score.text(row.score))\n"
    }

    /// A doubtful bead shows its score in yellow; a missing side shows a dash.
    private func columns(
        _ row: (source: String, target: String, score: Double), _ terminal: Terminal
    ) -> String {
        let width = max(20, (terminal.width - 10) / 2)
        let left = DisplayWidth.wrap(row.source.isEmpty ? "–" : row.source, width: width)
        let right = DisplayWidth.wrap(row.target.isEmpty ? "–" : row.target, width: width)
        let score = terminal.paint(Score.text(row.score), row.score < 0.5 ? .yellow : .dim)
        var out = ""
        for index in 0..<max(left.count, right.count) {
            let part = index < left.count ? left[index] : ""
            let gap = String(repeating: " ", count: max(0, width - DisplayWidth.columns(part)) + 2)
            out += index == 0 ? score + "  " : "        "
            out += part + (index < right.count ? gap + right[index] : "") + "\n"
        }
        return out
    }
}

/// How a probability is written.
enum Score {
    /// Four digits after the point.
    static func text(_ score: Double) -> String {
        let digits = Int((min(max(score, 0), 1) * 10_000).rounded())
        let fraction = String(digits % 10_000)
        return "\(digits / 10_000)." + String(repeating: "0", count: 4 - fraction.count) + fraction
    }
}
