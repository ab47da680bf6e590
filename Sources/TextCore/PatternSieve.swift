/// Tells which of many patterns can match in each stretch of a text, so that hardly any need be searched for.
///
/// A pattern can match where a word of each choice stands that every match of it must hold; `PatternLiterals` knows these.
public struct PatternSieve: Sendable {
    private let filter: LiteralFilter
    /// Which pattern each list of the filter belongs to, and how many lists each pattern needs.
    private let owners: [Int]
    private let needs: [Int]
    /// Patterns that need no word.
    private let wordless: [Int]
    private let needsDigit: [Bool]
    /// How the matches of each pattern begin, where they must cover the whole stretch.
    private let beginnings: [PatternLiterals.Beginning?]
    private let openers: LiteralFilter

    /// - Parameter wholly: a match must cover a whole stretch.
    public init(_ patterns: [PatternLiterals], wholly: Bool = false, _ language: LanguageTag) {
        let lists = patterns.map(Self.telling)
        filter = LiteralFilter(lists.flatMap { $0 }, language)
        owners = lists.enumerated().flatMap { pattern, own in own.map { _ in pattern } }
        needs = lists.map(\.count)
        wordless = lists.indices.filter { lists[$0].isEmpty }
        needsDigit = patterns.map(\.needsDigit)
        beginnings = patterns.map { wholly ? $0.beginning : nil }
        openers = LiteralFilter(beginnings.map { $0?.words ?? [] }, language)
    }

    /// The choices that few stretches hold a word of: those of longer words, or else of rare characters.
    private static func telling(_ literals: PatternLiterals) -> [PatternLiterals.Choice] {
        func worth(_ words: [String]) -> Int { words.lazy.map(\.utf8.count).min() ?? 0 }
        let best = literals.required.map(worth).max() ?? 0
        if best >= 3 {
            // A long list, such as the names of languages, is met seldom, short as some of its words are.
            return literals.required.filter { worth($0) >= min(best, 8) || $0.count >= 32 }
        }
        return literals.required.filter { words in
            words.allSatisfy { $0.utf8.count >= 3 || isRare($0) }
        }
    }

    /// One sign that is no letter and stands in few sentences.
    private static func isRare(_ word: String) -> Bool {
        guard let scalar = word.unicodeScalars.first, word.unicodeScalars.count == 1,
            !" ,.-–:;'’\"“”".unicodeScalars.contains(scalar)
        else { return false }
        return !CharacterTable.shared.isLetter(scalar) && !CharacterTable.shared.isDigit(scalar)
    }

    /// Calls `body` with each stretch that some patterns can match in, and with these by number; in the order of the
    /// stretches.
    ///
    /// - Parameter stretches: where a match begins and ends.
    public func forEachCandidate(
        _ bytes: UnsafeBufferPointer<UInt8>, _ stretches: [TextSpan],
        _ body: (TextSpan, [Int]) -> Void
    ) {
        var tally = Tally(lists: owners.count, patterns: needs.count)
        var found: [Int] = []
        for (number, stretch) in stretches.enumerated() where !stretch.isEmpty {
            found.removeAll(keepingCapacity: true)
            found += wordless
            filter.forEachHit(bytes, in: stretch.range) { _, list in
                let pattern = owners[list]
                if tally.count(list, of: pattern, in: number) == needs[pattern] {
                    found.append(pattern)
                }
            }
            if !found.isEmpty { leaveOut(bytes, stretch, &found) }
            if !found.isEmpty { body(stretch, found) }
        }
    }

    /// Leaves out the patterns that miss a digit, or that the stretch does not begin as.
    private func leaveOut(
        _ bytes: UnsafeBufferPointer<UInt8>, _ stretch: TextSpan, _ found: inout [Int]
    ) {
        var begun: [Int] = []
        openers.forEachHit(bytes, at: stretch.start, limit: stretch.end) { begun.append($0) }
        let isDigit = CharacterTable.shared.isDigit(
            UTF8Decoding.scalar(bytes, at: stretch.start).0)
        let hasDigit = isDigit || Self.hasDigit(bytes, stretch)
        found.removeAll { pattern in
            if needsDigit[pattern], !hasDigit { return true }
            guard let beginning = beginnings[pattern] else { return false }
            return !(beginning.mayBeDigit && isDigit) && !begun.contains(pattern)
        }
    }

    private static func hasDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ stretch: TextSpan) -> Bool {
        var offset = stretch.start
        while offset < stretch.end {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte >= 0x30 && byte <= 0x39 { return true }
                offset += 1
            } else {
                let (scalar, next) = UTF8Decoding.scalar(bytes, at: offset)
                if CharacterTable.shared.isDigit(scalar) { return true }
                offset = next
            }
        }
        return false
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
