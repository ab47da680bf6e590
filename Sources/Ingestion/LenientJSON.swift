/// A JSON value as pages embed it, read as far as it can be read.
///
/// Pages break JSON in every way: raw line ends in strings, commas too many, HTML comments around it, half a surrogate
/// pair. What cannot be read is left out; the reader neither fails nor recurses deeper than ``maximumDepth``.
indirect enum LenientJSON: Sendable {
    case string(String)
    case list([LenientJSON])
    case object([(key: String, value: LenientJSON)])
    case other

    static let maximumDepth = 48

    static func parse(_ bytes: [UInt8]) -> LenientJSON {
        var reader = LenientJSONReader(bytes)
        return reader.value(depth: 0)
    }

    subscript(key: String) -> LenientJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The string, or the first string of a list.
    var string: String? {
        switch self {
        case .string(let string): string
        case .list(let items): items.lazy.compactMap(\.string).first
        default: nil
        }
    }

    /// The value itself, or a list's elements.
    var items: [LenientJSON] {
        if case .list(let items) = self { return items }
        return [self]
    }

    /// All objects in it, outer ones first, at most a thousand.
    var objects: [LenientJSON] {
        var found: [LenientJSON] = []
        var queue = [self]
        var next = 0
        while next < queue.count, found.count < 1000 {
            switch queue[next] {
            case .object(let members):
                found.append(queue[next])
                queue += members.map(\.value)
            case .list(let items): queue += items
            default: break
            }
            next += 1
        }
        return found
    }
}

struct LenientJSONReader {
    private let bytes: [UInt8]
    private var offset: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = bytes.firstIndex { $0 == 0x7B || $0 == 0x5B } ?? bytes.count
    }

    private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func value(depth: Int) -> LenientJSON {
        skipBlank()
        switch byte {
        case 0x22: return .string(string())
        case 0x7B where depth < LenientJSON.maximumDepth: return object(depth)
        case 0x5B where depth < LenientJSON.maximumDepth: return list(depth)
        case 0x7B, 0x5B:
            offset = bytes.count
            return .other
        default:
            while let byte, ![0x2C, 0x5D, 0x7D].contains(byte) { offset += 1 }
            return .other
        }
    }

    private mutating func object(_ depth: Int) -> LenientJSON {
        offset += 1
        var members: [(key: String, value: LenientJSON)] = []
        while true {
            skipBlank()
            guard let byte else { return .object(members) }
            if byte == 0x7D {
                offset += 1
                return .object(members)
            }
            guard byte == 0x22 else {
                offset += 1
                continue
            }
            let key = string()
            skipBlank()
            if self.byte == 0x3A {
                offset += 1
                members.append((key, value(depth: depth + 1)))
            }
        }
    }

    private mutating func list(_ depth: Int) -> LenientJSON {
        offset += 1
        var items: [LenientJSON] = []
        while true {
            skipBlank()
            guard let byte else { return .list(items) }
            if byte == 0x5D {
                offset += 1
                return .list(items)
            }
            if byte == 0x2C || byte == 0x7D || byte == 0x3A {
                offset += 1
                continue
            }
            items.append(value(depth: depth + 1))
        }
    }

    private mutating func string() -> String {
        offset += 1
        var out: [UInt8] = []
        while let byte, byte != 0x22 {
            offset += 1
            if byte == 0x5C { escape(&out) } else { out.append(byte) }
        }
        offset += 1
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func escape(_ out: inout [UInt8]) {
        guard let byte else { return }
        offset += 1
        switch byte {
        case 0x6E, 0x72, 0x74, 0x66, 0x62: out.append(byte == 0x6E ? 0x0A : 0x20)
        case 0x75: out += String(unicodeEscape()).utf8
        default: out.append(byte)
        }
    }

    /// Half a surrogate pair gives U+FFFD.
    private mutating func unicodeEscape() -> Character {
        var value = hexadecimal()
        if value >> 10 == 0x36, byte == 0x5C, offset + 1 < bytes.count, bytes[offset + 1] == 0x75 {
            let before = offset
            offset += 2
            let low = hexadecimal()
            if low >> 10 == 0x37 {
                value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
            } else {
                offset = before
            }
        }
        return Character(Unicode.Scalar(value) ?? "\u{FFFD}")
    }

    private mutating func hexadecimal() -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { break }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        return value
    }

    private mutating func skipBlank() {
        while let byte, byte <= 0x20 { offset += 1 }
    }
}
