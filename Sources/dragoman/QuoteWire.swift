internal import Workbench

/// A quote in JSON; what is not known stands as `null`.
struct QuoteWire: Encodable {
    private let quote: ReportedQuote

    init(_ quote: ReportedQuote) { self.quote = quote }

    private enum Key: String, CodingKey {
        case start, end, type, speaker, cue, mediation, mark, mediator, relay, chain, confidence
        case group, rule, scope
        case sourceLanguage = "source_lang"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(quote.words.start, forKey: .start)
        try container.encode(quote.words.end, forKey: .end)
        try container.encode(quote.form, forKey: .type)
        try container.encode(speaker, forKey: .speaker)
        try container.encode(quote.cue.map(StretchWire.init), forKey: .cue)
        try container.encode(quote.mediation, forKey: .mediation)
        try container.encode(quote.mark.map(StretchWire.init), forKey: .mark)
        try container.encode(quote.mediator.map(StretchWire.init), forKey: .mediator)
        try container.encode(quote.relay.map(StretchWire.init), forKey: .relay)
        try container.encode(quote.sourceLanguage, forKey: .sourceLanguage)
        try container.encode(quote.chain.map(StepWire.init), forKey: .chain)
        try container.encode(rounded(quote.confidence), forKey: .confidence)
        try container.encode(quote.group, forKey: .group)
        try container.encode(quote.rule, forKey: .rule)
        try container.encode(quote.scope, forKey: .scope)
    }

    private var speaker: SpeakerWire? {
        quote.speaker.map {
            SpeakerWire(
                stretch: $0, name: quote.speakerName, key: quote.speakerKey,
                confidence: rounded(quote.speakerConfidence))
        }
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

private struct StretchWire: Encodable {
    let start: Int
    let end: Int
    let text: String

    init(_ stretch: ReportedQuote.Stretch) {
        start = stretch.start
        end = stretch.end
        text = stretch.text
    }
}

private struct SpeakerWire: Encodable {
    let stretch: ReportedQuote.Stretch
    let name: String?
    let key: String?
    let confidence: Double

    private enum Key: String, CodingKey { case start, end, text, name, key, confidence }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(stretch.start, forKey: .start)
        try container.encode(stretch.end, forKey: .end)
        try container.encode(stretch.text, forKey: .text)
        try container.encode(name, forKey: .name)
        try container.encode(key, forKey: .key)
        try container.encode(confidence, forKey: .confidence)
    }
}

private struct StepWire: Encodable {
    let step: ReportedQuote.Step

    init(_ step: ReportedQuote.Step) { self.step = step }

    private enum Key: String, CodingKey { case step, lang, agent, status, evidence }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(step.action, forKey: .step)
        try container.encode(step.language, forKey: .lang)
        try container.encode(step.agent.map(StretchWire.init), forKey: .agent)
        try container.encode(step.status, forKey: .status)
        try container.encode(step.evidence.map(StretchWire.init), forKey: .evidence)
    }
}
