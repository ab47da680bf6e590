internal import TextCore

/// A label that opens an item of a list inside a paragraph: "1.", "b)", "(iv)", "•".
struct ListMarker: Equatable {
    enum Label: Equatable {
        case number(Int)
        case letter(Int)
        /// The letter that the sign also is, if it is one: "i)" opens both "i) ii)" and "i) j)".
        case roman(Int, letter: Int?)
        case bullet(Unicode.Scalar)
    }

    let start: Int
    /// After the label and its dot or bracket.
    let end: Int
    let label: Label
    /// What encloses the label, so that "1." and "1)" never make one list.
    let enclosure: String
    /// The text before it ends in a terminator, a colon or a semicolon, or there is none.
    let isAfterBreak: Bool
    let isAfterSemicolon: Bool

    func precedes(_ other: ListMarker) -> Bool {
        guard enclosure == other.enclosure else { return false }
        switch (label, other.label) {
        case (.number(let a), .number(let b)): return b == a + 1
        case (.letter(let a), .letter(let b)): return b == a + 1
        case (.roman(let a, let x), .roman(let b, let y)):
            return b == a + 1 || x.flatMap { x in y.map { $0 == x + 1 } } ?? false
        case (.letter(let a), .roman(_, let b?)): return b == a + 1
        case (.roman(_, let a?), .letter(let b)): return b == a + 1
        case (.bullet(let a), .bullet(let b)): return a == b
        default: return false
        }
    }
}

/// Finds the items of lists that stand inside a paragraph.
///
/// One marker proves nothing ("§ 3.", "J. K. Rowling", "am 2. Mai"): at least two that follow each other make a list,
/// and the first of them stands where a sentence could begin. A bracketed label after a semicolon is one by itself.
struct ListMarkers {
    let reader: ByteReader

    /// The markers of all lists, in text order.
    func markers() -> [ListMarker] {
        let candidates = candidates()
        guard !candidates.isEmpty else { return [] }
        var isItem = candidates.map { $0.isAfterSemicolon && $0.enclosure.hasSuffix(")") }
        // The last marker of each enclosure and the run it belongs to.
        var last: [String: (index: Int, isList: Bool)] = [:]
        for (index, marker) in candidates.enumerated() {
            let previous = last[marker.enclosure]
            if let previous, candidates[previous.index].precedes(marker), previous.isList {
                isItem[previous.index] = true
                isItem[index] = true
                last[marker.enclosure] = (index, true)
            } else {
                last[marker.enclosure] = (index, opensList(marker))
            }
        }
        return zip(candidates, isItem).filter { $0.1 }.map { $0.0 }
    }

    private func opensList(_ marker: ListMarker) -> Bool {
        switch marker.label {
        case .bullet: return true
        case .letter(let value) where !marker.enclosure.hasSuffix(")"):
            return marker.isAfterBreak && value == 0
        case .roman(let value, _) where !marker.enclosure.hasSuffix(")"):
            return marker.isAfterBreak && value == 1
        // A number in brackets may be a date or a note; a letter is hardly anything but a label.
        case .number: return marker.isAfterBreak
        case .letter, .roman: return marker.isAfterBreak
        }
    }

    private func candidates() -> [ListMarker] {
        var found: [ListMarker] = []
        var offset = reader.skipSpaces(0)
        var previousEnd = 0
        while offset < reader.count {
            if let marker = marker(at: offset, previousEnd: previousEnd) { found.append(marker) }
            previousEnd = reader.endOfWord(offset)
            offset = reader.skipSpaces(previousEnd)
        }
        return found
    }

    private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "•", "⁃", "‣", "▪", "◦", "●", "■", "►": true
        default: false
        }
    }

    private func marker(at start: Int, previousEnd: Int) -> ListMarker? {
        var offset = start
        var enclosure = ""
        if let (scalar, next) = reader.scalar(at: offset), Self.isBullet(scalar) {
            enclosure.unicodeScalars.append(scalar)
            offset = reader.skipSpaces(next)
        }
        if let (label, end, shape) = enclosedLabel(at: offset) {
            return make(start, end, label, enclosure + shape, previousEnd)
        }
        guard let bullet = enclosure.unicodeScalars.first else { return nil }
        return make(start, offset, .bullet(bullet), enclosure, previousEnd)
    }

    private func make(
        _ start: Int, _ end: Int, _ label: ListMarker.Label, _ enclosure: String, _ previousEnd: Int
    ) -> ListMarker {
        let before = reader.scalar(before: previousEnd)?.0
        let isBreak = before.map { ".!?:;…。！？：；".unicodeScalars.contains($0) } ?? true
        return ListMarker(
            start: start, end: end, label: label, enclosure: enclosure, isAfterBreak: isBreak,
            isAfterSemicolon: before.map { ";；".unicodeScalars.contains($0) } ?? false)
    }

    /// "1.", "1)", "1.)", "(1)", "a.", "a)", "(a)", with a space behind it.
    private func enclosedLabel(
        at start: Int
    ) -> (ListMarker.Label, end: Int, shape: String)? {
        var offset = start
        let isBracketed = byte(offset) == 0x28
        if isBracketed { offset += 1 }
        guard let (label, labelEnd) = label(at: offset) else { return nil }
        offset = labelEnd
        var shape = isBracketed ? "(" : ""
        if byte(offset) == 0x2E, !isBracketed {
            shape += "."
            offset += 1
        }
        if byte(offset) == 0x29 {
            shape += ")"
            offset += 1
        }
        guard shape == "." || shape.hasSuffix(")"), let (space, _) = reader.scalar(at: offset),
            reader.isSpace(space)
        else { return nil }
        return (label, offset, shape)
    }

    private func label(at start: Int) -> (ListMarker.Label, end: Int)? {
        var offset = start
        var number = 0
        while let digit = byte(offset), (0x30...0x39).contains(digit), offset - start < 3 {
            number = number * 10 + Int(digit - 0x30)
            offset += 1
        }
        if offset > start { return (.number(number), offset) }
        if let (value, end) = roman(at: start) {
            let letter = end == start + 1 ? reader.bytes[start] - 0x61 : nil
            return (.roman(value, letter: letter.map(Int.init)), end)
        }
        guard let (scalar, next) = reader.scalar(at: start), reader.table.isLowercase(scalar) else {
            return nil
        }
        switch reader.table.script(scalar) {
        case .latin where scalar.isASCII: return (.letter(Int(scalar.value) - 0x61), next)
        case .cyrillic: return (.letter(Int(scalar.value) - 0x430), next)
        default: return nil
        }
    }

    /// A small Roman number up to xxxix, and where it ends.
    private func roman(at start: Int) -> (Int, end: Int)? {
        var offset = start
        var value = 0
        var previous = 0
        while offset - start < 6, let digit = byte(offset).flatMap(Self.romanDigit) {
            value += digit > previous ? digit - 2 * previous : digit
            previous = digit
            offset += 1
        }
        let isWhole = byte(offset) == 0x29 || byte(offset) == 0x2E
        return offset > start && isWhole ? (value, offset) : nil
    }

    private static func romanDigit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x69: 1
        case 0x76: 5
        case 0x78: 10
        default: nil
        }
    }

    private func byte(_ offset: Int) -> UInt8? {
        offset < reader.count ? reader.bytes[offset] : nil
    }
}
