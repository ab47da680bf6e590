/// A value that writes its own JSON, keys sorted: for answers that are many and large.
protocol JSONWriting: Encodable {
    func write(to sheet: inout JSONSheet)
}

/// JSON as it is written, from the front to the back.
struct JSONSheet {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// An object; `body` gives its keys in their sorted order, each with a value.
    mutating func object(_ body: (inout JSONSheet) -> Void) {
        open("{")
        body(&self)
        close("}")
    }

    mutating func array<Item>(_ items: [Item], _ body: (inout JSONSheet, Item) -> Void) {
        open("[")
        for item in items { body(&self, item) }
        close("]")
    }

    mutating func key(_ key: StaticString) {
        separate()
        bytes.append(0x22)
        key.withUTF8Buffer { bytes += $0 }
        bytes.append(0x22)
        bytes.append(0x3A)
        needsComma = false
    }

    mutating func string(_ text: String?) {
        guard let text else { return null() }
        separate()
        JSONText.append(text, to: &bytes)
    }

    mutating func number(_ value: Int) {
        separate()
        bytes += value.description.utf8
    }

    /// - Precondition: the value is finite, as JSON knows no other.
    mutating func number(_ value: Double) {
        separate()
        JSONText.append(value, to: &bytes)
    }

    mutating func null() {
        separate()
        bytes += "null".utf8
    }

    mutating func optional<Value>(_ value: Value?, _ body: (inout JSONSheet, Value) -> Void) {
        if let value { body(&self, value) } else { null() }
    }

    private mutating func open(_ mark: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: mark))
        needsComma = false
    }

    private mutating func close(_ mark: Unicode.Scalar) {
        bytes.append(UInt8(ascii: mark))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
    }
}
