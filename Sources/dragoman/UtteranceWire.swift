internal import Workbench

/// The wire form of an utterance.
struct UtteranceWire: Encodable {
    private struct Step: Encodable {
        let action: String
        let lang: String?
        let agent: String?
        let status: String
        let evidence: String?
        let from: String?
    }

    private struct Rendering: Encodable {
        let version: String
        let quotes: [QuoteWire]
        let chain: [Step]
    }

    private struct Difference: Encodable {
        let kind: String
        let value: String?
        let present: [String]
        let absent: [String]
    }

    private let article: String
    private let renderings: [Rendering]
    /// In plain words, and in parts.
    private let differences: [String]
    private let differs: [Difference]

    init(_ utterance: TraceService.Utterance) {
        article = utterance.slug
        renderings = utterance.renderings.map { rendering in
            Rendering(
                version: rendering.version, quotes: rendering.quotes.map(QuoteWire.init),
                chain: rendering.chain.map {
                    Step(
                        action: $0.action, lang: $0.language, agent: $0.agent, status: $0.status,
                        evidence: $0.evidence, from: $0.from)
                })
        }
        differences = utterance.differences
        differs = utterance.differs.map {
            Difference(kind: $0.kind, value: $0.value, present: $0.present, absent: $0.absent)
        }
    }
}
