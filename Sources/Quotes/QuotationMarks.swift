internal import LocaleData
internal import TextCore

/// The quotation marks of a locale by what they can do.
struct QuotationMarks: Sendable {
    struct Mark: Sendable {
        let bytes: [UInt8]
        /// The marks that close what this one opens, by their number.
        var closers: Set<Int> = []
        var canClose = false
        /// What it does in the locale's own styles; this decides where blanks stand on both sides or on none.
        var prefersOpening = false
        var prefersClosing = false
        var canOpen: Bool { !closers.isEmpty }
        /// Also an apostrophe.
        let isApostrophe: Bool
        /// The same sign at both ends.
        let isStraight: Bool
    }

    private(set) var marks: [Mark] = []
    /// Marks by their first byte, longest first.
    private(set) var byFirstByte: [[Int]] = Array(repeating: [], count: 256)
    let hasDashDialogue: Bool

    init(_ style: QuotationStyle) {
        hasDashDialogue = style.dashDialogue
        var numbers: [[UInt8]: Int] = [:]
        func number(_ mark: String) -> Int {
            let bytes = Array(mark.utf8)
            if let known = numbers[bytes] { return known }
            marks.append(
                Mark(
                    bytes: bytes, isApostrophe: mark == "'" || mark == "’",
                    isStraight: ["\"", "'", "''", "＂"].contains(mark)))
            numbers[bytes] = marks.count - 1
            return marks.count - 1
        }
        // Two straight apostrophes are one mark in any language.
        let pairs = style.levels + style.alternatives
        for pair in pairs + [.init(open: "''", close: "''"), .init(open: "\"", close: "\"")] {
            let open = number(pair.open)
            let close = number(pair.close)
            marks[open].closers.insert(close)
            marks[close].canClose = true
        }
        for pair in style.levels where pair.open != pair.close {
            marks[number(pair.open)].prefersOpening = true
            marks[number(pair.close)].prefersClosing = true
        }
        for index in marks.indices {
            byFirstByte[Int(marks[index].bytes[0])].append(index)
        }
        for byte in byFirstByte.indices {
            byFirstByte[byte].sort { marks[$0].bytes.count > marks[$1].bytes.count }
        }
    }

    /// The mark that begins at an offset.
    @inline(__always)
    func mark(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ limit: Int) -> Int? {
        let candidates = byFirstByte[Int(bytes[offset])]
        if candidates.isEmpty { return nil }
        for candidate in candidates {
            let own = marks[candidate].bytes
            guard offset + own.count <= limit else { continue }
            var index = 1
            while index < own.count, bytes[offset + index] == own[index] { index += 1 }
            if index == own.count { return candidate }
        }
        return nil
    }
}
