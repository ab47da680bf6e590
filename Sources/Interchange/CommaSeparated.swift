/// Comma-separated values after RFC 4180.
enum CommaSeparated {
    static func write(_ records: [[String]]) -> [UInt8] { records.flatMap { record($0).utf8 } }

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
