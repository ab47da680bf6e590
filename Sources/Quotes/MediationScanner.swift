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
    }

    private let compiled: [Compiled]
    private let filter: LiteralFilter
    private let languages: [String: LanguageTag]

    /// A pattern that is no regular expression is left out here; the check of the locale data reports it.
    init(_ profile: LocaleProfile) {
        compiled = profile.mediation.compactMap { cue in
            (try? RegularExpression(cue.pattern, groups: ["mediator", "teller", "language"])).map {
                Compiled(cue: cue, expression: $0)
            }
        }
        filter = LiteralFilter(
            compiled.map { RequiredLiterals.of($0.cue.pattern) }, profile.tag)
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
    func matches(in text: Text, _ blocks: [Block]) -> [[Match]] {
        let candidates = candidates(text, blocks)
        return zip(blocks, candidates).map { block, cues in
            guard !cues.isEmpty else { return [] }
            var found: [Match] = []
            for cue in cues.sorted() {
                for match in compiled[cue].expression.matches(in: text, block.span)
                where !match.span.isEmpty {
                    found.append(make(cue, match, text))
                }
            }
            return cancelled(found)
        }
    }

    private func candidates(_ text: Text, _ blocks: [Block]) -> [Set<Int>] {
        var candidates = [Set<Int>](repeating: Set(filter.unconditional), count: blocks.count)
        var block = 0
        text.bytes.withUnsafeBufferPointer { bytes in
            filter.forEachHit(bytes) { offset, cue in
                while block < blocks.count, blocks[block].span.end <= offset { block += 1 }
                if block < blocks.count, blocks[block].span.start <= offset {
                    candidates[block].insert(cue)
                }
            }
        }
        return candidates
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
        return found.filter { match in
            match.cueClass != .none && !cancelling.contains { $0.overlaps(match.span) }
        }.sorted { ($0.span.start, -$0.span.end, $0.cue) < ($1.span.start, -$1.span.end, $1.cue) }
    }
}
