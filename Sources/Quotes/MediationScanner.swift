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
        let expression: DeferredExpression
        let literals: PatternLiterals
    }

    private let compiled: [Compiled]
    /// Tells the sentences that are worth a search.
    private let sieve: PatternSieve
    /// Tells the places in such a sentence where the match of a cue, by its number, can begin.
    private let beginnings: LiteralFilter
    private let languages: [String: LanguageTag]

    /// A pattern that is no regular expression never matches; the check of the locale data reports it.
    init(_ profile: LocaleProfile) {
        let compiled = profile.mediation.map { cue in
            Compiled(
                cue: cue,
                expression: DeferredExpression(
                    GuardedPattern.of(cue.pattern), groups: ["mediator", "teller", "language"]),
                literals: PatternLiterals(cue.pattern))
        }
        self.compiled = compiled
        sieve = PatternSieve(compiled.map(\.literals), profile.tag)
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

    /// The matches of each block, in text order; a cue that a `none` cue overlaps is left out. Of those only such are given
    /// as end a session.
    ///
    /// - Parameter sentences: of all blocks; no mark is longer than its sentence.
    func matches(in text: Text, _ blocks: [Block], _ sentences: [TextSpan]) -> [[Match]] {
        var found = [[Match]](repeating: [], count: blocks.count)
        text.bytes.withUnsafeBufferPointer { bytes in
            var search = Search(bytes: bytes, count: compiled.count)
            var block = 0
            sieve.forEachCandidate(bytes, sentences) { sentence, cues in
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
            _ cue: Int, _ expression: DeferredExpression
        ) -> RegularExpression.Cursor? {
            if let known = cursors[cue] { return known }
            guard let cursor = expression.expression.flatMap(RegularExpression.Cursor.init),
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
