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
            return ([QuoteRow.columns] + rows.map(\.fields)).flatMap { Self.record($0).utf8 }
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

    private static func record(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// Compared by bytes: to Swift `\r\n` is one character, and a mark that combines hides a quote before it.
    private static func quoted(_ field: String) -> String {
        let special: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D]
        guard field.utf8.contains(where: special.contains) else { return field }
        var bytes: [UInt8] = [0x22]
        for byte in field.utf8 { bytes += byte == 0x22 ? [0x22, 0x22] : [byte] }
        return String(decoding: bytes + [0x22], as: UTF8.self)
    }
}
