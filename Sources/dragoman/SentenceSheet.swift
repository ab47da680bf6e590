internal import TextCore
internal import Workbench

/// Sentences on their way to stdout, stretch by stretch: a line each, one JSON object, or what decided where.
struct SentenceSheet {
    enum Format {
        case lines
        case json
        case decisions(Terminal)
    }

    private let format: Format
    private var isFirst = true
    private var repairCount = 0
    private var firstRepair: Int?

    init(_ format: Format) { self.format = format }

    func open(_ language: LanguageTag) throws {
        guard case .json = format else { return }
        var out = Array("{\"lang\":".utf8)
        JSONText.append(Array(language.string.utf8)[...], to: &out)
        Console.out(out + Array(",\"sentences\":[".utf8))
    }

    mutating func write(_ stretch: SentenceStretch) {
        repairCount += stretch.repairs.count
        firstRepair = firstRepair ?? stretch.repairs.first?.inputOffset
        switch format {
        case .lines: writeLines(stretch)
        case .json: writeObjects(stretch)
        case .decisions(let terminal): writeDecisions(stretch, terminal)
        }
    }

    /// - Parameter path: the input, for what is said of it.
    func close(_ path: String) {
        if case .json = format { Console.out("]}\n") }
        guard let firstRepair else { return }
        let what = repairCount == 1 ? "1 run" : "\(repairCount) runs"
        Console.error(
            "warning: \(path == "-" ? "stdin" : path): \(what) of bytes that are no UTF-8, read as U+FFFD; "
                + "the first at byte \(firstRepair)")
    }

    private func writeLines(_ stretch: SentenceStretch) {
        var out: [UInt8] = []
        out.reserveCapacity(stretch.text.count + stretch.sentences.count)
        stretch.forEachSentence { _, sentence in
            out += Text.unwrapped(sentence)
            out.append(0x0A)
        }
        Console.out(out)
    }

    /// As `JSONEncoder` writes the answer to a record, which takes many times as long.
    private mutating func writeObjects(_ stretch: SentenceStretch) {
        var out: [UInt8] = []
        out.reserveCapacity(2 * stretch.text.count)
        let scalar = stretch.scalars
        stretch.forEachSentence { span, sentence in
            let (start, end) = (scalar(span.start), scalar(span.end))
            out += "\(isFirst ? "" : ","){\"end\":\(end),\"start\":\(start),\"text\":".utf8
            JSONText.append(Text.unwrapped(sentence), to: &out)
            out.append(0x7D)
            isFirst = false
        }
        Console.out(out)
    }

    private func writeDecisions(_ stretch: SentenceStretch, _ terminal: Terminal) {
        let scalar = stretch.scalars
        var table = Table(["offset", "end", "reason"])
        for decision in stretch.decisions {
            table.add([
                .init("\(scalar(decision.offset))"),
                decision.isBoundary ? .init("end", .green) : "-", .init(decision.reason),
            ])
        }
        Console.out(table.render(terminal))
    }
}
