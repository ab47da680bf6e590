internal import TextCore

/// Reads a number of any digits and grouping as plain digits.
///
/// "1,234.5", "1.234,5", "1 234,5" and "١٬٢٣٤٫٥" are one token. Digits that form no number, as those of the date
/// "3.05.2021", give a token each.
enum NumberToken {
    private static let separators: Set<Unicode.Scalar> = [
        ".", ",", "'", "’", " ", "\u{A0}", "\u{2009}", "\u{202F}", "٫", "٬", "．", "，",
    ]
    private static let decimalMarks: Set<Unicode.Scalar> = [".", ",", "٫", "．", "，"]
    private static let largestNumber = 40

    /// Hands out the number that starts at an offset and returns the offset after it.
    static func scan(
        _ text: Text, from start: Int, _ body: (AlignmentTokenizer.Piece) -> Void
    ) -> Int {
        var (groups, marks, ends) = ([String](), [Unicode.Scalar](), [Int]())
        var offset = start
        while true {
            let (digits, end) = digits(text, offset)
            groups.append(digits)
            ends.append(end)
            guard end < text.count, groups.count < largestNumber else { break }
            let (mark, next) = text.scalar(at: end)
            guard separators.contains(mark), next < text.count,
                CharacterTable.shared.isDigit(text.scalar(at: next).0)
            else { break }
            marks.append(mark)
            offset = next
        }
        if let number = number(groups, marks) {
            body(.init(surface: number, kind: .number))
            return ends[ends.count - 1]
        }
        // A blank may part two numbers as well as the groups of one; then only what stands before it is read.
        let count = marks.firstIndex { !decimalMarks.contains($0) }.map { $0 + 1 } ?? groups.count
        if let number = number(Array(groups[..<count]), Array(marks[..<(count - 1)])) {
            body(.init(surface: number, kind: .number))
        } else {
            for group in groups[..<count] {
                body(.init(surface: plain(group), kind: .number))
            }
        }
        return ends[count - 1]
    }

    /// The number that the groups form, or `nil` where they form none.
    private static func number(_ groups: [String], _ marks: [Unicode.Scalar]) -> String? {
        guard let last = groups.last, groups.count > 1 else { return groups.first.map(plain) }
        let grouped = { (count: Int) in
            groups[0].utf8.count <= 3 && groups[0] != "0"
                && groups[1..<count].allSatisfy { $0.utf8.count == 3 }
                && Set(marks[..<(count - 1)]).count <= 1
        }
        if grouped(groups.count) { return plain(groups.joined()) }
        let front = groups.count - 1
        guard decimalMarks.contains(marks[front - 1]), front == 1 || grouped(front),
            front == 1 || marks[front - 2] != marks[front - 1]
        else { return nil }
        let fraction = last.reversed().drop { $0 == "0" }.reversed()
        let whole = plain(groups[..<front].joined())
        return fraction.isEmpty ? whole : whole + "." + String(fraction)
    }

    private static func digits(_ text: Text, _ start: Int) -> (String, end: Int) {
        var digits = ""
        var offset = start
        while offset < text.count {
            let (scalar, next) = text.scalar(at: offset)
            guard let digit = CharacterTable.shared.digit(scalar) else { break }
            digits += String(digit)
            offset = next
        }
        return (digits, offset)
    }

    /// Without zeros before it.
    private static func plain(_ digits: String) -> String {
        let rest = digits.drop { $0 == "0" }
        return rest.isEmpty ? "0" : String(rest)
    }
}
