internal import TextCore

/// A label that opens an item of a list inside a paragraph: "1.", "b)", "(iv)", "•".
struct ListMarker {
    enum Kind: UInt8 {
        case number, letter
        /// It may also be a letter: "i)" opens both "i) ii)" and "i) j)".
        case roman
        case bullet
    }

    struct Label: Equatable {
        let kind: Kind
        let value: Int32
        /// The place in the alphabet of the letter that a Roman number also is; -1 where it is none.
        var letter: Int32 = -1

        func precedes(_ next: Label) -> Bool {
            switch (kind, next.kind) {
            case (.number, .number), (.letter, .letter): next.value == value + 1
            case (.roman, .roman):
                next.value == value + 1 || letter >= 0 && next.letter == letter + 1
            case (.letter, .roman): next.letter == value + 1
            case (.roman, .letter): letter >= 0 && next.value == letter + 1
            case (.bullet, .bullet): value == next.value
            default: false
            }
        }
    }

    /// What encloses a label, so that "1." and "1)" never make one list.
    struct Enclosure: OptionSet {
        /// The bullet's scalar above three flags.
        let rawValue: UInt32
        static let bracketed = Enclosure(rawValue: 1)
        static let dotted = Enclosure(rawValue: 2)
        static let closed = Enclosure(rawValue: 4)

        static func bullet(_ scalar: Unicode.Scalar) -> Enclosure {
            Enclosure(rawValue: scalar.value << 3)
        }
    }

    /// What stands before a marker.
    enum Before: UInt8 {
        case text, comma, semicolon
        /// Another mark that sentences end in, a colon, or nothing.
        case end
    }

    let start: Int
    /// After the label and its dot or bracket.
    let end: Int
    let label: Label
    let enclosure: Enclosure
    let before: Before

    /// The text before it ends in a terminator, a colon or a semicolon, or there is none.
    var isAfterBreak: Bool { before == .end || before == .semicolon }
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
        let follows = runs[index].isList && runs[index].last.label.precedes(marker.label)
        if follows && marker.before == .comma {
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
        guard marker.before == .semicolon, marker.enclosure.contains(.closed) else { return false }
        emit(marker)
        return true
    }

    /// "1) the old, 2) the young": what stands behind commas counts the parts of one sentence.
    private mutating func emit(_ marker: ListMarker) {
        if marker.before != .comma {
            items.append(Item(start: marker.start, end: marker.end))
        }
    }

    private func opensList(_ marker: ListMarker) -> Bool {
        let isClosed = marker.enclosure.contains(.closed)
        switch marker.label.kind {
        case .bullet: return true
        case .letter where !isClosed: return marker.isAfterBreak && marker.label.value == 0
        case .roman where !isClosed: return marker.isAfterBreak && marker.label.value == 1
        // A number in brackets may be a date or a note; a letter is hardly anything but a label.
        case .number where isClosed && !marker.enclosure.contains(.bracketed):
            return marker.label.value == 1 || marker.isAfterBreak
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
        var bullet: ListMarker.Enclosure = []
        if let item = reader.item(at: offset), Self.isBullet(item.scalar) {
            bullet = .bullet(item.scalar)
            offset = reader.skipSpaces(item.end)
        }
        if let (label, enclosure, end) = enclosedLabel(at: offset) {
            return make(start, end, label, enclosure.union(bullet))
        }
        guard !bullet.isEmpty else { return nil }
        return make(
            start, offset, .init(kind: .bullet, value: Int32(bullet.rawValue >> 3)), bullet)
    }

    private func make(
        _ start: Int, _ end: Int, _ label: ListMarker.Label, _ enclosure: ListMarker.Enclosure
    ) -> ListMarker {
        let before = reader.item(before: reader.dropSpaces(before: start, downTo: 0))?.scalar
        return ListMarker(
            start: start, end: end, label: label, enclosure: enclosure,
            before: before.map(Self.before) ?? .end)
    }

    private static func before(_ scalar: Unicode.Scalar) -> ListMarker.Before {
        switch scalar {
        case ".", "!", "?", ":", "…", "。", "！", "？", "：": .end
        case ";", "；": .semicolon
        case ",", "،", "，", "、": .comma
        default: .text
        }
    }

    /// "1.", "1)", "1.)", "(1)", "a.", "a)", "(a)", with a space behind it.
    private func enclosedLabel(
        at start: Int
    ) -> (ListMarker.Label, ListMarker.Enclosure, end: Int)? {
        var enclosure: ListMarker.Enclosure = []
        var offset = start
        if reader.byte(offset) == 0x28 {
            enclosure.insert(.bracketed)
            offset += 1
        }
        guard let (label, labelEnd) = label(at: offset) else { return nil }
        offset = labelEnd
        if reader.byte(offset) == 0x2E, !enclosure.contains(.bracketed) {
            enclosure.insert(.dotted)
            offset += 1
        }
        if reader.byte(offset) == 0x29 {
            enclosure.insert(.closed)
            offset += 1
        }
        guard !enclosure.isDisjoint(with: [.closed, .dotted]), let space = reader.item(at: offset),
            space.has(.space)
        else { return nil }
        return (label, enclosure, offset)
    }

    private func label(at start: Int) -> (ListMarker.Label, end: Int)? {
        var offset = start
        var number: Int32 = 0
        while offset - start < 3, let digit = reader.byte(offset), ByteReader.isDigit(digit) {
            number = number * 10 + Int32(digit - 0x30)
            offset += 1
        }
        if offset > start { return (.init(kind: .number, value: number), offset) }
        if let (value, end) = roman(at: start) {
            let letter = end == start + 1 ? Int32(reader.bytes[start]) - 0x61 : -1
            return (.init(kind: .roman, value: value, letter: letter), end)
        }
        guard let item = reader.item(at: start), item.has(.lowercase) else { return nil }
        switch item.scalar {
        case "a"..."z": return (letter(item, from: 0x61), item.end)
        case "а"..."я": return (letter(item, from: 0x430), item.end)
        default: return nil
        }
    }

    private func letter(_ item: ByteReader.Item, from first: Int32) -> ListMarker.Label {
        .init(kind: .letter, value: Int32(item.scalar.value) - first)
    }

    /// A small Roman number up to xxxix, and where it ends.
    private func roman(at start: Int) -> (Int32, end: Int)? {
        var offset = start
        var value: Int32 = 0
        var previous: Int32 = 0
        while offset - start < 6, let digit = reader.byte(offset).flatMap(Self.romanDigit) {
            value += digit > previous ? digit - 2 * previous : digit
            previous = digit
            offset += 1
        }
        let isWhole = reader.byte(offset) == 0x29 || reader.byte(offset) == 0x2E
        return offset > start && isWhole ? (value, offset) : nil
    }

    private static func romanDigit(_ byte: UInt8) -> Int32? {
        switch byte {
        case 0x69: 1
        case 0x76: 5
        case 0x78: 10
        default: nil
        }
    }
}
