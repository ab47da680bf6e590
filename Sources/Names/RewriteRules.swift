internal import TextCore

/// Ordered rules from letters to letters, the longest match first: romanisation, spelling, and the way back.
///
/// In a rule `^` is the start of the word and `$` its end; what follows `|` must follow but is not taken. A character
/// that no rule knows is tried again without its marks; what is still unknown is kept or dropped, as the caller says.
struct RewriteRules: Sendable {
    private struct Rule: Sendable {
        let body: [UInt32]
        let ahead: [UInt32]
        let atStart: Bool
        let atEnd: Bool
        let output: [UInt32]

        var length: Int { body.count + ahead.count }
    }

    private var rules: [UInt32: [Rule]] = [:]
    private var known: Set<UInt32> = []

    var isEmpty: Bool { rules.isEmpty }

    init(_ pairs: some Sequence<(String, String)>) {
        for (from, to) in pairs {
            guard let rule = Self.rule(from, to), let first = rule.body.first else { continue }
            rules[first, default: []].append(rule)
            known.formUnion(rule.body)
        }
        for key in rules.keys { rules[key]?.sort(by: Self.goesFirst) }
    }

    /// Longer rules first, and of equal length the one that asks for more; of these the one for the start.
    private static func goesFirst(_ a: Rule, _ b: Rule) -> Bool {
        let left = (a.length, a.body.count, (a.atStart ? 1 : 0) + (a.atEnd ? 1 : 0))
        let right = (b.length, b.body.count, (b.atStart ? 1 : 0) + (b.atEnd ? 1 : 0))
        return left == right ? a.atStart && !b.atStart : left > right
    }

    private static func rule(_ from: String, _ to: String) -> Rule? {
        var letters = from.unicodeScalars.map(\.value)
        let atStart = letters.first == UInt32(UInt8(ascii: "^"))
        if atStart { letters.removeFirst() }
        let atEnd = letters.last == UInt32(UInt8(ascii: "$"))
        if atEnd { letters.removeLast() }
        let parts = letters.split(
            separator: UInt32(UInt8(ascii: "|")), omittingEmptySubsequences: false)
        guard let body = parts.first, !body.isEmpty else { return nil }
        return Rule(
            body: Array(body), ahead: parts.count > 1 ? Array(parts[1]) : [], atStart: atStart,
            atEnd: atEnd, output: to.unicodeScalars.map(\.value))
    }

    /// - Parameter keepsUnknown: whether a character without a rule stays as it is.
    /// - Returns: the scalars written, and whether a letter without a rule was met.
    func apply(_ word: String, keepsUnknown: Bool) -> (scalars: [UInt32], missed: Bool) {
        let letters = simplified(word)
        var output: [UInt32] = []
        output.reserveCapacity(letters.count * 2)
        var missed = false
        var position = 0
        while position < letters.count {
            if let rule = match(letters, position) {
                output += rule.output
                position += rule.body.count
            } else {
                if let scalar = Unicode.Scalar(letters[position]),
                    CharacterTable.shared.isLetter(scalar)
                {
                    missed = true
                }
                if keepsUnknown { output.append(letters[position]) }
                position += 1
            }
        }
        return (output, missed)
    }

    /// The word's scalars, those that no rule names without their marks.
    private func simplified(_ word: String) -> [UInt32] {
        let scalars = word.unicodeScalars.map(\.value)
        if scalars.allSatisfy({ known.contains($0) || $0 < 0x80 }) { return scalars }
        var letters: [UInt32] = []
        for scalar in word.unicodeScalars {
            if known.contains(scalar.value) || scalar.value < 0x80 {
                letters.append(scalar.value)
                continue
            }
            for part in Normalizer.normalize(String(scalar), .nfd).unicodeScalars
            where !Self.isMark(part) || known.contains(part.value) {
                letters.append(part.value)
            }
        }
        return letters
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch CharacterTable.shared.category(scalar) {
        case .nonSpacingMark, .enclosingMark: true
        default: false
        }
    }

    private func match(_ letters: [UInt32], _ position: Int) -> Rule? {
        guard let candidates = rules[letters[position]] else { return nil }
        return candidates.first { rule in
            guard !rule.atStart || position == 0, position + rule.length <= letters.count,
                !rule.atEnd || position + rule.length == letters.count
            else { return false }
            for (offset, letter) in rule.body.enumerated()
            where letters[position + offset] != letter { return false }
            let after = position + rule.body.count
            for (offset, letter) in rule.ahead.enumerated()
            where letters[after + offset] != letter { return false }
            return true
        }
    }
}
