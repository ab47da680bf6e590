internal import TextCore

/// Reads dates as pages write them into ISO 8601.
struct DateReader {
    /// Month names, folded, to their numbers; longest first.
    private let months: [(name: String, number: Int)]

    /// - Parameter languages: those whose month names may occur.
    init(_ languages: [LanguageTag]) {
        var months: [String: Int] = [:]
        for language in languages {
            for vocabulary in [Vocabulary.months, .shortMonths] {
                for entry in vocabulary.entries(language) {
                    guard let number = Int(entry.key.filter(\.isNumber)) else { continue }
                    let name = Normalizer.fold(entry.word.filter { $0 != "." })
                    if name.count > 2 { months[name] = number }
                }
            }
        }
        self.months = months.map { ($0.key, $0.value) }
            .sorted { ($1.0.utf8.count, $0.0) < ($0.0.utf8.count, $1.0) }
    }

    /// - Returns: `2024-03-01`, or with a time and zone where the text has them; `nil` for what is no date.
    func iso(_ written: String) -> String? {
        let text = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let iso = isoForm(text) { return iso }
        let folded = Normalizer.fold(text)
        let numbers = folded.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        if let month = months.first(where: { folded.contains($0.name) })?.number {
            guard let year = numbers.first(where: Self.isYear),
                let day = numbers.first(where: { (1...31).contains($0) })
            else { return nil }
            return Self.day(year, month, day)
        }
        return numeric(numbers)
    }

    /// "2024-03-01" and "2024-03-01T10:00:00+02:00" stay as they are.
    private func isoForm(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let day = Self.day(parts[0], parts[1], parts[2]) else { return nil }
        guard bytes.count > 15, bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A else {
            return day
        }
        let clock = text.dropFirst(11).filter { $0 != " " }
        let isClock = clock.allSatisfy { $0.isNumber || ":.+-Z".contains($0) }
        return isClock ? day + "T" + clock : day
    }

    /// "1.3.2024", "2024/3/1" and "2024年3月1日"; the day first where both could be, as most of the world writes.
    private func numeric(_ numbers: [Int]) -> String? {
        guard numbers.count >= 3 else { return nil }
        if Self.isYear(numbers[0]) { return Self.day(numbers[0], numbers[1], numbers[2]) }
        guard Self.isYear(numbers[2]) else { return nil }
        return numbers[1] > 12
            ? Self.day(numbers[2], numbers[0], numbers[1])
            : Self.day(numbers[2], numbers[1], numbers[0])
    }

    private static func isYear(_ number: Int) -> Bool { (1900...2199).contains(number) }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard isYear(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
