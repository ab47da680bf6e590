internal import TextCore

/// Lexicons as a table that people can read, compare and merge; one of each pair of languages after the other.
///
/// A section begins with a line that names the format's version and the languages; each line below it is an entry:
/// source, target, p(target|source), p(source|target), parted by tabs. Entries are sorted, so that two files differ
/// where what was learned differs. Empty lines, and lines that begin with "# ", are no entries.
public struct LexiconFile: Sendable {
    static let version = "1"
    private static let heading = "# dragoman lexicon"
    private static let columnNames = "# source\ttarget\tp(target|source)\tp(source|target)"

    /// Sorted by their languages.
    public let lexicons: [Lexicon]

    public init(_ lexicons: [Lexicon]) {
        self.lexicons = lexicons.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    }

    public var tsv: String {
        var lines: [String] = []
        for lexicon in lexicons {
            lines.append("\(Self.heading)\t\(Self.version)\t\(lexicon.source)\t\(lexicon.target)")
            lines.append(Self.columnNames)
            for entry in lexicon.entries {
                lines.append(
                    "\(entry.source)\t\(entry.target)\t\(Self.write(entry.toTarget))"
                        + "\t\(Self.write(entry.toSource))")
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Reads what ``tsv`` writes.
    public init(tsv: String) throws(LexiconError) {
        var reader = Reader()
        var number = 0
        for bytes in tsv.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let line = Substring(bytes.last == 0x0D ? bytes.dropLast() : bytes)
            try reader.read(line, number)
        }
        guard !reader.sections.isEmpty else { throw .noHeading(1) }
        self.init(reader.lexicons)
    }

    private struct Reader {
        struct Section {
            let source: LanguageTag
            let target: LanguageTag
            var entries: [Lexicon.Entry] = []
            /// The line of each entry, to name the first of two that are equal.
            var lines: [[Substring]: Int] = [:]
        }

        var sections: [Section] = []

        var lexicons: [Lexicon] {
            sections.map { .init(source: $0.source, target: $0.target, entries: $0.entries) }
        }

        mutating func read(_ line: Substring, _ number: Int) throws(LexiconError) {
            let columns = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { Substring($0) }
            if columns[0] == LexiconFile.heading { return try begin(columns, number) }
            if line.isEmpty || line.hasPrefix("# ") { return }
            guard !sections.isEmpty else { throw .noHeading(number) }
            try add(columns, number)
        }

        private mutating func begin(
            _ columns: [Substring], _ number: Int
        ) throws(LexiconError) {
            guard columns.count == 4 else { throw .noHeading(number) }
            guard columns[1] == LexiconFile.version else {
                throw .otherVersion(number, String(columns[1]))
            }
            guard let source = LanguageTag(String(columns[2])),
                let target = LanguageTag(String(columns[3]))
            else { throw .noHeading(number) }
            sections.append(Section(source: source, target: target))
        }

        private mutating func add(_ columns: [Substring], _ number: Int) throws(LexiconError) {
            guard columns.count == 4, !columns[0].isEmpty, !columns[1].isEmpty else {
                throw .malformedLine(number)
            }
            guard let toTarget = LexiconFile.probability(columns[2]),
                let toSource = LexiconFile.probability(columns[3])
            else { throw .noProbability(number) }
            let last = sections.count - 1
            let key = [columns[0], columns[1]]
            if let first = sections[last].lines.updateValue(number, forKey: key) {
                throw .repeated(number, first: first)
            }
            sections[last].entries.append(
                .init(
                    source: String(columns[0]), target: String(columns[1]), toTarget: toTarget,
                    toSource: toSource))
        }
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

/// Why a lexicon cannot be read; lines count from 1.
public enum LexiconError: Error, Hashable, Sendable {
    case noHeading(Int)
    case otherVersion(Int, String)
    case malformedLine(Int)
    case noProbability(Int)
    case repeated(Int, first: Int)
}

extension LexiconError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noHeading(let line):
            "\(line):1: not '# dragoman lexicon', version, source and target language, parted by tabs"
        case .otherVersion(let line, let version):
            "\(line):1: version '\(version)' of the lexicon format is not known; 1 is"
        case .malformedLine(let line):
            "\(line):1: not four columns: source, target, p(target|source), p(source|target)"
        case .noProbability(let line): "\(line):1: a probability is no number from 0 to 1"
        case .repeated(let line, let first): "\(line):1: the pair is already on line \(first)"
        }
    }
}
