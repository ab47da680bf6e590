internal import Glibc

extension Text {
    /// A line end stands in a stretch; found by `memchr`, because every sentence of a text is asked.
    public static func hasLineEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBytes { bytes in
            bytes.baseAddress.map { memchr($0, 0x0A, bytes.count) != nil } ?? false
        }
    }

    /// A stretch of the text on one line, as it would stand there had nobody wrapped it.
    ///
    /// A line end with the blanks around it is one space; nothing where scripts set no spaces ("これは父の⏎家です。") and
    /// before a mark that stands at its word.
    public func unwrapped(_ span: TextSpan) -> ArraySlice<UInt8> {
        Self.unwrapped(bytes[span.range])
    }

    /// The same for well-formed UTF-8 of any origin.
    public static func unwrapped(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard hasLineEnd(bytes) else { return bytes }
        var line: [UInt8] = []
        line.reserveCapacity(bytes.count)
        for piece in bytes.split(separator: 0x0A) {
            let words = trimmed(piece)
            guard let first = words.first else { continue }
            if !line.isEmpty && !isJoined(line, words, first) { line.append(0x20) }
            line += words
        }
        return line[...]
    }

    private static func trimmed(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var piece = piece
        while let first = piece.first, isBlank(first) { piece.removeFirst() }
        while let last = piece.last, isBlank(last) { piece.removeLast() }
        return piece
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D
    }

    private static func isJoined(
        _ before: [UInt8], _ after: ArraySlice<UInt8>, _ first: UInt8
    ) -> Bool {
        switch first {
        case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: return true
        default: break
        }
        let left = UTF8Decoding.scalar(before, before: before.count).0
        let right = UTF8Decoding.scalar(Array(after.prefix(4)), at: 0).0
        return isSpaceless(left) && isSpaceless(right)
    }

    /// Han, kana and their marks, and the scripts of Thailand, Laos, Cambodia and Burma.
    private static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
        let table = CharacterTable.shared
        switch table.script(scalar) {
        case .thai, .lao, .khmer, .myanmar: return true
        case .hangul: return false
        default: return table.flags(scalar).contains(.wide)
        }
    }
}
