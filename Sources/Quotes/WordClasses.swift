internal import LocaleData

/// What a word can be, by the locale's lists; a word may be several things.
struct WordClasses: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    static let speech = WordClasses(rawValue: 1 << 0)
    static let clause = WordClasses(rawValue: 1 << 1)
    static let infinitive = WordClasses(rawValue: 1 << 2)
    static let object = WordClasses(rawValue: 1 << 3)
    static let address = WordClasses(rawValue: 1 << 4)
    static let according = WordClasses(rawValue: 1 << 5)
    static let accordingAfter = WordClasses(rawValue: 1 << 6)
    static let noun = WordClasses(rawValue: 1 << 7)
    static let cite = WordClasses(rawValue: 1 << 8)

    static let otherPronoun = WordClasses(rawValue: 1 << 32)
    static let masculine = WordClasses(rawValue: 1 << 9)
    static let feminine = WordClasses(rawValue: 1 << 10)
    static let neuter = WordClasses(rawValue: 1 << 11)
    static let plural = WordClasses(rawValue: 1 << 12)
    static let determiner = WordClasses(rawValue: 1 << 13)
    static let auxiliary = WordClasses(rawValue: 1 << 14)
    static let boundary = WordClasses(rawValue: 1 << 15)
    static let linker = WordClasses(rawValue: 1 << 16)
    static let conjunction = WordClasses(rawValue: 1 << 17)
    static let complementizer = WordClasses(rawValue: 1 << 18)
    static let relative = WordClasses(rawValue: 1 << 19)
    static let temporal = WordClasses(rawValue: 1 << 20)
    static let role = WordClasses(rawValue: 1 << 21)
    static let roleMasculine = WordClasses(rawValue: 1 << 22)
    static let roleFeminine = WordClasses(rawValue: 1 << 23)
    static let body = WordClasses(rawValue: 1 << 24)
    static let stop = WordClasses(rawValue: 1 << 25)
    static let title = WordClasses(rawValue: 1 << 26)
    static let preposition = WordClasses(rawValue: 1 << 27)
    static let subjectMarker = WordClasses(rawValue: 1 << 28)
    static let quoteMarker = WordClasses(rawValue: 1 << 29)
    static let question = WordClasses(rawValue: 1 << 30)
    static let adverb = WordClasses(rawValue: 1 << 31)

    static let finite = WordClasses(rawValue: 1 << 33)
    static let passive = WordClasses(rawValue: 1 << 34)
    static let agent = WordClasses(rawValue: 1 << 35)
    static let oblique = WordClasses(rawValue: 1 << 36)
    static let reportive = WordClasses(rawValue: 1 << 37)

    static let impersonal = WordClasses(rawValue: 1 << 38)
    static let adverbial = WordClasses(rawValue: 1 << 39)
    static let nameParticle = WordClasses(rawValue: 1 << 43)
    static let predicate = WordClasses(rawValue: 1 << 40)
    static let possessive = WordClasses(rawValue: 1 << 41)
    static let infinitiveMarker = WordClasses(rawValue: 1 << 42)

    /// Ends a phrase of time or place that stands between a subject and its verb.
    static let adverbialEnd = WordClasses(rawValue: 1 << 44)

    static let pronoun: WordClasses = [.otherPronoun, .masculine, .feminine, .neuter, .plural]
    static let anyRole: WordClasses = [.role, .roleMasculine, .roleFeminine]
    /// Verbs that can report.
    static let verb: WordClasses = [
        .speech, .clause, .infinitive, .object, .address, .cite, .impersonal,
    ]
    /// What ends a noun phrase whatever follows.
    static let phraseEnd: WordClasses = [.boundary, .complementizer, .relative, .auxiliary]

    func has(_ any: WordClasses) -> Bool { !isDisjoint(with: any) }
}

extension WordClasses {
    init(_ reporting: ReportingLexicon.Classes) {
        // The first nine bits are the same in both.
        self.init(rawValue: UInt64(reporting.rawValue) & 0x1FF)
        if reporting.contains(.impersonal) { insert(.impersonal) }
    }

    init(_ grammar: Grammar.Class) {
        switch grammar {
        case .pronoun: self = .otherPronoun
        case .pronounMasculine: self = .masculine
        case .pronounFeminine: self = .feminine
        case .pronounNeuter: self = .neuter
        case .pronounPlural: self = .plural
        case .determiner: self = .determiner
        case .auxiliary: self = .auxiliary
        case .boundary: self = .boundary
        case .linker: self = .linker
        case .conjunction: self = .conjunction
        case .complementizer: self = .complementizer
        case .relative: self = .relative
        case .temporal: self = .temporal
        case .role: self = .role
        case .roleMasculine: self = .roleMasculine
        case .roleFeminine: self = .roleFeminine
        case .body: self = .body
        case .titleCaseStop: self = .stop
        case .preposition: self = .preposition
        case .subjectMarker: self = .subjectMarker
        case .quoteMarker: self = .quoteMarker
        case .adverb: self = .adverb
        case .question: self = .question
        case .finite: self = .finite
        case .passive: self = .passive
        case .agent: self = .agent
        case .oblique: self = .oblique
        case .reportive: self = .reportive
        case .adverbial: self = .adverbial
        case .adverbialEnd: self = .adverbialEnd
        case .predicate: self = .predicate
        case .possessive: self = .possessive
        case .infinitiveMarker: self = .infinitiveMarker
        // Not words: they say how clauses are joined and how words are written.
        case .clauseLink, .proclitic: self = []
        }
    }
}
