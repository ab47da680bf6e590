internal import TextCore

/// Reads scalars of a paragraph forwards and backwards with their properties.
struct ByteReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let table = CharacterTable.shared

    var count: Int { bytes.count }

    /// The scalar at an offset and the offset after it; `nil` at the end.
    @inline(__always)
    func scalar(at offset: Int) -> (Unicode.Scalar, next: Int)? {
        offset < bytes.count ? UTF8Decoding.scalar(bytes, at: offset) : nil
    }

    /// The scalar that ends at an offset and where it starts; `nil` at the start.
    @inline(__always)
    func scalar(before offset: Int) -> (Unicode.Scalar, start: Int)? {
        guard offset > 0 else { return nil }
        var start = offset - 1
        while start > 0 && bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return (UTF8Decoding.scalar(bytes, at: start).0, start)
    }

    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        table.isWhiteSpace(scalar) || Self.isInvisible(scalar)
    }

    // These are switches and no sets, because each is asked for nearly every character of a text.

    /// Marks of direction and joining that may stand where a space stands.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{200B}", "\u{200E}", "\u{200F}", "\u{FEFF}": true
        default: false
        }
    }

    /// Lower case where that tells something: Georgian is written without capitals, so its small letters start sentences.
    func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
        table.isLowercase(scalar) && table.script(scalar) != .georgian
    }

    func skipSpaces(_ offset: Int) -> Int {
        var offset = offset
        while let (scalar, next) = scalar(at: offset), isSpace(scalar) { offset = next }
        return offset
    }

    /// The end of the run of characters that are no white space.
    func endOfWord(_ offset: Int) -> Int {
        var offset = offset
        while let (scalar, next) = scalar(at: offset), !isSpace(scalar) { offset = next }
        return offset
    }

    func dropSpaces(before offset: Int, downTo start: Int) -> Int {
        var offset = offset
        while offset > start, let (scalar, previous) = scalar(before: offset), isSpace(scalar) {
            offset = previous
        }
        return offset
    }

    /// The folded word that starts at an offset; empty where no letter stands.
    func word(at offset: Int) -> String {
        Normalizer.fold(string(offset, endOfLetters(offset)))
    }

    /// The folded word with its straight apostrophe where it is elided ("L’"); `nil` where it is not.
    func elidedWord(at offset: Int) -> String? {
        let word = word(at: offset)
        guard !word.isEmpty, let (mark, _) = scalar(at: endOfLetters(offset)),
            mark == "'" || mark == "’"
        else { return nil }
        return word + "'"
    }

    /// The end of a word, or a place within it if it is longer than any word is.
    func endOfLetters(_ offset: Int) -> Int {
        var end = offset
        while let (scalar, next) = scalar(at: end), table.isLetter(scalar), next - offset < 96 {
            end = next
        }
        return end
    }

    func string(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    /// Marks that open in one place and close in another.
    static func isAmbiguousMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", "’", "“", "”", "«", "»": true
        default: false
        }
    }

    func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        if Self.isAmbiguousMark(scalar) { return true }
        let category = table.category(scalar)
        return category == .close || category == .finalQuote
    }

    func isOpener(_ scalar: Unicode.Scalar) -> Bool {
        if Self.isAmbiguousMark(scalar) || "¿¡„".unicodeScalars.contains(scalar) {
            return true
        }
        let category = table.category(scalar)
        return category == .open || category == .initialQuote
    }

    static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "–", "—", "―": true
        default: false
        }
    }
}
