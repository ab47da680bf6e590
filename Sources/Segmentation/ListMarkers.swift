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

    struct Enclosure: Equatable {
        var bullet: Unicode.Scalar?
        var isBracketed = false
        var hasDot = false
        var isClosed = false
    }

    let start: Int
    /// After the label and its dot or bracket.
    let end: Int
    let label: Label
    /// What encloses the label, so that "1." and "1)" never make one list.
    let enclosure: Enclosure
    /// The text before it ends in a terminator, a colon or a semicolon, or there is none.
    let isAfterBreak: Bool
    let isAfterSemicolon: Bool
    /// The items are parts of one sentence.
    let isAfterComma: Bool

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
    /// A marker that opens an item of a list: its start, and the end of its label.
    struct Item {
        let start: Int
        let end: Int
    }

    /// The last marker with one enclosure.
    private struct Run {
        var last: ListMarker
        /// A list may go on from it.
        var isList: Bool
        var isItem: Bool
    }

    let reader: ByteReader
    private var runs: [Run] = []
    private var items: [Item] = []

    init(reader: ByteReader) { self.reader = reader }

    /// The markers of all lists, in text order.
    static func items(_ reader: ByteReader) -> [Item] {
        var markers = ListMarkers(reader: reader)
        markers.find()
        let items = markers.items
        let isSorted = zip(items, items.dropFirst()).allSatisfy { $0.start < $1.start }
        return isSorted ? items : items.sorted { $0.start < $1.start }
    }

    /// Labels are found by the dot or bracket behind them, because few words of a text end in one.
    private mutating func find() {
        var offset = 0
        while offset < reader.count {
            let byte = reader.bytes[offset]
            guard byte == 0x2E || byte == 0x29 || byte == 0xE2, let marker = marker(around: offset)
            else {
                offset += 1
                continue
            }
            add(marker)
            offset = max(marker.end, offset + 1)
        }
    }

    private func marker(around offset: Int) -> ListMarker? {
        if reader.bytes[offset] == 0xE2 { return reader.item(at: offset).flatMap { bulleted($0) } }
        return labelStart(offset).flatMap { marker(at: $0) }
    }

    private mutating func add(_ marker: ListMarker) {
        guard let index = runs.firstIndex(where: { $0.last.enclosure == marker.enclosure }) else {
            runs.append(Run(last: marker, isList: opensList(marker), isItem: isAlone(marker)))
            return
        }
        let follows = runs[index].isList && runs[index].last.precedes(marker)
        if follows && marker.isAfterComma {
            runs[index].last = marker
        } else if follows {
            if !runs[index].isItem { emit(runs[index].last) }
            emit(marker)
            runs[index] = Run(last: marker, isList: true, isItem: true)
        } else {
            runs[index] = Run(last: marker, isList: opensList(marker), isItem: isAlone(marker))
        }
    }

    private mutating func isAlone(_ marker: ListMarker) -> Bool {
        guard marker.isAfterSemicolon, marker.enclosure.isClosed else { return false }
        emit(marker)
        return true
    }

    /// "1) the old, 2) the young": what stands behind commas counts the parts of one sentence.
    private mutating func emit(_ marker: ListMarker) {
        if !marker.isAfterComma {
            items.append(Item(start: marker.start, end: marker.end))
        }
    }

    private func opensList(_ marker: ListMarker) -> Bool {
        switch marker.label {
        case .bullet: return true
        case .letter(let value) where !marker.enclosure.isClosed:
            return marker.isAfterBreak && value == 0
        case .roman(let value, _) where !marker.enclosure.isClosed:
            return marker.isAfterBreak && value == 1
        // A number in brackets may be a date or a note; a letter is hardly anything but a label.
        case .number(1) where marker.enclosure.isClosed && !marker.enclosure.isBracketed:
            return true
        case .number, .letter, .roman: return marker.isAfterBreak
        }
    }

    private func bulleted(_ item: ByteReader.Item) -> ListMarker? {
        guard Self.isBullet(item.scalar), isWordStart(item.start) else { return nil }
        return marker(at: item.start)
    }

    private func isWordStart(_ offset: Int) -> Bool {
        reader.item(before: offset).map { $0.has(.space) } ?? true
    }

    /// Where the word starts that is a label and ends before an offset: up to six letters or digits, and a bracket.
    private func labelStart(_ end: Int) -> Int? {
        guard end > 0, reader.item(at: end + 1).map({ $0.has(.space) || $0.scalar == ")" }) == true
        else { return nil }
        var start = end
        while end - start < 7, let item = reader.item(before: start), item.has(.word) {
            start = item.start
        }
        guard start < end else { return nil }
        if start > 0, reader.bytes[start - 1] == 0x28 { start -= 1 }
        return isWordStart(start) ? start : nil
    }

    private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "•", "⁃", "‣", "▪", "◦", "●", "■", "►": true
        default: false
        }
    }

    private func marker(at start: Int) -> ListMarker? {
        var offset = start
        var enclosure = ListMarker.Enclosure()
        if let item = reader.item(at: offset), Self.isBullet(item.scalar) {
            enclosure.bullet = item.scalar
            offset = reader.skipSpaces(item.end)
        }
        if let (label, end) = enclosedLabel(at: offset, &enclosure) {
            return make(start, end, label, enclosure)
        }
        guard let bullet = enclosure.bullet else { return nil }
        return make(start, offset, .bullet(bullet), .init(bullet: bullet))
    }

    private func make(
        _ start: Int, _ end: Int, _ label: ListMarker.Label, _ enclosure: ListMarker.Enclosure
    ) -> ListMarker {
        let before = reader.item(before: reader.dropSpaces(before: start, downTo: 0))?.scalar
        return ListMarker(
            start: start, end: end, label: label, enclosure: enclosure,
            isAfterBreak: before.map(Self.isBreak) ?? true,
            isAfterSemicolon: before == ";" || before == "；",
            isAfterComma: before == "," || before == "،" || before == "，" || before == "、")
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", ":", ";", "…", "。", "！", "？", "：", "；": true
        default: false
        }
    }

    /// "1.", "1)", "1.)", "(1)", "a.", "a)", "(a)", with a space behind it.
    private func enclosedLabel(
        at start: Int, _ enclosure: inout ListMarker.Enclosure
    ) -> (ListMarker.Label, end: Int)? {
        var shape = ListMarker.Enclosure(bullet: enclosure.bullet)
        var offset = start
        if reader.byte(offset) == 0x28 {
            shape.isBracketed = true
            offset += 1
        }
        guard let (label, labelEnd) = label(at: offset) else { return nil }
        offset = labelEnd
        if reader.byte(offset) == 0x2E, !shape.isBracketed {
            shape.hasDot = true
            offset += 1
        }
        if reader.byte(offset) == 0x29 {
            shape.isClosed = true
            offset += 1
        }
        guard shape.isClosed || shape.hasDot, let space = reader.item(at: offset),
            space.has(.space)
        else { return nil }
        enclosure = shape
        return (label, offset)
    }

    private func label(at start: Int) -> (ListMarker.Label, end: Int)? {
        var offset = start
        var number = 0
        while offset - start < 3, let digit = reader.byte(offset), (0x30...0x39).contains(digit) {
            number = number * 10 + Int(digit - 0x30)
            offset += 1
        }
        if offset > start { return (.number(number), offset) }
        if let (value, end) = roman(at: start) {
            let letter = end == start + 1 ? reader.bytes[start] - 0x61 : nil
            return (.roman(value, letter: letter.map(Int.init)), end)
        }
        guard let item = reader.item(at: start), item.has(.lowercase) else { return nil }
        switch item.scalar {
        case "a"..."z": return (.letter(Int(item.scalar.value) - 0x61), item.end)
        case "а"..."я": return (.letter(Int(item.scalar.value) - 0x430), item.end)
        default: return nil
        }
    }

    /// A small Roman number up to xxxix, and where it ends.
    private func roman(at start: Int) -> (Int, end: Int)? {
        var offset = start
        var value = 0
        var previous = 0
        while offset - start < 6, let digit = reader.byte(offset).flatMap(Self.romanDigit) {
            value += digit > previous ? digit - 2 * previous : digit
            previous = digit
            offset += 1
        }
        let isWhole = reader.byte(offset) == 0x29 || reader.byte(offset) == 0x2E
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
}
