/// The words that every match of a regular expression must hold, so that most texts need not be searched at all.
///
/// ```
/// \b(?:через|при помощи) (?:своего )?переводчик(?:а|ов)
/// → required [через | при помощи], [" "], [переводчик], [а | ов]; leading [через | при помощи]
/// ```
public struct PatternLiterals: Sendable {
    /// Words of which every match holds one; a word may stand twice.
    public typealias Choice = [String]

    /// Every match holds at least one word of each choice; none where that cannot be told.
    public private(set) var required: [Choice] = []
    /// Every match holds a decimal digit.
    public private(set) var needsDigit = false
    /// How every match begins; `nil` where that cannot be told.
    public private(set) var beginning: Beginning?
    /// A match stands at the start of what is searched.
    public private(set) var isAnchored = false

    /// With one of the words, or, where it may be, with a decimal digit.
    public struct Beginning: Sendable {
        public var words: Choice = []
        public var mayBeDigit = false
    }

    /// Every match begins with one of these; `nil` where it may begin otherwise.
    public var leading: Choice? { beginning.flatMap { $0.mayBeDigit ? nil : $0.words } }

    public init(_ pattern: String) {
        var parser = PatternLiteralParser(pattern)
        guard let part = parser.parse() else { return }
        required = part.required
        needsDigit = part.needsDigit
        if !part.canBeEmpty, !parser.hasInnerAnchor { beginning = part.beginning }
        isAnchored = pattern.hasPrefix("^")
    }
}

/// Reads the words out of a pattern; look-around and classes of many characters have none.
private struct PatternLiteralParser {
    /// A group, a branch of one, or a run of characters.
    struct Part {
        typealias Choice = PatternLiterals.Choice

        var required: [Choice] = []
        var needsDigit = false
        var beginning: PatternLiterals.Beginning? = .init()
        var canBeEmpty = true

        init() {}

        /// - Parameter words: what stands here; `nil` when it may be anything.
        init(_ words: Choice?) {
            required = words.map { [$0] } ?? []
            beginning = words.map { .init(words: $0) }
            canBeEmpty = false
        }

        static var digit: Part {
            var part = Part()
            part.needsDigit = true
            part.beginning = .init(mayBeDigit: true)
            part.canBeEmpty = false
            return part
        }

        mutating func append(_ next: Part, isOptional: Bool) {
            if canBeEmpty { Self.add(next.beginning, to: &beginning) }
            guard !isOptional else { return }
            required += next.required
            needsDigit = needsDigit || next.needsDigit
            canBeEmpty = canBeEmpty && next.canBeEmpty
        }

        /// One choice for all branches: the best of each.
        init(branches: [Part]) {
            guard branches.count != 1 else { self = branches[0]; return }
            canBeEmpty = branches.contains(where: \.canBeEmpty)
            needsDigit = branches.allSatisfy(\.needsDigit)
            for branch in branches { Self.add(branch.beginning, to: &beginning) }
            var all: Choice = []
            for branch in branches {
                guard let best = branch.required.max(by: { Self.worth($0) < Self.worth($1) })
                else { return }
                all += best
            }
            required = [all]
        }

        private static func add(
            _ next: PatternLiterals.Beginning?, to beginning: inout PatternLiterals.Beginning?
        ) {
            guard let next else {
                beginning = nil
                return
            }
            beginning?.words += next.words
            if next.mayBeDigit { beginning?.mayBeDigit = true }
        }

        private static func worth(_ words: Choice) -> Int {
            words.lazy.map(\.utf8.count).min() ?? 0
        }
    }

    /// A quantifier counts for the scalar before it, so that a pattern is read scalar by scalar.
    private let pattern: [Unicode.Scalar]
    private var position = 0
    /// A start or end of the text is asked for elsewhere than at the pattern's own.
    private(set) var hasInnerAnchor = false

    init(_ pattern: String) { self.pattern = Array(pattern.unicodeScalars) }

    private var next: Unicode.Scalar? { position < pattern.count ? pattern[position] : nil }

    /// `nil` when the brackets do not fit.
    mutating func parse() -> Part? {
        let part = branches()
        return position == pattern.count ? part : nil
    }

    private mutating func branches() -> Part {
        var found: [Part] = []
        while true {
            found.append(concatenation())
            guard next == "|" else { return Part(branches: found) }
            position += 1
        }
    }

    /// What stands in a row.
    private mutating func concatenation() -> Part {
        var all = Part()
        var run = ""
        func finish() {
            if !run.isEmpty { all.append(Part([run]), isOptional: false) }
            run = ""
        }
        while let character = next, character != "|", character != ")" {
            position += 1
            switch character {
            case "(":
                finish()
                if let inner = group() { all.append(inner, isOptional: isOptional()) }
            case "[":
                finish()
                let members = characterClass()
                all.append(Part(members), isOptional: isOptional())
            case "\\":
                if isZeroWidth() {
                    finish()
                } else if next == "d" {
                    finish()
                    position += 1
                    all.append(.digit, isOptional: isOptional())
                } else if let literal = escape() {
                    add(literal, &run, &all)
                } else {
                    finish()
                    all.append(Part(nil), isOptional: isOptional())
                }
            case ".":
                finish()
                all.append(Part(nil), isOptional: isOptional())
            case "^", "$":
                finish()
                if character == "^", position != 1 { hasInnerAnchor = true }
            default: add(character, &run, &all)
            }
        }
        finish()
        return all
    }

    /// Adds a character to the run; a quantifier behind it ends the run.
    private mutating func add(_ character: Unicode.Scalar, _ run: inout String, _ all: inout Part) {
        let isQuantified = next.map(Self.isQuantifier) ?? false
        guard isQuantified else { run.unicodeScalars.append(character); return }
        if next == "+" { run.unicodeScalars.append(character) }
        if !run.isEmpty { all.append(Part([run]), isOptional: false) }
        if next != "+" {
            all.append(Part([String(character)]), isOptional: isOptional())
        } else {
            _ = isOptional()
        }
        run = ""
    }

    /// Reads `\b` and the like, which stand between characters.
    private mutating func isZeroWidth() -> Bool {
        guard let character = next, "bBAZzG".unicodeScalars.contains(character) else {
            return false
        }
        position += 1
        if character == "A" || character == "G" { hasInnerAnchor = true }
        return true
    }

    private static func isQuantifier(_ character: Unicode.Scalar) -> Bool {
        character == "?" || character == "*" || character == "+" || character == "{"
    }

    /// Reads a quantifier; true when it allows none.
    private mutating func isOptional() -> Bool {
        guard let quantifier = next, Self.isQuantifier(quantifier) else { return false }
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

    /// Reads a group after its bracket; `nil` for look-around, which is no part of the match.
    private mutating func group() -> Part? {
        var isLookAround = false
        if next == "?" {
            position += 1
            let isBehind = next == "<"
            let mark = position + (isBehind ? 1 : 0)
            isLookAround =
                mark < pattern.count && (pattern[mark] == "!" || pattern[mark] == "=")
            if isLookAround {
                position += isBehind ? 2 : 1
            } else {
                while let character = next, character != ":", character != ">", character != ")" {
                    position += 1
                }
                if next != ")" { position += 1 }
            }
        }
        let inner = branches()
        if next == ")" { position += 1 }
        return isLookAround ? nil : inner
    }

    /// Reads a class after its bracket: its characters where they are few and written out.
    private mutating func characterClass() -> PatternLiterals.Choice? {
        var members: PatternLiterals.Choice = []
        var isPlain = next != "^"
        var depth = 1
        while let character = next, depth > 0 {
            position += 1
            switch character {
            case "\\":
                if let literal = escape() {
                    members.append(String(literal))
                } else {
                    isPlain = false
                }
            case "-" where members.isEmpty || next == "]": members.append("-")
            case "[", "-", "&":
                isPlain = false
                if character == "[" { depth += 1 }
            case "]": depth -= 1
            default: members.append(String(character))
            }
        }
        return isPlain && members.count <= 16 ? members : nil
    }

    /// A character that stands for itself, or `nil` for a class.
    private mutating func escape() -> Unicode.Scalar? {
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
        let table = CharacterTable.shared
        return table.isLetter(character) || table.isDigit(character) ? nil : character
    }
}
