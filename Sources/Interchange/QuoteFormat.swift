internal import FoundationEssentials

/// The file formats that quotes are written in.
public enum QuoteFormat: String, CaseIterable, Sendable {
    /// RFC 4180, with a header line.
    case csv
    /// A JSON object a line.
    case jsonl

    public func write(_ rows: [QuoteRow]) throws(InterchangeError) -> [UInt8] {
        switch self {
        case .csv:
            return CommaSeparated.write([QuoteRow.columns] + rows.map(\.fields))
        case .jsonl:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            var out: [UInt8] = []
            for row in rows {
                guard let data = try? encoder.encode(row) else { throw .outOfMemory }
                out += Array(data) + [0x0A]
            }
            return out
        }
    }
}
