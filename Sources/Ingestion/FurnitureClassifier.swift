public import LocaleData
internal import TextCore

/// Tells by its words whether a short block is site furniture, with the patterns of a language and its parents.
///
/// All patterns together are one expression that most blocks fail at once; which kind it was is asked only then.
public struct FurnitureClassifier: Sendable {
    struct Verdict {
        let kind: String
        /// Named groups: `author`, `date`, `language`, `outlet`.
        let groups: [String: String]
    }

    private struct Pattern: Sendable {
        let kind: String
        let regex: RegularExpression
    }

    private let filter: RegularExpression?
    private let patterns: [Pattern]

    private static let groups = ["author", "date", "language", "outlet"]
    /// Longer blocks are text, whatever they begin with; in bytes.
    private static let longest = 600

    /// Patterns that do not compile are left out; `dragoman locales check` names them.
    public init(_ profile: LocaleProfile) {
        let grouped = Self.grouped(profile.furniture)
        patterns = grouped.compactMap { kind, pattern in
            (try? RegularExpression(pattern, groups: Self.groups)).map {
                Pattern(kind: kind, regex: $0)
            }
        }
        filter = try? RegularExpression(
            patterns.map { "(?:\(Self.withoutNames($0.regex.pattern)))" }.joined(separator: "|"))
    }

    /// One expression a kind where no pattern has groups: ICU tries alternatives faster than we can call it.
    private static func grouped(_ furniture: [FurniturePattern]) -> [(
        kind: String, pattern: String
    )] {
        var joined: [String: [String]] = [:]
        var single: [(String, String)] = []
        for entry in furniture {
            if entry.pattern.contains("(?<") {
                single.append((entry.kind, entry.pattern))
            } else {
                joined[entry.kind, default: []].append("(?:\(entry.pattern))")
            }
        }
        return joined.sorted { $0.key < $1.key }.map { ($0.key, $0.value.joined(separator: "|")) }
            + single
    }

    func verdict(on block: Text) -> Verdict? {
        guard block.count <= Self.longest, !block.isEmpty else { return nil }
        if let filter, filter.wholeMatch(in: block) == nil { return nil }
        for pattern in patterns {
            if let match = pattern.regex.wholeMatch(in: block) {
                return Verdict(kind: pattern.kind, groups: match.groups.mapValues { block[$0] })
            }
        }
        return nil
    }

    /// The kind of furniture that a block's words make it, or `nil`.
    public func kind(of block: String) -> String? { verdict(on: Text(block))?.kind }

    /// One expression may not hold a group's name twice.
    private static func withoutNames(_ pattern: String) -> String {
        var out = ""
        var rest = pattern[...]
        while let start = rest.firstRange(of: "(?<") {
            let after = rest[start.upperBound...]
            out += rest[..<start.lowerBound]
            if after.first != "=", after.first != "!", let close = after.firstIndex(of: ">") {
                out += "(?:"
                rest = after[after.index(after: close)...]
            } else {
                out += "(?<"
                rest = after
            }
        }
        return out + rest
    }
}
