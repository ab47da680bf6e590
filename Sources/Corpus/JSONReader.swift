/// Reads JSON (RFC 8259) and says where it is wrong; numbers are kept as they are written.
///
/// Foundation's decoder names no line for a value of the wrong kind and drops fields that it does not know.
struct JSONReader {
    private static let depthLimit = 200
    private let source: JSONSource
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ source: JSONSource) {
        self.source = source
        bytes = source.bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func document() throws(CorpusError) -> JSONNode {
        let node = try value()
        skipSpace()
        if position < bytes.count { throw fault("expected the end of the file") }
        return node
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func fault(_ reason: String) -> CorpusError {
        let conflict = [UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">")]
        let mark = bytes[position...].prefix(7)
        let isConflict =
            mark.count == 7 && Set(mark).count == 1 && conflict.contains(bytes[position])
        return .malformedJSON(
            source.place(position), reason: isConflict ? "an unresolved merge conflict" : reason)
    }

    private mutating func skipSpace() {
        while let byte = current, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
    }

    private mutating func value() throws(CorpusError) -> JSONNode {
        skipSpace()
        let start = position
        return JSONNode(content: try content(), offset: start)
    }

    private mutating func content() throws(CorpusError) -> JSONNode.Content {
        switch current {
        case UInt8(ascii: "{"): return .object(try nested(Self.object))
        case UInt8(ascii: "["): return .array(try nested(Self.array))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw fault("the file ends where a value is expected")
        case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
            return .number(try number())
        default: throw fault("expected a value")
        }
    }

    private mutating func nested<Result>(
        _ body: (inout JSONReader) throws(CorpusError) -> Result
    ) throws(CorpusError) -> Result {
        guard depth < Self.depthLimit else { throw fault("nested too deeply") }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return try body(&self)
    }

    private static func array(_ reader: inout JSONReader) throws(CorpusError) -> [JSONNode] {
        var nodes: [JSONNode] = []
        reader.skipSpace()
        if reader.take("]") { return nodes }
        while true {
            nodes.append(try reader.value())
            reader.skipSpace()
            if reader.take("]") { return nodes }
            guard reader.take(",") else { throw reader.fault("expected ',' or ']'") }
        }
    }

    private static func object(
        _ reader: inout JSONReader
    ) throws(CorpusError) -> [(key: String, node: JSONNode)] {
        var fields: [(key: String, node: JSONNode)] = []
        reader.skipSpace()
        if reader.take("}") { return fields }
        while true {
            reader.skipSpace()
            guard reader.current == UInt8(ascii: "\"") else {
                throw reader.fault("expected a field's name in double quotes")
            }
            let key = try reader.string()
            reader.skipSpace()
            guard reader.take(":") else { throw reader.fault("expected ':' after '\(key)'") }
            fields.append((key, try reader.value()))
            reader.skipSpace()
            if reader.take("}") { return fields }
            guard reader.take(",") else { throw reader.fault("expected ',' or '}'") }
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func word(
        _ word: String, _ content: JSONNode.Content
    ) throws(CorpusError) -> JSONNode.Content {
        guard bytes[position...].starts(with: word.utf8) else { throw fault("expected a value") }
        position += word.utf8.count
        return content
    }

    private mutating func number() throws(CorpusError) -> String {
        let start = position
        _ = take("-")
        let zero = current == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, !zero || whole == 1 else { throw fault("expected a number") }
        if take("."), digits() == 0 { throw fault("expected a digit after '.'") }
        if take("e") || take("E") {
            if !take("-") { _ = take("+") }
            if digits() == 0 { throw fault("expected a digit in the exponent") }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        return position - start
    }
}

extension JSONReader {
    private mutating func string() throws(CorpusError) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text += Array(String(try escape()).utf8)
            case 0..<0x20: throw fault("a string must end on its line")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw fault("the file ends inside a string")
    }

    /// A lone surrogate becomes U+FFFD.
    private mutating func escape() throws(CorpusError) -> Unicode.Scalar {
        position += 1
        guard let byte = current else { throw fault("the file ends inside a string") }
        if byte == UInt8(ascii: "u") {
            position += 1
            return try unicodeEscape()
        }
        guard let meaning = Self.escapes[byte] else { throw fault("unknown escape in a string") }
        position += 1
        return meaning
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
        UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
        UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    private mutating func unicodeEscape() throws(CorpusError) -> Unicode.Scalar {
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: [0x5C, 0x75])
        else { return "\u{FFFD}" }
        let mark = position
        position += 2
        let second = try fourDigits()
        guard (0xDC00..<0xE000).contains(second) else {
            position = mark
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func fourDigits() throws(CorpusError) -> UInt32 {
        let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
        guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
            let value = UInt32(digits, radix: 16)
        else { throw fault("expected four hexadecimal digits") }
        position += 4
        return value
    }
}
