/// Reads from a regular expression which words a match must contain, so that most texts need not be searched at all.
///
/// The answer is a set of strings of which every match holds at least one; `nil` where that cannot be told.
struct RequiredLiterals {
    private let pattern: [Character]
    private var position = 0

    static func of(_ pattern: String) -> Set<String>? {
        var parser = RequiredLiterals(pattern: Array(pattern))
        let found = parser.alternation()
        return parser.position == parser.pattern.count ? found : nil
    }

    private init(pattern: [Character]) { self.pattern = pattern }

    private var next: Character? { position < pattern.count ? pattern[position] : nil }

    private mutating func alternation() -> Set<String>? {
        var union: Set<String>? = []
        while true {
            let branch = concatenation()
            if let branch { union?.formUnion(branch) } else { union = nil }
            guard next == "|" else { return union }
            position += 1
        }
    }

    /// The best of what stands in a row: the set whose shortest word is longest.
    private mutating func concatenation() -> Set<String>? {
        var sets: [Set<String>] = []
        var run = ""
        func finish() {
            if !run.isEmpty { sets.append([run]) }
            run = ""
        }
        while let character = next, character != "|", character != ")" {
            position += 1
            switch character {
            case "(":
                finish()
                let inner = group()
                if !isOptional(), let inner { sets.append(inner) }
            case "[":
                finish()
                skipClass()
                _ = isOptional()
            case "\\":
                if let literal = escape() {
                    if literalCharacter(literal, &run) { finish() }
                } else {
                    finish()
                    _ = isOptional()
                }
            case ".", "^", "$":
                finish()
                _ = isOptional()
            default: if literalCharacter(character, &run) { finish() }
            }
        }
        finish()
        return sets.max { Self.worth($0) < Self.worth($1) }
    }

    private static func worth(_ set: Set<String>) -> Int { set.map(\.utf8.count).min() ?? 0 }

    /// - Returns: true when the run of literal characters ends here.
    private mutating func literalCharacter(_ character: Character, _ run: inout String) -> Bool {
        guard let quantifier = next, "?*+{".contains(quantifier) else {
            run.append(character)
            return false
        }
        if quantifier == "+" { run.append(character) }
        _ = isOptional()
        return true
    }

    /// Reads a quantifier; true when it allows none.
    private mutating func isOptional() -> Bool {
        guard let quantifier = next, "?*+{".contains(quantifier) else { return false }
        position += 1
        var allowsNone = quantifier == "?" || quantifier == "*"
        if quantifier == "{" {
            allowsNone = next == "0"
            while let character = next, character != "}" { position += 1; _ = character }
            position += 1
        }
        if next == "?" || next == "+" { position += 1 }
        return allowsNone
    }

    /// Reads a group after its bracket; look-around has no words of the match.
    private mutating func group() -> Set<String>? {
        var isLookAround = false
        if next == "?" {
            position += 1
            let rest = String(pattern[position..<min(position + 2, pattern.count)])
            isLookAround =
                rest.hasPrefix("!") || rest.hasPrefix("=") || rest == "<!" || rest == "<="
            if isLookAround {
                position += rest.hasPrefix("<") ? 2 : 1
            } else {
                while let character = next, character != ":", character != ">", character != ")" {
                    position += 1
                }
                if next != ")" { position += 1 }
            }
        }
        let inner = alternation()
        if next == ")" { position += 1 }
        return isLookAround ? nil : inner
    }

    private mutating func skipClass() {
        var depth = 1
        while let character = next, depth > 0 {
            position += 1
            if character == "\\" {
                position += 1
            } else if character == "[" {
                depth += 1
            } else if character == "]" {
                depth -= 1
            }
        }
    }

    /// A character that stands for itself, or `nil` for a class or an assertion.
    private mutating func escape() -> Character? {
        guard let character = next else { return nil }
        position += 1
        if character == "p" || character == "P" || character == "u" || character == "x"
            || character == "N"
        {
            if next == "{" {
                while let inner = next, inner != "}" { position += 1; _ = inner }; position += 1
            } else if character == "u" {
                position += 4
            }
            return nil
        }
        return character.isLetter || character.isNumber ? nil : character
    }
}
