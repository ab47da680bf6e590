/// Strings as `JSONEncoder` writes them, without its cost.
enum JSONText {
    private static let hex = Array("0123456789abcdef".utf8)

    /// Appends well-formed UTF-8 with its quotation marks.
    static func append(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0, to: &out) }
    }

    static func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &out) }
    }

    /// Appends a finite number; a whole one has no fraction.
    static func append(
        _ value: some FloatingPoint & LosslessStringConvertible, to out: inout [UInt8]
    ) {
        let text = value.description
        out += (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8
    }

    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        out.append(0x22)
        var start = 0
        for (index, byte) in bytes.enumerated() where mustEscape(byte) {
            out += bytes[start..<index]
            appendEscape(byte, to: &out)
            start = index + 1
        }
        out += bytes[start...]
        out.append(0x22)
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C
    }

    private static func appendEscape(_ byte: UInt8, to out: inout [UInt8]) {
        out.append(0x5C)
        switch byte {
        case 0x08: out.append(UInt8(ascii: "b"))
        case 0x09: out.append(UInt8(ascii: "t"))
        case 0x0A: out.append(UInt8(ascii: "n"))
        case 0x0C: out.append(UInt8(ascii: "f"))
        case 0x0D: out.append(UInt8(ascii: "r"))
        case 0x22, 0x5C: out.append(byte)
        default: out += "u00".utf8 + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
    }
}
