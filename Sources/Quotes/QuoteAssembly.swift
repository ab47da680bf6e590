internal import TextCore

/// Makes quotes of drafts: resolves speakers, numbers the pieces, lays out the chain.
struct QuoteAssembly {
    let drafts: [QuoteDraft]
    let mediations: [(mediation: Mediation, tellers: [TextSpan])]
    var resolver: SpeakerResolver
    let chains: ChainBuilder

    mutating func quotes() -> [Quote] {
        var quotes: [Quote] = []
        var recent: [Speaker] = []
        var groups: [TextSpan: Int] = [:]
        var outer: Speaker?
        for (index, draft) in drafts.enumerated() {
            let speaker = draft.speaker.map {
                resolver.resolve($0, recent: recent, outer: draft.isNested ? outer : nil)
            }
            if !draft.isNested {
                outer = speaker
                if let speaker {
                    recent.append(speaker)
                    if recent.count > 8 { recent.removeFirst() }
                }
            }
            let relay = mediations[index].tellers + draft.tellers
            quotes.append(quote(draft, index, speaker, relay, &groups, quotes))
        }
        return quotes
    }

    private func quote(
        _ draft: QuoteDraft, _ index: Int, _ speaker: Speaker?, _ relay: [TextSpan],
        _ groups: inout [TextSpan: Int], _ earlier: [Quote]
    ) -> Quote {
        let mediation = mediations[index].mediation
        var group = index
        if let cue = draft.cue, !draft.isNested {
            group = groups[cue] ?? index
            groups[cue] = group
        } else if draft.continues || draft.isFloating, let source = draft.inherits, source < index {
            group = draft.continues ? earlier[source].group : index
        }
        return Quote(
            span: draft.span, form: draft.form, speaker: speaker, cue: draft.cue,
            mediation: mediation, relay: relay,
            chain: chains.chain(draft, mediation, relay),
            confidence: speaker == nil ? draft.confidence * 0.7 : draft.confidence, group: group)
    }
}
