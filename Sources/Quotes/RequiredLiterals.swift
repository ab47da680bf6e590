/// Reads from a regular expression which words a match must contain, so that most texts need not be searched at all.
///
/// The answer is sets of strings; every match holds at least one string of each. None where that cannot be told.
struct RequiredLiterals {
    private let pattern: [Character]
    private var position = 0

    static func of(_ pattern: String) -> [Set<String>] {
        var parser = RequiredLiterals(pattern: Array(pattern))
        let branches = parser.branches()
        guard parser.position == parser.pattern.count else { return [] }
        if branches.count == 1 { return branches[0] }
        return union(branches).map { [$0] } ?? []
    }

    /// One set for all branches: the best of each.
    private static func union(_ branches: [[Set<String>]]) -> Set<String>? {
        var all: Set<String> = []
        for branch in branches {
            guard let best = branch.max(by: { worth($0) < worth($1) }) else { return nil }
            all.formUnion(best)
        }
        return all
    }

    private init(pattern: [Character]) { self.pattern = pattern }

    private var next: Character? { position < pattern.count ? pattern[position] : nil }

    private mutating func branches() -> [[Set<String>]] {
        var found: [[Set<String>]] = []
        while true {
            found.append(concatenation())
            guard next == "|" else { return found }
            position += 1
        }
    }

    /// All sets of what stands in a row.
    private mutating func concatenation() -> [Set<String>] {
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
                if !isOptional() { sets += inner }
            case "[":
                finish()
                let members = characterClass()
                if !isOptional(), let members { sets.append(members) }
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
        return sets
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
    private mutating func group() -> [Set<String>] {
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
        let inner = branches()
        if next == ")" { position += 1 }
        if isLookAround { return [] }
        return inner.count == 1 ? inner[0] : Self.union(inner).map { [$0] } ?? []
    }

    /// Reads a class after its bracket: its characters where they are few and written out.
    private mutating func characterClass() -> Set<String>? {
        var members: Set<String> = []
        var isPlain = next != "^"
        var depth = 1
        while let character = next, depth > 0 {
            position += 1
            switch character {
            case "\\":
                if let literal = escape() {
                    members.insert(String(literal))
                } else {
                    isPlain = false
                }
            case "[", "-", "&":
                isPlain = false
                if character == "[" { depth += 1 }
            case "]": depth -= 1
            default: members.insert(String(character))
            }
        }
        return isPlain && members.count <= 6 ? members : nil
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
