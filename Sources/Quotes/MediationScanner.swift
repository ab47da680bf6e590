internal import LocaleData
internal import TextCore

/// Finds the words that tell of interpreters, translators, languages and tellers.
struct MediationScanner: Sendable {
    /// One match of a cue's pattern.
    struct Match: Sendable {
        let cue: Int
        let cueClass: MediationCue.Class
        let scope: MediationCue.Scope
        let span: TextSpan
        let mediator: TextSpan?
        let teller: TextSpan?
        let language: LanguageTag?
        let rule: String
    }

    private struct Compiled: Sendable {
        let cue: MediationCue
        let expression: RegularExpression
        let literals: PatternLiterals
    }

    private let compiled: [Compiled]
    /// Tells the sentences that are worth a search.
    private let filter: LiteralFilter
    /// Which cue each set of the filter belongs to, and how many sets each cue needs.
    private let owners: [Int]
    private let needs: [Int]
    /// Cues that any text may match.
    private let unconditional: [Int]
    /// Tells the places in such a sentence where the match of a cue, by its number, can begin.
    private let beginnings: LiteralFilter
    private let languages: [String: LanguageTag]

    /// A pattern that is no regular expression is left out here; the check of the locale data reports it.
    init(_ profile: LocaleProfile) {
        let groups = ["mediator", "teller", "language"]
        let compiled: [Compiled] = profile.mediation.compactMap { cue in
            guard
                let expression = try? RegularExpression(
                    GuardedPattern.of(cue.pattern), groups: groups)
            else { return nil }
            return Compiled(
                cue: cue, expression: expression, literals: PatternLiterals(cue.pattern))
        }
        self.compiled = compiled
        let sets = compiled.map { Self.telling($0.literals) }
        filter = LiteralFilter(sets.flatMap { $0 }, profile.tag)
        owners = sets.enumerated().flatMap { cue, own in own.map { _ in cue } }
        needs = sets.map(\.count)
        unconditional = sets.indices.filter { sets[$0].isEmpty }
        beginnings = LiteralFilter(compiled.map { $0.literals.leading ?? [] }, profile.tag)
        var languages: [String: LanguageTag] = [:]
        for (tag, forms) in profile.languageNames.sorted(by: { $0.key < $1.key }) {
            guard let tag = LanguageTag(tag) else { continue }
            for form in forms {
                languages[Normalizer.fold(form)] = languages[Normalizer.fold(form)] ?? tag
            }
        }
        self.languages = languages
    }

    /// The sets that few sentences hold a word of: those of longer words, or else of brackets and the like.
    private static func telling(_ literals: PatternLiterals) -> [Set<String>] {
        func worth(_ set: Set<String>) -> Int { set.map(\.utf8.count).min() ?? 0 }
        let best = literals.required.map(worth).max() ?? 0
        if best >= 3 { return literals.required.filter { worth($0) >= min(best, 8) } }
        return literals.required.filter { set in
            set.allSatisfy { word in
                word.utf8.count >= 3 || "([{<#*".contains(word)
            }
        }
    }

    /// The matches of each block, in text order; a cue that a `none` cue overlaps is left out. Of those only such are given
    /// as end a session.
    ///
    /// - Parameter sentences: of all blocks; no mark is longer than its sentence.
    func matches(in text: Text, _ blocks: [Block], _ sentences: [TextSpan]) -> [[Match]] {
        var found = [[Match]](repeating: [], count: blocks.count)
        text.bytes.withUnsafeBufferPointer { bytes in
            var search = Search(bytes: bytes, count: compiled.count)
            var block = 0
            forEachCandidate(bytes, sentences) { sentence, cues in
                while block < blocks.count, blocks[block].span.end <= sentence.start { block += 1 }
                guard block < blocks.count, let span = sentence.intersection(blocks[block].span)
                else { return }
                for (cue, match) in matches(span, cues, &search) where !match.span.isEmpty {
                    found[block].append(make(cue, match, text))
                }
            }
        }
        return found.map(cancelled)
    }

    /// What one reading of a text needs for each cue.
    private struct Search {
        let bytes: UnsafeBufferPointer<UInt8>
        var cursors: [RegularExpression.Cursor?]
        /// The last sentence, by its start, in which the cue was looked for.
        var wanted: [Int]
        /// Where the cue's next match may begin.
        var next: [Int]

        init(bytes: UnsafeBufferPointer<UInt8>, count: Int) {
            self.bytes = bytes
            cursors = Array(repeating: nil, count: count)
            wanted = Array(repeating: -1, count: count)
            next = Array(repeating: 0, count: count)
        }

        mutating func cursor(
            _ cue: Int, _ expression: RegularExpression
        ) -> RegularExpression.Cursor? {
            if let known = cursors[cue] { return known }
            guard let cursor = RegularExpression.Cursor(expression),
                (try? cursor.read(bytes)) != nil
            else { return nil }
            cursors[cue] = cursor
            return cursor
        }
    }

    /// The matches of some cues in a sentence: tried where one can begin, or searched for where that cannot be told.
    private func matches(
        _ span: TextSpan, _ cues: [Int], _ search: inout Search
    ) -> [(cue: Int, match: RegularExpression.Match)] {
        var found: [(cue: Int, match: RegularExpression.Match)] = []
        var isTried = false
        for cue in cues {
            if compiled[cue].literals.leading != nil {
                search.wanted[cue] = span.start
                search.next[cue] = span.start
                isTried = true
            } else if let cursor = search.cursor(cue, compiled[cue].expression) {
                found += cursor.matches(in: span).map { (cue, $0) }
            }
        }
        guard isTried else { return found }
        beginnings.forEachHit(search.bytes, in: span.range) { offset, cue in
            guard search.wanted[cue] == span.start, offset >= search.next[cue],
                offset == span.start || !compiled[cue].literals.isAnchored,
                let cursor = search.cursor(cue, compiled[cue].expression)
            else { return }
            search.next[cue] = offset + 1
            guard let match = cursor.match(atStartOf: TextSpan(offset, span.end)) else { return }
            search.next[cue] = max(offset + 1, match.span.end)
            found.append((cue, match))
        }
        return found
    }

    /// Calls `body` with each sentence that holds a word of every set that some cues need, in text order.
    private func forEachCandidate(
        _ bytes: UnsafeBufferPointer<UInt8>, _ sentences: [TextSpan],
        _ body: (TextSpan, [Int]) -> Void
    ) {
        var seen = [Int](repeating: -1, count: owners.count)
        var counts = [Int](repeating: 0, count: needs.count)
        var stamps = [Int](repeating: -1, count: needs.count)
        var current = 0
        var cues = unconditional
        func advance(to offset: Int) {
            while current < sentences.count, sentences[current].end <= offset {
                if !cues.isEmpty { body(sentences[current], cues) }
                cues = unconditional
                current += 1
            }
        }
        filter.forEachHit(bytes) { offset, set in
            advance(to: offset)
            guard current < sentences.count, sentences[current].start <= offset,
                seen[set] != current
            else { return }
            seen[set] = current
            let cue = owners[set]
            if stamps[cue] != current {
                stamps[cue] = current
                counts[cue] = 0
            }
            counts[cue] += 1
            if counts[cue] == needs[cue] { cues.append(cue) }
        }
        advance(to: bytes.count)
    }

    private func make(_ cue: Int, _ match: RegularExpression.Match, _ text: Text) -> Match {
        let own = compiled[cue].cue
        return Match(
            cue: cue, cueClass: own.cueClass, scope: own.scope, span: text.trimmed(match.span),
            mediator: match.groups["mediator"], teller: match.groups["teller"],
            language: match.groups["language"].flatMap { languages[Normalizer.fold(text[$0])] },
            rule: own.origin)
    }

    private func cancelled(_ found: [Match]) -> [Match] {
        let cancelling = found.filter { $0.cueClass == .none }.map(\.span)
        let carrying = found.filter { $0.cueClass == .interpreted || $0.cueClass == .translated }
        return found.filter { match in
            // Who interprets or translates is no second teller.
            if match.cueClass == .relay, carrying.contains(where: { $0.span.overlaps(match.span) })
            {
                return false
            }
            if match.cueClass == .none { return match.scope == .session }
            return !cancelling.contains { $0.overlaps(match.span) }
        }.sorted { ($0.span.start, -$0.span.end, $0.cue) < ($1.span.start, -$1.span.end, $1.cue) }
    }
}
