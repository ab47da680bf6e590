/// The translations in one article of a dictionary.
///
/// The first line holds the headword. Where senses are numbered, each numbered line begins with its translations; else
/// the first line that is none of grammar, note or reference does. A line below may explain them in words.
struct DictionaryArticle {
    let translations: [String]

    init(_ bytes: ArraySlice<UInt8>) {
        let lines = bytes.split(separator: 0x0A).dropFirst()
        let numbered = lines.compactMap(Self.numbered)
        if !numbered.isEmpty {
            translations = numbered.flatMap(Self.items)
        } else {
            let line = lines.first { !Self.isAside($0) }
            translations = line.map(Self.items) ?? []
        }
    }

    /// What follows "1. "; a grammatical note in its place has no translations.
    private static func numbered(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let digits = line.prefix { (0x30...0x39).contains($0) }
        let rest = line[digits.endIndex...]
        guard !digits.isEmpty, digits.count < 4, rest.starts(with: [0x2E, 0x20]) else {
            return nil
        }
        return rest.dropFirst(2)
    }

    /// Indented lines are notes, synonyms and references; a line in parentheses is grammar.
    private static func isAside(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: [0x20, 0x20]) || line.starts(with: Array(" see:".utf8))
            || line.first == 0x28 && line.last == 0x29 || items(line).isEmpty
    }

    /// In words.
    private static let longestItem = 4

    /// The parts between commas, without what stands in brackets of any kind.
    private static func items(_ line: ArraySlice<UInt8>) -> [String] {
        var items: [String] = []
        var item: [UInt8] = []
        var depth = 0
        func close() {
            while item.last == 0x20 { item.removeLast() }
            // Longer ones explain more than they translate.
            if !item.isEmpty, item.count(where: { $0 == 0x20 }) < longestItem {
                items.append(String(decoding: item, as: UTF8.self))
            }
            item.removeAll(keepingCapacity: true)
        }
        var place = line.startIndex
        while place < line.endIndex {
            let byte = line[place]
            switch byte {
            case 0x28, 0x3C, 0x5B, 0x7B: depth += 1
            case 0x29, 0x3E, 0x5D, 0x7D: depth = max(0, depth - 1)
            case 0x2C where depth == 0, 0x3B where depth == 0: close()
            case 0xD8 where depth == 0 && line[place...].starts(with: [0xD8, 0x8C]):
                // The Arabic comma.
                close()
                place += 1
            case 0x20:
                if depth == 0, !item.isEmpty, item.last != 0x20 { item.append(byte) }
            case _ where depth == 0: item.append(byte)
            default: break
            }
            place += 1
        }
        close()
        return items
    }
}
