internal import TextCore

/// Rules made ready to run.
struct PatternProgram: Sendable {
    /// A rule whose places are looked for in the text.
    struct Scan: Sendable {
        /// From 1.
        let rule: Int
        let isBreak: Bool
        let expression: RegularExpression
        /// With limited repeats, for a text on which the other takes too long.
        let bounded: RegularExpression
    }

    /// Forbidding rules that follow each other, asked at a place all at once.
    struct Guard: Sendable {
        /// From 1, ascending.
        let rules: [Int]
        let expression: RegularExpression
        /// The expression of each rule by itself.
        let parts: [RegularExpression]
    }

    private(set) var scans: [Scan] = []
    private(set) var guards: [Guard] = []

    init(_ rules: [PatternRule]) throws(PatternError) {
        var run: [Guarded] = []
        for (index, rule) in rules.enumerated() {
            let ready = try Ready(rule, number: index + 1)
            if rule.isBreak {
                flush(&run)
                scans.append(ready.scan(isBreak: true))
            } else if let backward = ready.backward {
                run.append(backward)
                if backward.standsAlone || run.first?.standsAlone == true { flush(&run) }
            } else {
                scans.append(ready.scan(isBreak: false))
            }
        }
        flush(&run)
    }

    /// A forbidding rule as a look at one place.
    private struct Guarded {
        let number: Int
        let after: String
        let before: String
        /// What follows the `\b` that it begins with, where it is no more than a word.
        let wordTail: String?
        let standsAlone: Bool
        let expression: RegularExpression
    }

    /// A rule whose patterns are known to be well-formed.
    private struct Ready {
        let number: Int
        let forward: RegularExpression
        let boundedForward: RegularExpression
        /// `nil` when ICU cannot look back with the rule, even with limits.
        let backward: Guarded?

        init(_ rule: PatternRule, number: Int) throws(PatternError) {
            self.number = number
            let (before, after) = (BoundedPattern(rule.before), BoundedPattern(rule.after))
            for pattern in [before.closed, after.closed] where !pattern.isEmpty {
                _ = try Self.expression(pattern, number)
            }
            forward = try Self.expression("(?:\(before.closed))(?=\(after.closed))", number)
            boundedForward =
                before.bounded == before.closed && after.bounded == after.closed
                ? forward : try Self.expression("(?:\(before.bounded))(?=\(after.bounded))", number)
            let look = after.closed.isEmpty ? "" : "(?=\(after.closed))"
            let back = before.bounded.isEmpty ? "" : "(?<=\(before.bounded))"
            backward = (try? RegularExpression("(?:\(look)\(back))", ignoringCase: false)).map {
                Guarded(
                    number: number, after: look, before: back, wordTail: before.wordTail,
                    standsAlone: before.hasReferences || after.hasReferences, expression: $0)
            }
        }

        func scan(isBreak: Bool) -> Scan {
            Scan(rule: number, isBreak: isBreak, expression: forward, bounded: boundedForward)
        }

        private static func expression(
            _ pattern: String, _ number: Int
        ) throws(PatternError) -> RegularExpression {
            do throws(RegularExpression.SyntaxError) {
                return try RegularExpression(pattern, ignoringCase: false)
            } catch {
                throw PatternError(
                    rule: number,
                    fault: .syntax(
                        pattern: pattern, offset: error.offset, reason: error.reason))
            }
        }
    }

    /// Makes one expression of a run of rules; should ICU find it too big, each rule keeps its own.
    private mutating func flush(_ run: inout [Guarded]) {
        defer { run = [] }
        if run.count > 1, let joined = try? RegularExpression(Self.join(run), ignoringCase: false) {
            guards.append(
                Guard(
                    rules: run.map(\.number), expression: joined, parts: run.map(\.expression)))
        } else {
            guards += run.map {
                Guard(rules: [$0.number], expression: $0.expression, parts: [$0.expression])
            }
        }
    }

    /// Which of them matches makes no difference, so those that look at the same text after a place do it once, and words
    /// that begin at `\b` are looked for at the beginnings of words alone.
    private static func join(_ run: [Guarded]) -> String {
        var order: [String] = []
        var groups: [String: [Guarded]] = [:]
        for part in run {
            if groups[part.after] == nil { order.append(part.after) }
            groups[part.after, default: []].append(part)
        }
        let alternatives = order.map { after in
            let parts = groups[after] ?? []
            let tails = parts.compactMap(\.wordTail)
            var looks = parts.filter { $0.wordTail == nil }.map(\.before)
            if !tails.isEmpty { looks.append("(?<=\\b\(PatternText.grouped(tails)))") }
            return after + "(?:" + looks.joined(separator: "|") + ")"
        }
        return "(?:" + alternatives.joined(separator: "|") + ")"
    }
}
