public import TextCore

extension Quote {
    /// The quote of a speaker who is known to use another language than the page: somebody must have translated.
    ///
    /// Nothing in the text says so, so both the language spoken and the translation are no more than presumed.
    public func presumedTranslated(from spoken: LanguageTag, into language: LanguageTag) -> Quote {
        var quote = self
        quote.mediation.kind = .presumedTranslated
        quote.mediation.sourceLanguage = spoken
        let translation = ChainStep(
            action: .translate, language: language, agent: nil, status: .presumed, evidence: nil)
        quote.chain = chain.flatMap { step in
            step.action == .speak ? [step.presumed(in: spoken), translation] : [step]
        }
        return quote
    }
}

extension ChainStep {
    fileprivate func presumed(in language: LanguageTag) -> ChainStep {
        ChainStep(
            action: action, language: language, agent: agent, status: .presumed, evidence: evidence)
    }
}
