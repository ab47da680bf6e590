internal import TextCore

/// What it costs that letters of a language stand for Latin ones in a name: a line's part of `letter-costs.txt`.
public struct LetterCost: Hashable, Sendable {
    /// One or two letters of the language; empty for Latin letters that nothing stands for.
    public let letters: String
    /// Up to four Latin letters; empty for letters that are left out.
    public let latin: String
    /// In nats: about the logarithm of one by the probability.
    public let cost: Float

    public init(letters: String, latin: String, cost: Float) {
        self.letters = letters
        self.latin = latin
        self.cost = cost
    }
}

/// The costs of one language, learned from pairs of names.
public struct LetterCostProfile: Hashable, Sendable {
    public var costs: [LetterCost] = []
    /// The cost a letter at which two words are as likely one name as two.
    public var even: Float = 1

    public init() {}

    public init(costs: [LetterCost], even: Float) {
        self.costs = costs
        self.even = even
    }

    static let file = "letter-costs.txt"

    mutating func add(_ row: LocaleRow) throws(LocaleDataError) {
        let columns = try row.columns(2, expected: "letters, a tab, and Latin letters with costs")
        if columns[0] == "even" {
            guard let cost = Float(columns[1]), cost > 0 else {
                throw .malformedLine(file: row.file, line: row.line, expected: "a cost above 0")
            }
            even = cost
            return
        }
        for item in LocaleRow.list(columns[1]) {
            let parts = item.split(separator: " ")
            guard parts.count == 2, let cost = Float(parts[1]), cost.isFinite, cost >= 0 else {
                throw .malformedLine(
                    file: row.file, line: row.line, expected: "Latin letters and a cost: 'sh 0.2'")
            }
            costs.append(
                LetterCost(
                    letters: columns[0] == "-" ? "" : columns[0],
                    latin: parts[0] == "-" ? "" : String(parts[0]), cost: cost))
        }
    }
}

extension LetterCostProfile {
    /// As the file is written: letters in code-point order, for each the Latin letters from the likeliest on.
    public var text: String {
        var byLetters: [String: [LetterCost]] = [:]
        for cost in costs { byLetters[cost.letters, default: []].append(cost) }
        var lines = ["even\t\(Self.rounded(even))"]
        for letters in byLetters.keys.sorted(by: Self.isBefore) {
            let items = (byLetters[letters] ?? []).sorted {
                ($0.cost, $0.latin) < ($1.cost, $1.latin)
            }
            let list = items.map { "\($0.latin.isEmpty ? "-" : $0.latin) \(Self.rounded($0.cost))" }
            let written = Normalizer.normalize(letters, .nfc)
            lines.append("\(letters.isEmpty ? "-" : written)\t\(list.joined(separator: ", "))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func isBefore(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private static func rounded(_ cost: Float) -> String {
        let hundredths = Int((cost * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
