/// Puts a cheap test before a costly one: a pattern that begins with a look-behind is tried at every character.
///
/// `(?<!\b(?:book|film) )\bin (?:…)` becomes `(?=in )(?<!\b(?:book|film) )\bin (?:…)`, which matches the same.
enum GuardedPattern {
    static func of(_ pattern: String) -> String {
        let characters = Array(pattern)
        var position = 0
        while let end = lookBehindEnd(characters, position) { position = end }
        guard position > 0 else { return pattern }
        if characters[position...].starts(with: ["\\", "b"]) { position += 2 }
        var literal = characters[position...].prefix { $0.isLetter || $0 == " " }
        let end = position + literal.count
        if end < characters.count, "?*{|".contains(characters[end]) { literal = literal.dropLast() }
        // An alternative further on would need no such beginning.
        guard !literal.isEmpty, !hasOuterAlternative(characters) else { return pattern }
        return "(?=\(String(literal)))" + pattern
    }

    /// The offset after a look-behind group that begins at an offset.
    private static func lookBehindEnd(_ characters: [Character], _ start: Int) -> Int? {
        guard characters[start...].starts(with: Array("(?<!")) else { return nil }
        var depth = 0
        var index = start
        while index < characters.count {
            switch characters[index] {
            case "\\": index += 1
            case "[":
                while index < characters.count, characters[index] != "]" {
                    index += characters[index] == "\\" ? 2 : 1
                }
            case "(": depth += 1
            case ")":
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func hasOuterAlternative(_ characters: [Character]) -> Bool {
        var depth = 0
        var isEscaped = false
        var isClass = false
        for character in characters {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if isClass {
                isClass = character != "]"
            } else if character == "[" {
                isClass = true
            } else if character == "(" || character == ")" {
                depth += character == "(" ? 1 : -1
            } else if character == "|", depth == 0 {
                return true
            }
        }
        return false
    }
}
