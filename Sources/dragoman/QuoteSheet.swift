internal import Workbench

/// One quote for a person at a terminal: the words, then who and how below them.
struct QuoteSheet {
    private let quote: ReportedQuote
    private let terminal: Terminal

    init(_ quote: ReportedQuote, _ terminal: Terminal) {
        self.quote = quote
        self.terminal = terminal
    }

    var text: String {
        var lines = wrapped(quote.words.text, .bold, indent: "")
        lines += wrapped(source, nil, indent: "  ")
        if quote.mediation != "none" {
            let by = quote.mediator.map { ", by \($0.text)" } ?? ""
            let from = quote.sourceLanguage.map { ", from \($0)" } ?? ""
            let mark = quote.mark.map { ": “\($0.text)”" } ?? ""
            lines += wrapped("\(quote.mediation)\(from)\(by)\(mark)", .yellow, indent: "  ")
        }
        if quote.isMediated { lines += wrapped(chain, .cyan, indent: "  ") }
        return lines.joined(separator: "\n") + "\n\n"
    }

    private var source: String {
        guard let speaker = quote.speaker else { return "\(quote.form), speaker not told" }
        let name = quote.speakerName.map { $0 == speaker.text ? "" : " (\($0))" } ?? ""
        return "\(quote.form), \(speaker.text)\(name)"
    }

    private var chain: String {
        quote.chain.map { step in
            let agent = step.agent.map { " (\($0.text))" } ?? ""
            let language = step.language.map { " [\($0)]" } ?? ""
            let doubt = step.status == "presumed" ? "?" : ""
            return step.action + doubt + language + agent
        }.joined(separator: " → ")
    }

    private func wrapped(_ text: String, _ paint: Terminal.Paint?, indent: String) -> [String] {
        DisplayWidth.wrap(text, width: max(20, terminal.width - indent.count)).map { line in
            indent + (paint.map { terminal.paint(line, $0) } ?? line)
        }
    }
}
