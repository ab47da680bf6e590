internal import LocaleData
internal import TextCore

/// Decides for each quote which mediation mark is about it.
///
/// A mark counts in the quote's frame and its label, in the paragraph that introduces it, and as a note that governs a
/// section. It never counts inside a quotation, nor inside the clause that is reported.
struct MediationClassifier {
    let text: Text
    let language: LanguageTag
    let blocks: [Block]
    /// By block.
    let matches: [[MediationScanner.Match]]
    let frames: [TextSpan]

    typealias Match = MediationScanner.Match

    /// What the marks of a text say of its quotes.
    private struct Ledger {
        /// The marks of each quote.
        var owned: [[Match]]
        /// Marks in frames without a quote, by block, in text order.
        var free: [[Match]]
        /// The last mark of each block outside all quotes and clauses.
        var last: [Match?]
    }

    /// - Parameter drafts: in text order.
    func mediations(_ drafts: [QuoteDraft]) -> [(mediation: Mediation, tellers: [TextSpan])] {
        let ledger = ledger(drafts)
        let sessions = sessions(drafts)
        var results: [(mediation: Mediation, tellers: [TextSpan])] = []
        // The note of a session that a later cue has contradicted.
        var ended: TextSpan?
        for (index, draft) in drafts.enumerated() {
            var own = ledger.owned[index]
            var scope: Mediation.Scope = .frame
            if own.isEmpty, draft.isFloating {
                own = introducing(draft, ledger)
                scope = .introduction
            }
            var mediation = strongest(own, scope)
            // Said in the language of the article, it went through nobody, whatever was said of others.
            let isDirect = mediation.kind == .none && own.contains(where: isOwnLanguage)
            if isDirect { ended = sessions[index]?.span ?? ended }
            if mediation.kind == .none, !isDirect, let source = draft.inherits, source < index {
                mediation = results[source].mediation
                if !draft.continues, drafts[source].block != draft.block, mediation.scope == .frame
                {
                    mediation.scope = .introduction
                }
            }
            if mediation.kind == .none, !draft.isNested, let session = sessions[index],
                session.span != ended
            {
                mediation = strongest([session], .session)
            }
            let relays = own.filter { $0.cueClass == .relay }
            let tellers = relays.map { $0.teller ?? $0.span }.filter { teller in
                !(draft.speaker.map { $0.overlaps(teller) } ?? false)
            }
            results.append((mediation, tellers))
        }
        return shared(drafts, results)
    }

    // MARK: which marks count

    /// Gives each mark outside quotations and reported clauses to the quotes of the nearest cue in its frame.
    private func ledger(_ drafts: [QuoteDraft]) -> Ledger {
        var ledger = Ledger(
            owned: Array(repeating: [], count: drafts.count),
            free: Array(repeating: [], count: blocks.count),
            last: Array(repeating: nil, count: blocks.count))
        let quoted = SpanIndex(drafts.filter { !$0.isNested }.map(\.span))
        var byFrame: [TextSpan: [Int]] = [:]
        for (index, draft) in drafts.enumerated() where !draft.isNested {
            byFrame[draft.frame, default: []].append(index)
        }
        var frame = 0
        for (block, found) in matches.enumerated() {
            // A mark that begins outside is none of the words, wherever a reported clause was taken to begin.
            for match in found
            where match.scope != .session
                && !quoted.overlaps(TextSpan(match.span.start, match.span.start + 1))
            {
                ledger.last[block] = match
                while frame < frames.count, frames[frame].end <= match.span.start { frame += 1 }
                if frame < frames.count, let candidates = byFrame[frames[frame]] {
                    give(match, candidates, drafts, &ledger)
                } else {
                    ledger.free[block].append(match)
                }
            }
        }
        return ledger
    }

    private func give(
        _ match: Match, _ candidates: [Int], _ drafts: [QuoteDraft], _ ledger: inout Ledger
    ) {
        // Who passes words on says none of them: what a teller says as a speaker is another quote.
        let teller = match.cueClass == .relay ? match.teller ?? match.span : nil
        let near = nearby(candidates, match, drafts).filter { candidate in
            guard let teller else { return true }
            return !drafts[candidate].span.overlaps(teller)
                && !(drafts[candidate].speaker?.overlaps(teller) ?? false)
        }
        let distances = near.map { distance(drafts[$0], match) }
        guard let nearest = distances.min(), nearest < .max else { return }
        for (candidate, distance) in zip(near, distances) where distance == nearest {
            ledger.owned[candidate].append(match)
            // "“No,” he said, X reports": what X reports holds the quote.
            guard match.cueClass == .relay else { continue }
            let whole = drafts[candidate].span
            for inner in near
            where inner != candidate && whole.contains(drafts[inner].span)
                && !ledger.owned[inner].contains(where: { $0.span == match.span })
            {
                ledger.owned[inner].append(match)
            }
        }
    }

    /// The few quotes around a mark, so that a long frame with many quotes stays cheap.
    private func nearby(_ candidates: [Int], _ match: Match, _ drafts: [QuoteDraft]) -> ArraySlice<
        Int
    > {
        let next = candidates.partitioningIndex { drafts[$0].span.start >= match.span.start }
        return candidates[max(0, next - 6)..<min(candidates.count, next + 6)]
    }

    private func distance(_ draft: QuoteDraft, _ match: Match) -> Int {
        let anchor =
            match.scope == .label
            ? draft.label ?? draft.span : draft.cue ?? draft.label ?? draft.speaker ?? draft.span
        if anchor.overlaps(match.span) { return 0 }
        let gap = min(anchor.end, match.span.end)..<max(anchor.start, match.span.start)
        // Another clause begins at a semicolon.
        if gap.count < 400, text.bytes[gap].contains(0x3B) { return .max }
        return gap.count
    }

    /// The mark of the sentence before a quotation without a frame, or of a paragraph that ends with a colon.
    private func introducing(_ draft: QuoteDraft, _ ledger: Ledger) -> [Match] {
        let own = ledger.free[draft.block]
        if let before = last(own, before: draft.span.start),
            draft.span.start - before.span.end < 400
        {
            return [before]
        }
        guard draft.block > 0, draft.frame.start <= blocks[draft.block].span.start + 4 else {
            return []
        }
        let tail = text.bytes[blocks[draft.block - 1].span.range].suffix(3)
        guard tail.last == 0x3A || Array(tail) == [0xEF, 0xBC, 0x9A] else { return [] }
        return ledger.last[draft.block - 1].map { [$0] } ?? []
    }

    private func last(_ matches: [Match], before offset: Int) -> Match? {
        let before = matches[..<matches.partitioningIndex { $0.span.start >= offset }]
        return before.last.flatMap { $0.span.end <= offset ? $0 : nil }
    }

    /// The note that governs each quote: of its section, and not contradicted before the end of its frame.
    private func sessions(_ drafts: [QuoteDraft]) -> [Match?] {
        let quoted = SpanIndex(drafts.filter { $0.form != .indirect }.map(\.span))
        var current: Match?
        var block = 0
        var ends: [Match] = []
        return drafts.map { draft in
            while block <= draft.block {
                if blocks[block].kind == .subhead { current = nil }
                let notes = matches[block].filter {
                    $0.scope == .session && !quoted.overlaps($0.span)
                }
                current = notes.first { $0.cueClass != .none } ?? current
                ends = notes.filter { $0.cueClass == .none }
                if block < draft.block, !ends.isEmpty { current = nil }
                block += 1
            }
            if ends.contains(where: { $0.span.start < draft.frame.end }) { current = nil }
            return current
        }
    }

    // MARK: what they say

    /// An interpreter says more than a translation, and that more than the name of a language.
    private func strongest(_ matches: [Match], _ scope: Mediation.Scope) -> Mediation {
        let order: [MediationCue.Class] = [.interpreted, .translated, .languageNoted]
        for cueClass in order {
            let found = matches.filter { $0.cueClass == cueClass && !isOwnLanguage($0) }
            guard let first = found.max(by: { $0.span.count < $1.span.count }) else { continue }
            var mediation = make(first, scope)
            if mediation.sourceLanguage == nil {
                mediation.sourceLanguage = matches.compactMap(\.language).first {
                    $0.language != language.language
                }
            }
            return mediation
        }
        return .none
    }

    private func isOwnLanguage(_ match: Match) -> Bool {
        match.cueClass == .languageNoted
            && (match.language.map { $0.language == language.language } ?? false)
    }

    private func make(_ match: Match, _ scope: Mediation.Scope) -> Mediation {
        let kind: Mediation.Kind =
            switch match.cueClass {
            case .interpreted: .interpreted
            case .translated: .translated
            case .languageNoted: .languageNoted
            case .relay, .none: .none
            }
        let source = match.language.flatMap { $0.language == language.language ? nil : $0 }
        return Mediation(
            kind: kind, scope: match.scope == .label ? .label : scope, mark: match.span,
            mediator: match.mediator, sourceLanguage: source,
            rule: match.rule)
    }

    /// Pieces of one split quotation share what one of them says.
    private func shared(
        _ drafts: [QuoteDraft], _ results: [(mediation: Mediation, tellers: [TextSpan])]
    ) -> [(mediation: Mediation, tellers: [TextSpan])] {
        var byCue: [TextSpan: Int] = [:]
        for (index, draft) in drafts.enumerated() where results[index].mediation.kind != .none {
            if let cue = draft.cue { byCue[cue] = byCue[cue] ?? index }
        }
        return drafts.enumerated().map { index, draft in
            guard results[index].mediation.kind == .none, !draft.isNested, let cue = draft.cue,
                let source = byCue[cue]
            else { return results[index] }
            return (results[source].mediation, results[index].tellers)
        }
    }
}
