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
        /// Sets of words too short for the filter; they are looked for in the few sentences that are left.
        var short: [[[UInt8]]] = []
    }

    private var compiled: [Compiled]
    private let filter: LiteralFilter
    /// Which cue each set of the filter belongs to, and how many sets each cue needs.
    private let owners: [Int]
    private let needs: [Int]
    /// Cues that any text may match.
    private let unconditional: [Int]
    private let languages: [String: LanguageTag]

    /// A pattern that is no regular expression is left out here; the check of the locale data reports it.
    init(_ profile: LocaleProfile) {
        compiled = profile.mediation.compactMap { cue in
            (try? RegularExpression(
                GuardedPattern.of(cue.pattern), groups: ["mediator", "teller", "language"])).map {
                    Compiled(cue: cue, expression: $0)
                }
        }
        var sets: [Set<String>] = []
        var owners: [Int] = []
        var needs: [Int] = []
        for (index, entry) in compiled.enumerated() {
            let all = RequiredLiterals.of(entry.cue.pattern)
            func isLong(_ set: Set<String>) -> Bool {
                set.allSatisfy { $0.utf8.count >= LiteralFilter.shortest }
            }
            let own = all.filter(isLong)
            compiled[index].short = all.filter { !isLong($0) && !$0.contains(" ") && $0.count <= 6 }
                .map { set in set.map { Array($0.lowercased().utf8) } }
            sets += own
            owners += own.map { _ in index }
            needs.append(own.count)
        }
        filter = LiteralFilter(sets, profile.tag)
        self.owners = owners
        self.needs = needs
        unconditional = needs.indices.filter { needs[$0] == 0 }
        var languages: [String: LanguageTag] = [:]
        for (tag, forms) in profile.languageNames.sorted(by: { $0.key < $1.key }) {
            guard let tag = LanguageTag(tag) else { continue }
            for form in forms {
                languages[Normalizer.fold(form)] = languages[Normalizer.fold(form)] ?? tag
            }
        }
        self.languages = languages
    }

    /// The matches of each block, in text order; a cue that a `none` cue overlaps is left out.
    ///
    /// - Parameter sentences: of all blocks; no mark is longer than its sentence.
    func matches(in text: Text, _ blocks: [Block], _ sentences: [TextSpan]) -> [[Match]] {
        var found = [[Match]](repeating: [], count: blocks.count)
        var block = 0
        for (sentence, cues) in candidates(text, sentences) {
            while block < blocks.count, blocks[block].span.end <= sentence.start { block += 1 }
            guard block < blocks.count, let span = sentence.intersection(blocks[block].span) else {
                continue
            }
            for cue in cues where holdsShortWords(cue, text.bytes[span.range]) {
                for match in compiled[cue].expression.matches(in: text, span)
                where !match.span.isEmpty {
                    found[block].append(make(cue, match, text))
                }
            }
        }
        return found.map(cancelled)
    }

    private func holdsShortWords(_ cue: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
        compiled[cue].short.allSatisfy { set in
            set.contains { Self.contains(bytes, $0) }
        }
    }

    /// Letters of other scripts than Latin are compared as they stand, and taken for found in capitals too.
    private static func contains(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
        guard let first = word.first, first < 0x80 else { return true }
        return bytes.withUnsafeBufferPointer { buffer in
            guard buffer.count >= word.count else { return false }
            for start in 0...(buffer.count - word.count) where lower(buffer[start]) == first {
                var index = 1
                while index < word.count, lower(buffer[start + index]) == word[index] { index += 1 }
                if index == word.count { return true }
            }
            return false
        }
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    }

    /// The sentences that hold a word of every set that a cue needs.
    private func candidates(
        _ text: Text, _ sentences: [TextSpan]
    ) -> [(sentence: TextSpan, cues: [Int])] {
        var candidates: [(sentence: TextSpan, cues: [Int])] = []
        if !unconditional.isEmpty { candidates = sentences.map { ($0, unconditional) } }
        var seen = [Int](repeating: -1, count: owners.count)
        var counts = [Int](repeating: 0, count: needs.count)
        var stamps = [Int](repeating: -1, count: needs.count)
        var current = 0
        text.bytes.withUnsafeBufferPointer { bytes in
            filter.forEachHit(bytes) { offset, set in
                while current < sentences.count, sentences[current].end <= offset { current += 1 }
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
                if counts[cue] == needs[cue] { candidates.append((sentences[current], [cue])) }
            }
        }
        return candidates.sorted { $0.sentence.start < $1.sentence.start }
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
            return match.cueClass != .none && !cancelling.contains { $0.overlaps(match.span) }
        }.sorted { ($0.span.start, -$0.span.end, $0.cue) < ($1.span.start, -$1.span.end, $1.cue) }
    }
}
