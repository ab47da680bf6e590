internal import FoundationEssentials
internal import TextCore

/// Checks how the files of a locale folder are written: encoding, normal form, order, uniqueness.
///
/// What they say is checked by reading them; this is for people and version control, who want one way to write a thing.
public struct LocaleFileCheck {
    public struct Fault: Hashable, Sendable {
        public let file: String
        /// Counted from 1.
        public let line: Int
        public let message: String
    }

    /// Lists whose first column is in code-point order and stands once.
    private static let sortedLists = [
        "abbreviations.txt", "starters.txt", "finals.txt", "reporting.txt", "languages.txt",
    ]
    private static let otherFiles = [
        "grammar.txt", "furniture.txt", "mediation.tsv", "locale.json", "quotation.json",
        "names.json", "sounds.txt", "characters.txt", "ordinals.txt", "rendering.txt",
        "wording.txt", "letter-costs.txt", "schemes.txt", "signs.txt",
        "cases/segmentation.jsonl",
        "cases/quotes.jsonl",
        "cases/mediation.jsonl",
        "cases/names.jsonl",
        "cases/furniture.jsonl",
        "cases/schemes.jsonl",
        "cases/rendering.jsonl",
        "cases/languages.jsonl",
    ]

    private let folder: LocaleFolder

    /// - Parameter name: a folder's name in the catalogue.
    public init(_ name: String, in catalogue: LocaleCatalogue) {
        folder = LocaleFolder(directory: catalogue.directory, name: name)
    }

    public func run() throws(LocaleDataError) -> [Fault] {
        var faults: [Fault] = []
        for name in Self.sortedLists + Self.otherFiles {
            guard let data = try folder.bytes(name) else { continue }
            faults += encodingFaults(Array(data), name)
        }
        for (name, _) in try folder.ruleFiles() {
            guard let data = try folder.bytes("rules/\(name).txt") else { continue }
            faults += encodingFaults(Array(data), "rules/\(name).txt")
        }
        for name in Self.sortedLists { faults += try orderFaults(name) }
        return faults
    }

    private func encodingFaults(_ bytes: [UInt8], _ name: String) -> [Fault] {
        let file = folder.file(name)
        var faults: [Fault] = []
        if bytes.last != 0x0A {
            faults.append(Fault(file: file, line: 1, message: "does not end with a newline"))
        }
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        {
            let text = Text(utf8: line)
            let wrong: String? =
                if !text.repairs.isEmpty {
                    "is not UTF-8"
                } else if text.bytes.count != line.count || !text.bytes.elementsEqual(line) {
                    "is not in normal form C, or has a byte-order mark or a carriage return"
                } else if line.last == 0x20 || line.last == 0x09 {
                    "ends with white space"
                } else {
                    nil
                }
            if let wrong { faults.append(Fault(file: file, line: index + 1, message: wrong)) }
        }
        return faults
    }

    private func orderFaults(_ name: String) throws(LocaleDataError) -> [Fault] {
        let rows = try folder.rows(name)
        var faults: [Fault] = []
        var seen: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            let word = row.columns[0]
            if let earlier = seen[word] {
                faults.append(
                    Fault(
                        file: row.file, line: row.line,
                        message: "'\(word)' is already on line \(earlier)"))
            } else if index > 0, Self.isAfter(rows[index - 1].columns[0], word) {
                faults.append(
                    Fault(
                        file: row.file, line: row.line,
                        message: "'\(word)' belongs before '\(rows[index - 1].columns[0])'"))
            }
            seen[word] = row.line
        }
        return faults
    }

    /// Code-point order, which for UTF-8 is the order of the bytes.
    private static func isAfter(_ left: String, _ right: String) -> Bool {
        right.utf8.lexicographicallyPrecedes(left.utf8)
    }
}
