internal import TextCore

/// Dates as pages write them into ISO 8601.
///
/// Month names are ICU's.
struct DateReader: Sendable {
    private let months: [String: Int]
    /// Day and month cannot be told apart in "3/4/2024".
    private let isMonthFirst: Bool

    /// - Parameter languages: those whose month names may occur; the first decides what "3/4/2024" means.
    init(_ languages: [LanguageTag]) {
        var months: [String: Int] = [:]
        for tag in languages {
            for vocabulary in [Vocabulary.months, .shortMonths] {
                for entry in vocabulary.entries(tag) {
                    let word = Normalizer.fold(entry.word).filter { $0 != "." }
                    // Chinese and Korean months are a number and a word; the number is read as such.
                    guard let month = Int(entry.key), word.first?.isNumber == false else {
                        continue
                    }
                    months[word] = months[word] ?? month
                }
            }
        }
        self.months = months
        isMonthFirst = languages.first?.language == "en"
    }

    /// A day as `2024-05-17`, with `T14:03` and a zone where they are given.
    func iso(_ written: String) -> String? {
        let tokens = Self.tokens(written)
        guard let (date, rest) = day(tokens), let day = date.iso else { return nil }
        return day + (Self.time(rest) ?? "")
    }

    private struct Day {
        var year: Int
        var month: Int
        var day: Int

        var iso: String? {
            guard (1800...2200).contains(year), (1...12).contains(month), (1...31).contains(day)
            else { return nil }
            return "\(year)-\(Self.two(month))-\(Self.two(day))"
        }

        static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    }

    private enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case sign(Character)

        var value: Int? { if case .number(let value, _) = self { value } else { nil } }
        var isYear: Bool { if case .number(_, 4) = self { true } else { false } }
        var isShort: Bool { if case .number(_, let digits) = self { digits <= 2 } else { false } }
    }

    private static func tokens(_ written: String) -> [Token] {
        var tokens: [Token] = []
        for character in Normalizer.fold(String(written.prefix(160))) {
            if let digit = character.wholeNumberValue, digit < 10, character.isNumber {
                if case .number(let value, let digits) = tokens.last, digits < 15 {
                    tokens[tokens.count - 1] = .number(value * 10 + digit, digits: digits + 1)
                } else {
                    tokens.append(.number(digit, digits: 1))
                }
            } else if character.isLetter {
                if case .word(let word) = tokens.last {
                    tokens[tokens.count - 1] = .word(word + String(character))
                } else {
                    tokens.append(.word(String(character)))
                }
            } else {
                tokens.append(.sign(character))
            }
        }
        return tokens
    }

    /// The first day that the tokens hold, and what stands after it.
    private func day(_ tokens: [Token]) -> (Day, ArraySlice<Token>)? {
        for start in tokens.indices {
            if let found = numeric(tokens[start...]) ?? compact(tokens[start...])
                ?? named(tokens, start)
            {
                return found
            }
        }
        return nil
    }

    /// `2024-05-17`, `2024年5月17日`, `17.05.2024`.
    private func numeric(_ tokens: ArraySlice<Token>) -> (Day, ArraySlice<Token>)? {
        let start = tokens.startIndex
        var parts: [Token] = []
        var index = start
        while index < tokens.endIndex, parts.count < 3 {
            if tokens[index].value != nil {
                parts.append(tokens[index])
            } else if parts.isEmpty || !Self.joins(tokens[index], tokens[index - 1]) {
                return nil
            }
            index += 1
        }
        guard parts.count == 3, let a = parts[0].value, let b = parts[1].value,
            let c = parts[2].value
        else { return nil }
        if parts[0].isYear, parts[1].isShort, parts[2].isShort {
            return (Day(year: a, month: b, day: c), tokens[index...])
        }
        guard parts[2].isYear, parts[0].isShort, parts[1].isShort else { return nil }
        let isSlashed = tokens[start + 1] == .sign("/")
        let isUsual = b > 12 || isSlashed && isMonthFirst && a <= 12
        return (
            isUsual ? Day(year: c, month: a, day: b) : Day(year: c, month: b, day: a),
            tokens[index...]
        )
    }

    /// `20240517`, alone.
    private func compact(_ tokens: ArraySlice<Token>) -> (Day, ArraySlice<Token>)? {
        guard case .number(let value, 8) = tokens[tokens.startIndex] else { return nil }
        let day = Day(year: value / 10000, month: value / 100 % 100, day: value % 100)
        return day.iso == nil ? nil : (day, tokens.dropFirst())
    }

    private static func joins(_ token: Token, _ before: Token) -> Bool {
        switch token {
        case .sign(let sign): "-/. ".contains(sign)
        // The characters of Chinese, Japanese and Korean that follow a year and a month.
        case .word(let word): before.value != nil && word.count == 1 && "年月년월".contains(word)
        case .number: false
        }
    }

    /// A month's name between a day and a year, in any order.
    private func named(_ tokens: [Token], _ at: Int) -> (Day, ArraySlice<Token>)? {
        guard case .word(let word) = tokens[at], let month = months[word] else { return nil }
        // Near enough for "17 de maio", not for a number that happens to stand before.
        let before = tokens[max(0, at - 5)..<at].last { $0.value != nil }
        let after = tokens[(at + 1)...].prefix(12)
        guard let year = after.firstIndex(where: \.isYear) else {
            // "2024 May 17"
            guard let before, before.isYear, let day = after.first(where: \.isShort)?.value
            else { return nil }
            return (Day(year: before.value ?? 0, month: month, day: day), after)
        }
        let between = tokens[(at + 1)..<year].first(where: \.isShort)
        guard let day = (before?.isShort == true ? before : between)?.value else { return nil }
        return (
            Day(year: tokens[year].value ?? 0, month: month, day: day), tokens[(year + 1)...]
        )
    }

    /// `T14:03:20Z` of what stands after a day: hours and minutes must be there.
    private static func time(_ tokens: ArraySlice<Token>) -> String? {
        var index = tokens.startIndex
        let limit = min(tokens.endIndex, index + 8)
        while index + 2 < limit {
            if tokens[index].isShort, tokens[index + 1] == .sign(":"), tokens[index + 2].isShort {
                break
            }
            index += 1
        }
        guard index + 2 < tokens.endIndex, tokens[index + 1] == .sign(":"),
            var hour = tokens[index].value, let minute = tokens[index + 2].value, hour < 24,
            minute < 60
        else { return nil }
        var rest = tokens[(index + 3)...]
        var seconds = ""
        if rest.count >= 2, rest.first == .sign(":"), let value = rest.dropFirst().first?.value {
            if value < 60 { seconds = ":" + Day.two(value) }
            rest = rest.dropFirst(2)
            if rest.first == .sign("."), rest.dropFirst().first?.value != nil {
                rest = rest.dropFirst(2)
            }
        }
        rest = rest.drop { $0 == .sign(" ") }
        if rest.first == .word("pm"), hour < 12 { hour += 12 }
        return "T\(Day.two(hour)):\(Day.two(minute))\(seconds)\(zone(rest))"
    }

    private static func zone(_ tokens: ArraySlice<Token>) -> String {
        guard let first = tokens.first else { return "" }
        if [.word("z"), .word("gmt"), .word("utc")].contains(first) { return "Z" }
        guard case .sign(let sign) = first, sign == "+" || sign == "-" || sign == "−",
            case .number(let value, let digits) = tokens.dropFirst().first
        else { return "" }
        let sides = tokens.dropFirst(2)
        let minutes = sides.first == .sign(":") ? sides.dropFirst().first?.value ?? 0 : value % 100
        let hours = digits > 2 ? value / 100 : value
        guard hours <= 14, minutes < 60 else { return "" }
        let given = digits > 2 || sides.first == .sign(":") ? minutes : 0
        return (sign == "+" ? "+" : "-") + Day.two(hours) + ":" + Day.two(given)
    }
}
