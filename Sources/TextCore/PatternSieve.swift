/// Tells which of many patterns can match in each stretch of a text, so that hardly any need be searched for.
///
/// A pattern can match where a word of each choice stands that every match of it must hold; `PatternLiterals` knows these.
public struct PatternSieve: Sendable {
    private let filter: LiteralFilter
    /// Which pattern each list of the filter belongs to, and how many lists each pattern needs.
    private let owners: [Int]
    private let needs: [Int]
    /// Patterns that any text may match.
    private let unconditional: [Int]
    /// What the matches of each pattern begin with, where they must cover the whole stretch.
    private let beginnings: LiteralFilter?
    private let hasBeginning: [Bool]

    /// - Parameter wholly: a match must cover a whole stretch.
    public init(_ patterns: [PatternLiterals], wholly: Bool = false, _ language: LanguageTag) {
        let lists = patterns.map(Self.telling)
        filter = LiteralFilter(lists.flatMap { $0 }, language)
        owners = lists.enumerated().flatMap { pattern, own in own.map { _ in pattern } }
        needs = lists.map(\.count)
        unconditional = lists.indices.filter { lists[$0].isEmpty }
        hasBeginning = patterns.map { wholly && $0.leading != nil }
        beginnings = wholly ? LiteralFilter(patterns.map { $0.leading ?? [] }, language) : nil
    }

    /// The choices that few stretches hold a word of: those of longer words, or else of brackets and the like.
    private static func telling(_ literals: PatternLiterals) -> [PatternLiterals.Choice] {
        func worth(_ words: [String]) -> Int { words.lazy.map(\.utf8.count).min() ?? 0 }
        let best = literals.required.map(worth).max() ?? 0
        if best >= 3 { return literals.required.filter { worth($0) >= min(best, 8) } }
        return literals.required.filter { words in
            words.allSatisfy { word in
                word.utf8.count >= 3 || "([{<#*".contains(word)
            }
        }
    }

    /// Calls `body` with each stretch that some patterns can match in, and with these by number; in the order of the
    /// stretches.
    ///
    /// - Parameter stretches: where a match begins and ends.
    public func forEachCandidate(
        _ bytes: UnsafeBufferPointer<UInt8>, _ stretches: some Sequence<TextSpan>,
        _ body: (TextSpan, [Int]) -> Void
    ) {
        var tally = Tally(lists: owners.count, patterns: needs.count)
        var found: [Int] = []
        for (number, stretch) in stretches.enumerated() where !stretch.isEmpty {
            found.removeAll(keepingCapacity: true)
            found += unconditional
            filter.forEachHit(bytes, in: stretch.range) { _, list in
                let pattern = owners[list]
                if tally.count(list, of: pattern, in: number) == needs[pattern] {
                    found.append(pattern)
                }
            }
            if beginnings != nil, !found.isEmpty { keepBeginning(bytes, stretch, &found) }
            if !found.isEmpty { body(stretch, found) }
        }
    }

    /// Leaves out the patterns that the stretch does not begin as.
    private func keepBeginning(
        _ bytes: UnsafeBufferPointer<UInt8>, _ stretch: TextSpan, _ found: inout [Int]
    ) {
        var begun: [Int] = []
        beginnings?.forEachHit(bytes, at: stretch.start, limit: stretch.end) { begun.append($0) }
        found.removeAll { hasBeginning[$0] && !begun.contains($0) }
    }

    /// How many lists of each pattern were met in a stretch.
    private struct Tally {
        /// The last stretch in which a list was met, and the one that a pattern's count is of.
        private var seen: [Int]
        private var stamps: [Int]
        private var counts: [Int]

        init(lists: Int, patterns: Int) {
            seen = Array(repeating: -1, count: lists)
            stamps = Array(repeating: -1, count: patterns)
            counts = Array(repeating: 0, count: patterns)
        }

        /// The pattern's lists met so far in the stretch; 0 where this one was met before.
        mutating func count(_ list: Int, of pattern: Int, in stretch: Int) -> Int {
            guard seen[list] != stretch else { return 0 }
            seen[list] = stretch
            if stamps[pattern] != stretch {
                stamps[pattern] = stretch
                counts[pattern] = 0
            }
            counts[pattern] += 1
            return counts[pattern]
        }
    }
}
