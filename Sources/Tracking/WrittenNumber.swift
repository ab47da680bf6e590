/// A number as it stands in a text.
struct WrittenNumber: Hashable, Sendable {
    /// UTF-8 byte offsets in the text that was read, without a multiplier.
    let range: Range<Int>
    /// The runs of digits between its marks, as plain digits: "1", "500"; "2", "4", "0".
    let groups: [String]
    /// What it counts, multipliers taken in; `nil` for "2.4.0" and other numbers that count nothing.
    let value: Double?

    var digits: String { groups.joined() }

    /// The runs without zeros at the end: "2.1.0" is "2.1".
    var version: [String] {
        Array(groups.reversed().drop { $0 == "0" }.reversed())
    }

    /// Three runs or more that neither group a great number nor make a date: a version, a section.
    var isVersion: Bool { value == nil && groups.count > 2 && !isDate }

    /// "23.02.2015"
    var isDate: Bool {
        groups.count == 3
            && (groups[2].utf8.count == 4 || groups[0].utf8.count == 4)
            && groups.allSatisfy { [1, 2, 4].contains($0.utf8.count) }
    }

    /// Digits without the zeros before them.
    static func bare(_ digits: String) -> String {
        let rest = digits.drop { $0 == "0" }
        return rest.isEmpty ? "0" : String(rest)
    }
}
