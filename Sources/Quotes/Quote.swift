public import TextCore

/// A stretch of reported speech: what was said, by whom, and who stood between the speaker and this page.
public struct Quote: Hashable, Sendable {
    public enum Form: String, CaseIterable, Sendable {
        /// Words in quotation marks, whole sentences or a part of one, after a dash or after a transcript's label.
        case direct
        /// A paraphrase with words in quotation marks in it; two or more of these are a direct quote inside it.
        case mixed
        /// A paraphrase.
        case indirect
    }

    /// The words, without the outer marks and white space.
    public var span: TextSpan
    public var form: Form
    public var speaker: Speaker?
    /// The word or phrase that reports: "said", "according to", "по словам".
    public var cue: TextSpan?
    public var mediation: Mediation
    /// Tellers between the speaker and this page, the one nearest to the speaker first.
    public var relay: [TextSpan]
    /// From the mouth to this page; never empty.
    public var chain: [ChainStep]
    /// How likely it is that span, form and speaker are right, 0 to 1.
    public var confidence: Double
    /// Pieces of one split or continued quotation share a number.
    public var group: Int

    public init(
        span: TextSpan, form: Form, speaker: Speaker?, cue: TextSpan?, mediation: Mediation,
        relay: [TextSpan], chain: [ChainStep], confidence: Double, group: Int
    ) {
        self.span = span
        self.form = form
        self.speaker = speaker
        self.cue = cue
        self.mediation = mediation
        self.relay = relay
        self.chain = chain
        self.confidence = confidence
        self.group = group
    }
}

/// Who said it: the words in the text, and the person or body that they mean where that is known.
public struct Speaker: Hashable, Sendable {
    /// The mention as it stands at the quote: "the minister", "she", "王毅".
    public let span: TextSpan
    /// The dictionary form of the name meant, and its key.
    public let name: String?
    public let key: String?
    /// How likely it is that `name` is right, 0 to 1; 0 without a name.
    public let confidence: Double

    public init(
        span: TextSpan, name: String? = nil, key: String? = nil, confidence: Double = 0
    ) {
        self.span = span
        self.name = name
        self.key = key
        self.confidence = confidence
    }
}

/// How the words reached the page, with the evidence.
public struct Mediation: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// Not stated. It never means that the words are verbatim.
        case none
        case interpreted, translated
        case languageNoted = "language_noted"
        /// The corpus says that the speaker uses another language; never stated by the text.
        case presumedTranslated = "presumed_translated"
    }

    /// Where the words stand that say so.
    public enum Scope: String, CaseIterable, Sendable {
        /// In the sentence around the quote, or around a piece or a continuation of it.
        case frame
        /// In the label of a transcript's turn.
        case label
        /// In the sentence or paragraph that introduces the quote.
        case introduction
        /// In a note that governs a section.
        case session
    }

    public var kind: Kind
    /// `nil` where the text does not say so.
    public var scope: Scope?
    /// The words that say so: "through an interpreter".
    public var mark: TextSpan?
    /// Who interpreted or translated, where the text names them.
    public var mediator: TextSpan?
    /// The language that was spoken, where the text names it.
    public var sourceLanguage: LanguageTag?
    /// The rule that gave the flag, as file and line of the locale data.
    public var rule: String?

    public static let none = Mediation(kind: .none)

    public init(
        kind: Kind, scope: Scope? = nil, mark: TextSpan? = nil, mediator: TextSpan? = nil,
        sourceLanguage: LanguageTag? = nil, rule: String? = nil
    ) {
        self.kind = kind
        self.scope = scope
        self.mark = mark
        self.mediator = mediator
        self.sourceLanguage = sourceLanguage
        self.rule = rule
    }
}

/// One step of the words on their way to this page.
public struct ChainStep: Hashable, Sendable {
    public enum Action: String, CaseIterable, Sendable {
        case speak, interpret, translate, relay, publish
    }

    public enum Status: String, Sendable {
        /// The text says so; `evidence` shows where.
        case stated
        case presumed
    }

    public let action: Action
    public let language: LanguageTag?
    public let agent: TextSpan?
    public let status: Status
    public let evidence: TextSpan?
}
