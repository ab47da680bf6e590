internal import TextCore

/// A user's own list of abbreviations, written as `abbreviations.txt` is: a word, a tab, and its class.
///
/// Where the class is left out it is `other`. The word's last dot may stand or be left out. A line that cannot be read is
/// a fault, and the others count.
public struct AbbreviationList: Sendable {
    /// A line that cannot be read; both counted from 1, columns in Unicode scalars.
    public struct Fault: Hashable, Sendable {
        public let line: Int
        public let column: Int
        public let message: String

        public init(line: Int, column: Int, message: String) {
            self.line = line
            self.column = column
            self.message = message
        }
    }

    /// Folded, without their last dots.
    public private(set) var words: [String: AbbreviationClass] = [:]
    public private(set) var faults: [Fault] = []
    private var lines: [String: Int] = [:]

    public init(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() { read(line, index + 1) }
    }

    private struct Column {
        let text: String
        /// Of its first character that is no space.
        let place: Int
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>, _ line: Int) {
        let text = Text(utf8: bytes, keepsMark: line > 1)
        let columns = Self.columns(String(decoding: bytes, as: UTF8.self))
        guard let word = columns.first, !Self.isComment(columns) else { return }
        func fault(_ column: Int, _ message: String) {
            faults.append(Fault(line: line, column: column, message: message))
        }
        if let repair = text.repairs.first {
            let before = String(decoding: bytes.prefix(repair.inputOffset), as: UTF8.self)
            return fault(before.unicodeScalars.count + 1, "not UTF-8")
        }
        if columns.count > 2, !columns[2].text.isEmpty {
            return fault(columns[2].place, "expected nothing after the class")
        }
        let key = Self.key(word.text)
        guard !key.isEmpty else {
            return fault(1, "expected an abbreviation, a tab, and its class")
        }
        let kind: AbbreviationClass
        if columns.count > 1, !columns[1].text.isEmpty {
            guard let known = AbbreviationClass(rawValue: columns[1].text) else {
                let all = AbbreviationClass.allCases.map(\.rawValue).joined(separator: " ")
                return fault(
                    columns[1].place, "unknown class '\(columns[1].text)'; one of: \(all)")
            }
            kind = known
        } else {
            kind = .other
        }
        if let earlier = lines[key], words[key] != kind {
            return fault(word.place, "'\(word.text)' has another class on line \(earlier)")
        }
        words[key] = kind
        lines[key] = line
    }

    /// Blank lines, and `#` with a space or nothing behind it.
    private static func isComment(_ columns: [Column]) -> Bool {
        let text = columns[0].text
        return columns.allSatisfy(\.text.isEmpty) || text == "#" || text.hasPrefix("# ")
    }

    private static func columns(_ line: String) -> [Column] {
        let table = CharacterTable.shared
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            table.isWhiteSpace(scalar) || scalar == "\u{FEFF}"
        }
        var place = 1
        return line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map {
            let start = place + $0.prefix(while: isBlank).count
            place += $0.count + 1
            var field = $0.drop(while: isBlank)
            while let last = field.last, isBlank(last) { field.removeLast() }
            return Column(text: String(field), place: start)
        }
    }

    private static func key(_ word: String) -> String {
        let folded = Normalizer.fold(Normalizer.normalize(word, .nfc))
        return folded.hasSuffix(".") ? String(folded.dropLast()) : folded
    }
}
