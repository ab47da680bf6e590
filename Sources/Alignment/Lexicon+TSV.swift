internal import TextCore

extension Lexicon {
    private static let heading = "# dragoman lexicon"

    /// A line that names the languages, then a line an entry: source, target, p(target|source), p(source|target).
    public var tsv: String {
        var lines = ["\(Self.heading)\t\(source)\t\(target)"]
        for entry in entries {
            lines.append(
                "\(entry.source)\t\(entry.target)\t\(Self.write(entry.toTarget))"
                    + "\t\(Self.write(entry.toSource))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads what ``tsv`` writes.
    public init(tsv: String) throws(LexiconError) {
        let lines = tsv.split(separator: "\n", omittingEmptySubsequences: false)
        let heading = lines.first.map { $0.split(separator: "\t").map(String.init) } ?? []
        guard heading.count == 3, heading[0] == Self.heading,
            let source = LanguageTag(heading[1]), let target = LanguageTag(heading[2])
        else { throw .noHeading }
        var entries: [Entry] = []
        for (number, line) in lines.enumerated().dropFirst()
        where !line.isEmpty && !line.hasPrefix("# ") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 4, !columns[0].isEmpty, !columns[1].isEmpty else {
                throw .malformedLine(number + 1)
            }
            guard let toTarget = Self.probability(columns[2]),
                let toSource = Self.probability(columns[3])
            else { throw .noProbability(number + 1) }
            entries.append(
                Entry(
                    source: String(columns[0]), target: String(columns[1]), toTarget: toTarget,
                    toSource: toSource))
        }
        self.init(source: source, target: target, entries: entries)
    }

    private static func probability(_ column: Substring) -> Float? {
        guard let value = Float(column), (0...1).contains(value) else { return nil }
        return value
    }

    /// Four digits after the point: finer differences are noise.
    private static func write(_ probability: Float) -> String {
        let digits = Int((min(max(probability, 0), 1) * 10_000).rounded())
        let fraction = String(digits % 10_000)
        return "\(digits / 10_000)." + String(repeating: "0", count: 4 - fraction.count) + fraction
    }
}

/// Why a lexicon cannot be read.
public enum LexiconError: Error, Hashable, Sendable {
    case noHeading
    case malformedLine(Int)
    case noProbability(Int)
}

extension LexiconError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noHeading:
            "1:1: the first line is not '# dragoman lexicon', source and target language, parted by tabs"
        case .malformedLine(let line):
            "\(line):1: not four columns: source, target, p(target|source), p(source|target)"
        case .noProbability(let line): "\(line):1: a probability is no number from 0 to 1"
        }
    }
}
