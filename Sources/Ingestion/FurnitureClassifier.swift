public import LocaleData
internal import TextCore

/// Tells by its words whether a short block is site furniture, with the patterns of a language and its parents.
public struct FurnitureClassifier: Sendable {
    struct Verdict {
        let kind: String
        let groups: [String: String]
    }

    private struct Pattern: Sendable {
        let kind: String
        let regex: RegularExpression
    }

    private let patterns: [Pattern]

    static let groups = ["author", "date", "language", "outlet"]
    /// Longer blocks are text, whatever they begin with; in bytes.
    private static let longest = 400

    /// Patterns that do not compile are left out; `dragoman locales check` names them.
    public init(_ profile: LocaleProfile) {
        patterns = Self.grouped(profile.furniture).compactMap { kind, pattern in
            guard let regex = try? RegularExpression(pattern, groups: Self.groups) else {
                return nil
            }
            return Pattern(kind: kind, regex: regex)
        }
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

    func verdict(on block: String) -> Verdict? {
        guard block.utf8.count <= Self.longest else { return nil }
        let text = Text(block)
        for pattern in patterns {
            if let match = pattern.regex.wholeMatch(in: text) {
                return Verdict(kind: pattern.kind, groups: match.groups.mapValues { text[$0] })
            }
        }
        return nil
    }

    /// The kind of furniture that a block's words make it, or `nil`.
    public func kind(of block: String) -> String? { verdict(on: block)?.kind }
}
