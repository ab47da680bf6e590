internal import TextCore

/// Lays out the steps from the speaker to this page, with the evidence for each.
struct ChainBuilder {
    let language: LanguageTag

    func chain(_ draft: QuoteDraft, _ mediation: Mediation, _ relay: [TextSpan]) -> [ChainStep] {
        let spoken = mediation.sourceLanguage
        var steps = [
            ChainStep(
                action: .speak, language: spoken, agent: draft.speaker,
                status: draft.speaker == nil ? .presumed : .stated, evidence: draft.cue)
        ]
        switch mediation.kind {
        case .interpreted: steps.append(step(.interpret, mediation))
        case .translated: steps.append(step(.translate, mediation))
        // Another language was spoken, so somebody translated; the text does not say who.
        case .languageNoted, .presumedTranslated:
            steps.append(
                ChainStep(
                    action: .translate, language: language, agent: nil, status: .presumed,
                    evidence: mediation.mark))
        case .none: break
        }
        for teller in relay {
            steps.append(
                ChainStep(
                    action: .relay, language: nil, agent: teller, status: .stated,
                    evidence: teller))
        }
        steps.append(
            ChainStep(
                action: .publish, language: language, agent: nil, status: .stated, evidence: nil))
        return steps
    }

    private func step(_ action: ChainStep.Action, _ mediation: Mediation) -> ChainStep {
        ChainStep(
            action: action, language: language, agent: mediation.mediator, status: .stated,
            evidence: mediation.mark)
    }
}
