internal import TextCore

/// Reads the numbers of a text by value: "1,500", "1 500", "1.5 thousand", "1500" and "٣٠٠٠" as what they count, "3万" as
/// thirty thousand.
///
/// A mark with three digits behind it groups them, in whatever language: a fraction of just three digits is rarer.
struct NumberReader {
    private let table = CharacterTable.shared
    private let multipliers: [String: Int]
    private let scalars: [Unicode.Scalar]
    private var position = 0

    /// All that stand in digits, in text order.
    private(set) var written: [WrittenNumber] = []
    /// Multipliers without digits before them: "two million".
    private(set) var spelled: Set<Int> = []

    /// The values, those below ten left out: they are often spelled, and say little alone.
    private(set) var values: Set<Double> = []

    init(_ text: String, _ lexicon: WordingLexicon) {
        multipliers = lexicon.multipliers
        scalars = Array(text.unicodeScalars)
        read()
        values = Set(written.compactMap(\.value).filter { $0 >= 10 || $0.rounded() != $0 })
    }

    /// With as few digits as it takes: "1500", "2.5".
    static func written(_ value: Double) -> String {
        guard value.rounded() == value, value < 1e15 else {
            return "\((value * 1e6).rounded() / 1e6)"
        }
        return "\(Int(value))"
    }

    private mutating func read() {
        var offset = 0
        while position < scalars.count {
            let start = position
            if digit(position) != nil {
                let (groups, value) = number()
                let end = offset + width(start..<position)
                written.append(WrittenNumber(range: offset..<end, groups: groups, value: value))
            } else if let (multiplier, end) = multiplier(at: position, isBare: true) {
                spelled.insert(multiplier)
                position = end
            } else {
                position += 1
            }
            offset += width(start..<position)
        }
    }

    private func width(_ positions: Range<Int>) -> Int {
        positions.reduce(0) { $0 + UTF8.width(scalars[$1]) }
    }

    private func digit(_ index: Int) -> Int? {
        index < scalars.count ? table.digit(scalars[index]).map { Int($0) } : nil
    }

    // MARK: digits

    /// A number with its multipliers; "3億5000万" is the sum of its parts.
    private mutating func number() -> (groups: [String], value: Double?) {
        var all: [String] = []
        var sum = 0.0
        var last = Int.max
        while digit(position) != nil {
            let (groups, plain) = plain()
            all += groups
            guard let plain else { return (all, sum == 0 ? nil : sum) }
            let next =
                position < scalars.count && isSpace(scalars[position]) ? position + 1 : position
            guard let (multiplier, end) = multiplier(at: next, isBare: false), multiplier < last
            else { return (all, sum + plain) }
            position = end
            last = multiplier
            sum += plain * Double(multiplier)
        }
        return (all, sum)
    }

    /// Digits with the marks that group them or begin a fraction.
    private mutating func plain() -> (groups: [String], value: Double?) {
        var groups: [[Int]] = [digits()]
        var marks: [Unicode.Scalar] = []
        while position + 1 < scalars.count, digit(position + 1) != nil,
            isMark(scalars[position])
        {
            let mark = scalars[position]
            let start = position
            position += 1
            let next = digits()
            if isSpace(mark) || "'’，".unicodeScalars.contains(mark),
                next.count != 3 || groups[0].count > 3
            {
                position = start
                break
            }
            marks.append(mark)
            groups.append(next)
        }
        let words = groups.map { $0.map(String.init).joined() }
        return (words, Self.value(groups, marks))
    }

    private mutating func digits() -> [Int] {
        var found: [Int] = []
        while let digit = digit(position) {
            found.append(digit)
            position += 1
        }
        return found
    }

    private static func value(_ groups: [[Int]], _ marks: [Unicode.Scalar]) -> Double? {
        func whole(_ digits: [Int]) -> Double { digits.reduce(0) { $0 * 10 + Double($1) } }
        guard let lastMark = marks.last, let last = groups.last else { return whole(groups[0]) }
        let inner = groups.dropFirst().dropLast()
        let areGroups = groups[0].count <= 3 && inner.allSatisfy { (2...3).contains($0.count) }
        // The mark before a fraction is another one than those before it, or stands before other than three digits.
        let isFraction =
            marks.count > 1 ? lastMark != marks[0] : last.count != 3 || groups[0] == [0]
        guard isFraction else {
            return areGroups && last.count == 3 ? whole(groups.flatMap { $0 }) : nil
        }
        guard marks.count == 1 || areGroups else { return nil }
        let fraction = last.reversed().reduce(0.0) { ($0 + Double($1)) / 10 }
        return whole(groups.dropLast().flatMap { $0 }) + fraction
    }

    private func isMark(_ scalar: Unicode.Scalar) -> Bool {
        ".,'’٫٬，．".unicodeScalars.contains(scalar) || isSpace(scalar)
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
    }

    // MARK: multipliers

    /// - Parameter isBare: no digit stands before it; then a lone character of a script without spaces says nothing.
    private func multiplier(at start: Int, isBare: Bool) -> (value: Int, end: Int)? {
        guard !multipliers.isEmpty, start < scalars.count, table.isLetter(scalars[start]),
            !isBare || start == 0 || !table.isLetter(scalars[start - 1])
        else { return nil }
        let isAlone = start + 1 == scalars.count || !table.isLetter(scalars[start + 1])
        if !isBare, isAlone || !isCased(scalars[start]),
            let value = multipliers[String(scalars[start])]
        {
            return (value, start + 1)
        }
        var end = start
        while end < scalars.count, end - start < 20, table.isLetter(scalars[end]) { end += 1 }
        let word = String(String.UnicodeScalarView(scalars[start..<end]))
        guard let value = multipliers[Normalizer.fold(word)] ?? multipliers[word] else {
            return nil
        }
        return isBare && end - start < 3 ? nil : (value, end)
    }

    /// Of a script whose words are more than a letter.
    private func isCased(_ scalar: Unicode.Scalar) -> Bool {
        table.isLowercase(scalar) || table.isUppercase(scalar)
    }
}
