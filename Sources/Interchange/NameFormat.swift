internal import FoundationEssentials
internal import TextCore

/// The file formats that a names table is written in.
public enum NameFormat: String, CaseIterable, Sendable {
    /// TermBase eXchange, ISO 30042:2019, in the TBX-Basic dialect.
    case tbx
    /// RFC 4180, with a header line.
    case csv
    /// A JSON object a line.
    case jsonl

    public func write(_ entries: [NameEntry]) throws(InterchangeError) -> [UInt8] {
        switch self {
        case .tbx: try TermBaseWriter().write(entries)
        case .csv: CommaSeparated.write([Self.columns] + entries.flatMap(Self.rows))
        case .jsonl: try Self.lines(entries)
        }
    }

    private static let columns = ["id", "kind", "language", "form", "status", "count"]

    private static func rows(_ entry: NameEntry) -> [[String]] {
        entry.forms.map {
            [
                entry.id, entry.kind.rawValue, $0.language.string, $0.text,
                $0.isEstablished ? "established" : "admitted", $0.count.map(String.init) ?? "",
            ]
        }
    }

    private struct Line: Encodable {
        struct Form: Encodable {
            let form: String
            let established: Bool
            let count: Int?
        }

        let id: String
        let kind: String
        let forms: [String: [Form]]
    }

    private static func lines(_ entries: [NameEntry]) throws(InterchangeError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var out: [UInt8] = []
        for entry in entries {
            let forms = Dictionary(grouping: entry.forms) { $0.language.string }.mapValues {
                $0.map { Line.Form(form: $0.text, established: $0.isEstablished, count: $0.count) }
            }
            let line = Line(id: entry.id, kind: entry.kind.rawValue, forms: forms)
            guard let data = try? encoder.encode(line) else { throw .outOfMemory }
            out += Array(data) + [0x0A]
        }
        return out
    }
}
