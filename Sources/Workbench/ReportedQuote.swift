internal import Quotes
internal import TextCore

/// A quote as it leaves the program: offsets count Unicode scalars of the text as it was given.
public struct ReportedQuote: Hashable, Sendable {
    public struct Stretch: Hashable, Sendable {
        public let start: Int
        public let end: Int
        public let text: String
    }

    public struct Step: Hashable, Sendable {
        /// speak, interpret, translate, relay or publish.
        public let action: String
        public let language: String?
        public let agent: Stretch?
        /// stated or presumed.
        public let status: String
        public let evidence: Stretch?
    }

    public let words: Stretch
    /// direct, mixed or indirect.
    public let form: String
    public let speaker: Stretch?
    /// The dictionary form of the name that the speaker's mention means.
    public let speakerName: String?
    public let speakerKey: String?
    /// How likely it is that the name is right, 0 to 1.
    public let speakerConfidence: Double
    public let cue: Stretch?
    /// none, interpreted, translated, language_noted or presumed_translated.
    public let mediation: String
    /// frame, label, introduction or session: where the mark stands.
    public let scope: String?
    public let mark: Stretch?
    public let mediator: Stretch?
    /// The file and line of the locale data that gave the flag.
    public let rule: String?
    public let relay: [Stretch]
    public let sourceLanguage: String?
    public let chain: [Step]
    public let confidence: Double
    /// Pieces of one split quotation share a number.
    public let group: Int

    /// Somebody stood between the speaker and this page, or another language was spoken.
    public var isMediated: Bool { mediation != "none" || !relay.isEmpty }

    init(_ quote: Quote, _ text: Text, _ offsets: OffsetMap) {
        func stretch(_ span: TextSpan) -> Stretch {
            Stretch(
                start: offsets.scalar(span.start), end: offsets.scalar(span.end), text: text[span])
        }
        words = stretch(quote.span)
        form = quote.form.rawValue
        speaker = quote.speaker.map { stretch($0.span) }
        speakerName = quote.speaker?.name
        speakerKey = quote.speaker?.key
        speakerConfidence = quote.speaker?.confidence ?? 0
        cue = quote.cue.map(stretch)
        mediation = quote.mediation.kind.rawValue
        scope = quote.mediation.scope?.rawValue
        mark = quote.mediation.mark.map(stretch)
        mediator = quote.mediation.mediator.map(stretch)
        rule = quote.mediation.rule
        relay = quote.relay.map(stretch)
        sourceLanguage = quote.mediation.sourceLanguage?.string
        chain = quote.chain.map { step in
            Step(
                action: step.action.rawValue, language: step.language?.string,
                agent: step.agent.map(stretch), status: step.status.rawValue,
                evidence: step.evidence.map(stretch))
        }
        confidence = quote.confidence
        group = quote.group
    }
}
