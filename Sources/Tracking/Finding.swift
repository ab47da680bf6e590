public import Corpus
public import TextCore

/// One problem that a check found.
public struct Finding: Hashable, Sendable {
    public enum Rule: String, CaseIterable, Sendable {
        /// A sentence of the source changed since the version was made.
        case outdated
        /// The source changed, and what it was is lost.
        case sourceLost = "source-lost"
        /// The version was made from one that is not there.
        case orphan
        /// A whole paragraph of the source has no counterpart.
        case missingParagraph = "missing-paragraph"
        /// A sentence of the source has no counterpart.
        case missingSentence = "missing-sentence"
        /// Another version says that a quote was interpreted or translated, this one does not.
        case mediationLost = "mediation-lost"
        /// Two versions' sentences are linked that a third version, aligned with both, ties to others.
        case contradiction
        /// A number, date or amount is not the one of the source.
        case number
        /// A name of the source is not there.
        case name
        /// The source denies something, the translation does not, or the other way round.
        case negation
        /// Words that the source quotes are not quoted.
        case quoteLost = "quote-lost"
        /// The translation is in the source's language, or in a third one.
        case language
    }

    public enum Severity: String, CaseIterable, Sendable {
        case error, warning, note
    }

    /// The same in every run as long as the words it is about stay; what a dismissal names.
    public let id: String
    public let rule: Rule
    public let slug: String
    /// The version that someone should look at.
    public let version: VersionKey
    /// The version whose words are the evidence: the source, or the version itself.
    public let place: VersionKey
    /// In the text of `place`; `nil` where the finding is about the whole version, or its sentence is gone.
    public let span: TextSpan?
    /// The words at the place.
    public let evidence: String
    /// The stretch of the version that those words of its source concern; `nil` where `place` is the version itself.
    public let counterpart: TextSpan?
    public let message: String

    public init(
        _ rule: Rule, _ slug: String, _ version: VersionKey, place: VersionKey, span: TextSpan?,
        evidence: String, counterpart: TextSpan? = nil, message: String
    ) {
        let digest = Revision(of: Array("\(place) \(evidence)".utf8)).string.prefix(8)
        id = "\(slug)/\(version)/\(rule.rawValue)/\(digest)"
        self.rule = rule
        self.slug = slug
        self.version = version
        self.place = place
        self.span = span
        self.evidence = evidence
        self.counterpart = counterpart
        self.message = message
    }

    public var severity: Severity { rule.severity }
}

extension Finding.Rule {
    public var severity: Finding.Severity {
        switch self {
        case .orphan: .error
        case .outdated, .sourceLost, .missingParagraph, .mediationLost, .number, .negation,
            .quoteLost, .language:
            .warning
        case .missingSentence, .contradiction, .name: .note
        }
    }
}
