/// A pattern rewritten so that ICU can look back with it: ICU wants to know how long a match can be at most.
///
/// `*`, `+` and `{n,}` end at 100 repeats of a character or a set, at 20 of a space, and at 10 of a group; Java's tools
/// limit them likewise.
struct BoundedPattern {
    /// With the limits; equal to `closed` where none was needed.
    private(set) var bounded = ""
    /// As it was written, but with an end to `\Q` where that is missing.
    private(set) var closed = ""
    /// Refers to its groups by number or name, so it cannot stand beside other patterns in one expression.
    private(set) var hasReferences = false

    /// What can follow `\b` in a list of such patterns: all of the pattern behind it, when no part of it reaches beyond
    /// it and no repeat had to be limited.
    var wordTail: String? {
        let isPlain = !hasReferences && !hasLooseParts && bounded == closed
        return isPlain && closed.hasPrefix("\\b") ? String(closed.dropFirst(2)) : nil
    }

    private static let characterLimit = 100
    private static let spaceLimit = 20
    private static let groupLimit = 10

    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// How often the last thing may be repeated.
    private var limit = Self.characterLimit
    private var isAfterQuantifier = false
    private var depth = 0
    /// An alternation that no group holds, or flags that change what follows.
    private var hasLooseParts = false

    init(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
        while index < scalars.count { step() }
    }

    private mutating func step() {
        switch scalars[index] {
        case "\\": escape()
        case "[": set()
        case "(": opening()
        case "*", "+", "?", "{": quantifier()
        case ")":
            depth -= 1
            atom(1, limit: Self.groupLimit)
        case let scalar:
            if scalar == "|" && depth == 0 { hasLooseParts = true }
            atom(1, limit: scalar == " " ? Self.spaceLimit : Self.characterLimit)
        }
    }

    /// Copies scalars that make one thing to repeat.
    private mutating func atom(_ count: Int, limit: Int = Self.characterLimit) {
        copy(count)
        self.limit = limit
        isAfterQuantifier = false
    }

    private mutating func copy(_ count: Int) {
        let end = min(scalars.count, index + count)
        for scalar in scalars[index..<end] { append(String(Character(scalar))) }
        index = end
    }

    private mutating func append(_ text: String) {
        bounded += text
        closed += text
    }

    private func scalar(_ offset: Int) -> Unicode.Scalar? {
        index + offset < scalars.count ? scalars[index + offset] : nil
    }

    /// How many scalars there are from here to the first `end`, it included; all when there is none.
    private func count(to end: Unicode.Scalar, from offset: Int) -> Int {
        let rest = scalars[min(scalars.count, index + offset)...]
        return (rest.firstIndex(of: end) ?? scalars.count - 1) - index + 1
    }

    private mutating func escape() {
        switch scalar(1) {
        case "Q": quoted()
        case "k":
            hasReferences = true
            atom(count(to: ">", from: 2))
        case "p", "P", "x", "N": atom(scalar(2) == "{" ? count(to: "}", from: 2) : 2)
        case let next:
            if let next, ("1"..."9").contains(next) { hasReferences = true }
            atom(2, limit: next == "s" || next == "h" ? Self.spaceLimit : Self.characterLimit)
        }
    }

    /// `\Q…\E` is literal; Java lets the end be missing.
    private mutating func quoted() {
        var length = 2
        while index + length < scalars.count, !(scalar(length) == "\\" && scalar(length + 1) == "E")
        {
            length += 1
        }
        let isOpen = index + length >= scalars.count
        atom(isOpen ? length : length + 2)
        if isOpen { append("\\E") }
    }

    private mutating func set() {
        var length = 0
        var depth = 0
        repeat {
            switch scalar(length) {
            case "\\": length += 1
            case "[": depth += 1
            case "]": depth -= 1
            default: break
            }
            length += 1
        } while depth > 0 && index + length < scalars.count
        atom(length)
    }

    /// What follows `(?` is no quantifier; a comment is copied whole.
    private mutating func opening() {
        if scalar(1) == "?", scalar(2) == "#" {
            copy(count(to: ")", from: 2))
            return
        }
        if scalar(1) == "?", scalar(2) == "<", scalar(3) != "=", scalar(3) != "!" {
            hasReferences = true
        }
        if scalar(1) == "?", let flag = scalar(2), !":=!<>".unicodeScalars.contains(flag) {
            hasLooseParts = true
        }
        depth += 1
        atom(scalar(1) == "?" ? 2 : 1)
    }

    private mutating func quantifier() {
        let scalar = scalars[index]
        // "*?" and "*+": lazy and possessive.
        if isAfterQuantifier && scalar != "{" {
            atom(1)
            return
        }
        switch scalar {
        case "*": replace(1, by: "{0,\(limit)}")
        case "+": replace(1, by: "{1,\(limit)}")
        case "{": interval()
        default: copy(1)
        }
        isAfterQuantifier = true
    }

    private mutating func interval() {
        let length = count(to: "}", from: 1)
        let inner = scalars[(index + 1)..<(index + length)].dropLast()
        let minimum = inner.dropLast().reduce("") { $0 + String(Character($1)) }
        guard inner.last == ",", let least = Int(minimum) else { return copy(length) }
        replace(length, by: "{\(least),\(least.addingReportingOverflow(limit).partialValue)}")
    }

    private mutating func replace(_ count: Int, by text: String) {
        for scalar in scalars[index..<index + count] {
            closed.unicodeScalars.append(scalar)
        }
        bounded += text
        index += count
    }
}
