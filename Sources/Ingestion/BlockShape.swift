internal import TextCore

/// What the outside of a line tells of it, in any language.
struct BlockShape {
    /// Words, or for scripts without spaces half the number of letters.
    private(set) var words = 0
    private(set) var commas = 0
    /// Ends in a terminator, with or without closing marks.
    private(set) var endsSentence = false

    init(_ string: String) {
        let table = CharacterTable.shared
        var letters = 0
        var dense = 0
        var inWord = false
        for scalar in string.unicodeScalars {
            if table.isLetter(scalar) || table.isDigit(scalar) {
                letters += 1
                let script = table.script(scalar)
                if script == .han || script == .hiragana || script == .katakana || script == .thai {
                    dense += 1
                } else if !inWord {
                    words += 1
                }
                inWord = true
            } else {
                inWord = inWord && (scalar == "'" || scalar == "’" || scalar == "-")
                if ",،，、;；".unicodeScalars.contains(scalar) { commas += 1 }
            }
        }
        words += dense / 2
        endsSentence = Self.endsSentence(string)
    }

    private static func endsSentence(_ string: String) -> Bool {
        let table = CharacterTable.shared
        for scalar in string.unicodeScalars.reversed() {
            switch scalar {
            case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", ":", "：", "։": return true
            case "\"", "'", "”", "’", "»", "“", "«", ")", "）", "」", "』", "]": continue
            default:
                if table.isWhiteSpace(scalar) { continue }
                return false
            }
        }
        return false
    }
}
