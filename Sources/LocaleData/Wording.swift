/// Words that change what is said: how a language writes numbers and how it says no.
public struct Wording: Sendable {
    /// Lower-case words, or characters of a script without spaces, that multiply the number before them.
    public var multipliers: [String: Int] = [:]
    /// Lower-case words of negation; characters in a script without spaces, syllables where a script joins them.
    public var negations: Set<String> = []
    /// What words begin with, and what stands further on in them, that carry a negation: "نمی", "mıyor".
    public var negatingBeginnings: [String] = []
    public var negatingParts: [String] = []
    /// Words that stand for a number without naming it: "both" for 2, "half" for 0.5; a word may stand for several.
    public var numbers: [String: Set<Double>] = [:]

    /// One line of `wording.txt`.
    mutating func add(_ row: LocaleRow) throws(LocaleDataError) {
        let columns = try row.columns(
            3, expected: "a class, a tab, its value, a tab, and its words")
        switch columns[0] {
        case "multiplier":
            guard let value = Int(columns[1]), value > 1 else {
                throw .malformedLine(
                    file: row.file, line: row.line, expected: "a number above 1 after the class")
            }
            for word in LocaleRow.list(columns[2]) { multipliers[word] = value }
        case "number":
            guard let value = Double(columns[1]), value >= 0 else {
                throw .malformedLine(
                    file: row.file, line: row.line, expected: "a number after the class")
            }
            for word in LocaleRow.list(columns[2]) { numbers[word, default: []].insert(value) }
        case "negation":
            let words = LocaleRow.list(columns[2])
            switch columns[1] {
            case "beginning": negatingBeginnings += words
            case "part": negatingParts += words
            default: negations.formUnion(words)
            }
        default:
            throw .unknownClass(
                file: row.file, line: row.line, found: columns[0],
                known: ["multiplier", "negation", "number"])
        }
    }
}
