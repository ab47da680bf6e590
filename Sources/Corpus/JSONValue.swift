/// A JSON value, as fields that this program does not know are carried from one rewrite to the next.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// As it was written, so that no digit is lost.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

    /// A share between 0 and 1 with at most four digits, so that files stay the same from run to run.
    static func share(_ value: Double) -> JSONValue {
        let scaled = Int((min(max(value.isFinite ? value : 0, 0), 1) * 10_000).rounded())
        if scaled == 10_000 { return .number("1") }
        if scaled == 0 { return .number("0") }
        var digits = String(scaled)
        digits = String(repeating: "0", count: 4 - digits.utf8.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return .number("0." + digits)
    }
}

/// Fields of an object that have no meaning for this program.
public typealias JSONFields = [String: JSONValue]

extension JSONFields {
    /// Sets a field, or takes it out where there is nothing to say.
    mutating func set(_ key: String, _ value: String?) {
        self[key] = value.map { .string($0) }
    }
}
