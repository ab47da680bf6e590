/// Writes JSON so that git shows small changes: keys sorted, two spaces, a record of a list on a line of its own.
struct JSONWriter {
    private static let width = 96
    private var text = ""

    /// The whole file, with the line end that git wants.
    static func file(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(value, depth: 0, inList: false)
        return Array((writer.text + "\n").utf8)
    }

    /// Everything on one line, for `.jsonl`.
    static func line(_ value: JSONValue) -> String { compact(value) + "\n" }

    private mutating func write(_ value: JSONValue, depth: Int, inList: Bool) {
        switch value {
        case .array(let items) where !items.isEmpty && !fits(value, depth):
            block("[", "]", items, depth) { $0.write($1, depth: depth + 1, inList: true) }
        case .object(let fields) where !fields.isEmpty && !(inList && fits(value, depth)):
            block("{", "}", fields.sorted { $0.key < $1.key }, depth) { writer, field in
                writer.text += Self.quoted(field.key) + ": "
                writer.write(field.value, depth: depth + 1, inList: false)
            }
        default: text += Self.compact(value)
        }
    }

    private mutating func block<Item>(
        _ open: String, _ close: String, _ items: [Item], _ depth: Int,
        _ body: (inout JSONWriter, Item) -> Void
    ) {
        text += open
        for (index, item) in items.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: depth + 1)
            body(&self, item)
        }
        text += "\n" + String(repeating: "  ", count: depth) + close
    }

    private func fits(_ value: JSONValue, _ depth: Int) -> Bool {
        Self.size(value) + 2 * depth <= Self.width
    }

    /// The width of the compact form, or anything above the limit; never walks more than a line's worth.
    private static func size(_ value: JSONValue) -> Int {
        switch value {
        case .null, .bool: 5
        case .number(let digits): digits.utf8.count
        case .string(let string): string.unicodeScalars.count + 2
        case .array(let items):
            items.count > width ? width + 1 : items.reduce(2) { $0 + size($1) + 2 }
        case .object(let fields):
            fields.count > width
                ? width + 1
                : fields.reduce(2) { $0 + $1.key.utf8.count + 6 + size($1.value) }
        }
    }

    private static func compact(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let digits): digits
        case .string(let string): quoted(string)
        case .array(let items): "[" + items.map(compact).joined(separator: ", ") + "]"
        case .object(let fields):
            "{"
                + fields.sorted { $0.key < $1.key }
                .map { quoted($0.key) + ": " + compact($0.value) }.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ string: String) -> String {
        var quoted = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
