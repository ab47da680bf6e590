internal import Workbench

/// One utterance in all its renderings: for a person at a terminal, or as lines.
struct UtteranceSheet {
    private let utterance: TraceService.Utterance
    private let number: Int
    private let terminal: Terminal

    init(_ utterance: TraceService.Utterance, number: Int, _ terminal: Terminal) {
        self.utterance = utterance
        self.number = number
        self.terminal = terminal
    }

    var text: String {
        var lines = [terminal.paint("\(utterance.slug) · utterance \(number)", .bold)]
        let width = (utterance.renderings.map { $0.version.count }.max() ?? 0) + 2
        for rendering in utterance.renderings {
            lines += sheet(rendering, width)
        }
        for difference in utterance.differences {
            lines += wrapped("≠ " + difference, .yellow, indent: width)
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    private func sheet(_ rendering: TraceService.Rendering, _ width: Int) -> [String] {
        let words = wrapped(Self.words(rendering), nil, indent: width)
        let head =
            terminal.paint(rendering.version, .cyan)
            + String(repeating: " ", count: width - rendering.version.count)
        let first = (words.first ?? "").dropFirst(width)
        let speaker = rendering.quotes.lazy.compactMap { Self.speaker($0) }.first
        let source = [rendering.quotes.first?.form, speaker].compactMap { $0 }
        return [head + first] + words.dropFirst()
            + wrapped(source.joined(separator: ", "), .dim, indent: width)
            + wrapped(Self.chain(rendering), .dim, indent: width)
    }

    /// Article, number, version, type, speaker, mediation, mark, words, chain; tab-separated.
    var lines: String {
        utterance.renderings.map { rendering in
            let quote = rendering.quotes.first
            let columns = [
                utterance.slug, "\(number)", rendering.version, quote?.form ?? "",
                rendering.quotes.lazy.compactMap { Self.speaker($0) }.first ?? "",
                quote?.mediation ?? "", quote?.mark?.text ?? "", Self.words(rendering),
                Self.chain(rendering),
            ]
            return columns.map { column in
                String(column.map { $0.isNewline || $0 == "\t" ? " " : $0 })
            }.joined(separator: "\t") + "\n"
        }.joined()
    }

    private static func words(_ rendering: TraceService.Rendering) -> String {
        rendering.quotes.map(\.words.text).joined(separator: " … ")
    }

    /// The mention, and the name that it means unless that is part of it.
    private static func speaker(_ quote: ReportedQuote) -> String? {
        quote.speaker.map { speaker in
            guard let name = quote.speakerName, !speaker.text.contains(name) else {
                return speaker.text
            }
            return "\(speaker.text) (\(name))"
        }
    }

    private static func chain(_ rendering: TraceService.Rendering) -> String {
        rendering.chain.map(words).joined(separator: " → ")
    }

    /// "interpret en (“through an interpreter”)", "translate ar from en.agency", "speak? zh".
    private static func words(_ step: TraceService.Step) -> String {
        var words = step.action + (step.status == "presumed" ? "?" : "")
        words += step.language.map { " \($0)" } ?? ""
        words += step.from.map { " from \($0)" } ?? ""
        words += step.agent.map { " \($0)" } ?? ""
        let isTold = step.action != "speak" && step.from.map { "made from \($0)" } != step.evidence
        return words + (isTold ? step.evidence.map { " (“\($0)”)" } ?? "" : "")
    }

    private func wrapped(_ text: String, _ paint: Terminal.Paint?, indent: Int) -> [String] {
        DisplayWidth.wrap(text, width: max(20, terminal.width - indent)).map { line in
            String(repeating: " ", count: indent)
                + (paint.map { terminal.paint(line, $0) } ?? line)
        }
    }
}
