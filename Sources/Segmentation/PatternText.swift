internal import TextCore

/// Pieces of regular expressions that ICU and Java read alike; Java's programs are what SRX is written for.
///
/// `\b` and `\w` are not among them: of letters beyond ASCII they think differently.
enum PatternText {
    static let space = #"[\s\p{Z}\u200E\u200F]"#
    static let openers = #""'\p{Ps}\p{Pi}\p{Pf}¿¡"#
    static let dashes = #"\-–—―"#
    static let closer = #"["'\p{Pe}\p{Pi}\p{Pf}]"#
    static let pictograph = #"[\x{1F300}-\x{1FAFF}]"#
    /// No letter or digit before: a word starts here, or a part of one behind a hyphen.
    static let wordStart = #"(?<![\p{L}\p{M}\p{Nd}])"#
    /// The same, with nothing before but a space, an opening mark or a dash.
    static let freeStart = "(?<![^\(space.dropFirst().dropLast())\(openers)\(dashes)])"
    /// Letters of the scripts whose vowels are known.
    static let alphabetic = #"[\p{IsLatin}\p{IsCyrillic}\p{IsGreek}]"#

    /// From the end of a sentence to the next word: spaces, then what opens.
    static let lead = "\(space)+(?:[\(openers)]|[\(dashes)]\(space)*){0,20}"

    static func set(_ scalars: some Collection<Unicode.Scalar>, negated: Bool = false) -> String {
        let sorted = scalars.sorted { $0.value < $1.value }
        return (negated ? "[^" : "[") + sorted.map(inSet).joined() + "]"
    }

    /// A set of what may be many scalars, as ranges.
    static func ranges(_ scalars: Set<Unicode.Scalar>) -> String {
        var parts: [ClosedRange<UInt32>] = []
        for value in scalars.map(\.value).sorted() {
            if let last = parts.last, last.upperBound + 1 == value {
                parts[parts.count - 1] = last.lowerBound...value
            } else {
                parts.append(value...value)
            }
        }
        return "["
            + parts.map { part in
                let ends = [part.lowerBound, part.upperBound].compactMap(Unicode.Scalar.init)
                    .map(inSet)
                return part.count == 1 ? ends[0] : ends.joined(separator: part.count > 2 ? "-" : "")
            }.joined() + "]"
    }

    private static func inSet(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "[", "]", "\\", "-", "^", "&", "~", "{", "}", "$": "\\" + String(Character(scalar))
        case let scalar where CharacterTable.shared.isInvisible(scalar): escape(scalar)
        default: String(Character(scalar))
        }
    }

    /// `\u` and four digits, or `\x{…}` beyond them.
    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return digits.count > 4
            ? "\\x{\(digits)}" : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Patterns of words side by side; an expression that matches none where there are none.
    static func any(_ words: some Sequence<String>) -> String {
        let sorted = Set(words).sorted()
        return sorted.isEmpty ? "(?!)" : grouped(sorted)
    }

    /// Alternatives with a common first letter stand behind it once, so that one look at a letter rules out most.
    static func grouped(_ words: [String]) -> String {
        var order: [String] = []
        var tails: [String: [String]] = [:]
        for word in words {
            let head = head(of: word)
            if tails[head] == nil { order.append(head) }
            tails[head, default: []].append(String(word.dropFirst(head.count)))
        }
        let parts = order.map { head -> String in
            guard let rest = tails[head], rest.count > 1, !head.isEmpty else {
                return (tails[head] ?? []).map { head + $0 }.joined(separator: "|")
            }
            return head + "(?:" + rest.joined(separator: "|") + ")"
        }
        return "(?:" + parts.joined(separator: "|") + ")"
    }

    /// A letter, or a set of letters, that a pattern begins with and does not repeat.
    private static func head(of pattern: String) -> String {
        guard let first = pattern.first else { return "" }
        var head = String(first)
        if first == "[" {
            let inner = pattern.dropFirst().prefix { $0.isLetter }
            head += inner
            guard !inner.isEmpty, pattern.dropFirst(head.count).first == "]" else { return "" }
            head += "]"
        } else if !first.isLetter {
            return ""
        }
        let next = pattern.dropFirst(head.count).unicodeScalars.first
        return next.map { "?*+{".unicodeScalars.contains($0) } == true ? "" : head
    }

    /// A folded word in the cases that it is written in: all of its first letter in each piece, and all of every letter
    /// in a piece of at most four ("GmbH").
    static func cased(_ word: String) -> String {
        var result = ""
        var piece = String.UnicodeScalarView()
        func flush() {
            for (index, scalar) in piece.enumerated() {
                result += index == 0 || piece.count <= 4 ? bothCases(scalar) : one(scalar)
            }
            piece = String.UnicodeScalarView()
        }
        for scalar in word.unicodeScalars {
            if CharacterTable.shared.isLetter(scalar) {
                piece.append(scalar)
            } else {
                flush()
                result += scalar == " " ? space + "?" : literal(scalar)
            }
        }
        flush()
        return result
    }

    /// A word with a capital at its start, where its script has capitals; its apostrophe straight or not.
    static func capitalised(_ word: String) -> String {
        guard let first = word.unicodeScalars.first else { return "" }
        let head = first.properties.titlecaseMapping.unicodeScalars.map(literal).joined()
        return head
            + word.unicodeScalars.dropFirst().map { $0 == "'" ? "['’]" : one($0) }.joined()
    }

    static func lowerCased(_ word: String) -> String {
        word.unicodeScalars.map { $0 == "'" ? "['’]" : one($0) }.joined()
    }

    /// Folding makes one letter of the Greek sigmas.
    private static func one(_ scalar: Unicode.Scalar) -> String {
        scalar == "σ" ? "[σς]" : literal(scalar)
    }

    private static func bothCases(_ scalar: Unicode.Scalar) -> String {
        let upper = scalar.properties.uppercaseMapping.unicodeScalars
        guard upper.count == 1, let capital = upper.first, capital != scalar else {
            return one(scalar)
        }
        return "[" + String(Character(capital)) + String(Character(scalar))
            + (scalar == "σ" ? "ς]" : "]")
    }

    static func literal(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "^", "$", "#":
            "\\" + String(Character(scalar))
        default: String(Character(scalar))
        }
    }

    static func literal(_ text: String) -> String { text.unicodeScalars.map(literal).joined() }
}

extension CharacterTable {
    /// What a reader of a pattern would not see.
    fileprivate func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch category(scalar) {
        case .control, .format, .space, .lineSeparator, .paragraphSeparator, .nonSpacingMark,
            .unassigned:
            true
        default: false
        }
    }
}
