/// Walks one JSON text (RFC 8259) and passes over what nobody asks for; a line of a large export is read in one go.
///
/// After a fault everything is nothing, so that a caller asks once, at the end.
struct JSONScan {
    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int
    /// What is wrong, and where.
    private(set) var fault: (reason: String, offset: Int)?

    private static let deepest = 200

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The next byte that is no blank.
    private mutating func peek() -> UInt8? {
        while position < bytes.endIndex {
            let byte = bytes[position]
            if byte > 0x20 { return byte }
            position += 1
        }
        return nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard fault == nil, peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func fail(_ reason: String) {
        if fault == nil { fault = (reason, position - bytes.startIndex) }
        position = bytes.endIndex
    }

    mutating func isObject() -> Bool { peek() == UInt8(ascii: "{") }
    mutating func isArray() -> Bool { peek() == UInt8(ascii: "[") }
    mutating func isString() -> Bool { peek() == UInt8(ascii: "\"") }
    mutating func isAtEnd() -> Bool { peek() == nil }

    /// Calls for every field; the body reads the value, or leaves it to be passed over.
    mutating func object(_ body: (inout JSONScan, String) -> Void) {
        guard take(UInt8(ascii: "{")) else { return fail("expected an object") }
        if take(UInt8(ascii: "}")) { return }
        repeat {
            guard let key = string(), take(UInt8(ascii: ":")) else {
                return fail("expected a field's name and ':'")
            }
            value { body(&$0, key) }
        } while take(UInt8(ascii: ","))
        if !take(UInt8(ascii: "}")) { fail("expected ',' or '}'") }
    }

    mutating func array(_ body: (inout JSONScan) -> Void) {
        guard take(UInt8(ascii: "[")) else { return fail("expected an array") }
        if take(UInt8(ascii: "]")) { return }
        repeat { value(body) } while take(UInt8(ascii: ","))
        if !take(UInt8(ascii: "]")) { fail("expected ',' or ']'") }
    }

    private mutating func value(_ body: (inout JSONScan) -> Void) {
        _ = peek()
        let start = position
        body(&self)
        if position == start, fault == nil { skip() }
    }

    /// `nil` where no string comes next. A lone surrogate becomes U+FFFD.
    mutating func string() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\""),
            bytes[position] != UInt8(ascii: "\\")
        {
            position += 1
        }
        guard position < bytes.endIndex else {
            fail("a string without its end")
            return nil
        }
        var text = Array(bytes[start..<position])
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\") {
                text += String(escape()).utf8
            } else {
                text.append(bytes[position])
                position += 1
            }
        }
        guard take(UInt8(ascii: "\"")) else {
            fail("a string without its end")
            return nil
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escape() -> Unicode.Scalar {
        position += 1
        guard position < bytes.endIndex else { return "\u{FFFD}" }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return unicodeEscape()
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Unicode.Scalar(byte)
        default:
            fail("unknown escape in a string")
            return "\u{FFFD}"
        }
    }

    private mutating func unicodeEscape() -> Unicode.Scalar {
        guard let first = fourDigits() else { return "\u{FFFD}" }
        if let scalar = Unicode.Scalar(first) { return scalar }
        let mark = position
        guard first < 0xDC00, bytes[position...].starts(with: [0x5C, 0x75]) else {
            return "\u{FFFD}"
        }
        position += 2
        guard let second = fourDigits(), (0xDC00..<0xE000).contains(second) else {
            position = mark
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func fourDigits() -> UInt32? {
        let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
        guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit) else {
            fail("expected four hexadecimal digits")
            return nil
        }
        position += 4
        return UInt32(digits, radix: 16)
    }

    /// Passes over a value whatever it holds, without recursion; brackets must fit.
    mutating func skip() {
        var open: [UInt8] = []
        repeat {
            guard let byte = peek(), open.count <= Self.deepest else {
                return fail("expected a value")
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() == byte else { return fail("a bracket that fits none") }
                position += 1
            case UInt8(ascii: "\""):
                skipString()
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard !open.isEmpty else { return fail("expected a value") }
                position += 1
            default: skipWord()
            }
        } while !open.isEmpty && fault == nil
    }

    private mutating func skipString() {
        position += 1
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < bytes.endIndex else { return fail("a string without its end") }
        position += 1
    }

    private mutating func skipWord() {
        let start = position
        while position < bytes.endIndex {
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0...0x20:
                return position == start ? fail("expected a value") : ()
            default: position += 1
            }
        }
    }
}
