/// The words that report speech in a language.
public struct ReportingLexicon: Sendable {
    public struct Classes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        public static let speech = Classes(rawValue: 1)
        public static let clause = Classes(rawValue: 2)
        public static let infinitive = Classes(rawValue: 4)
        public static let object = Classes(rawValue: 8)
        public static let address = Classes(rawValue: 16)
        public static let according = Classes(rawValue: 32)
        public static let accordingAfter = Classes(rawValue: 64)
        public static let noun = Classes(rawValue: 128)
        public static let cite = Classes(rawValue: 256)
        public static let impersonal = Classes(rawValue: 512)

        static let names: [(String, Classes)] = [
            ("speech", .speech), ("clause", .clause), ("infinitive", .infinitive),
            ("object", .object),
            ("address", .address), ("according", .according), ("according-after", .accordingAfter),
            ("noun", .noun), ("cite", .cite), ("impersonal", .impersonal),
        ]
    }

    public struct Entry: Sendable {
        public let lemma: String
        public let classes: Classes
    }

    /// Every form, lower case; phrases of several words keep their single spaces.
    public let forms: [String: Entry]
}

/// The function words of a language by class.
public struct Grammar: Sendable {
    public enum Class: String, CaseIterable, Sendable {
        case pronoun, pronounMasculine = "pronoun.m", pronounFeminine = "pronoun.f"
        case pronounNeuter = "pronoun.n", pronounPlural = "pronoun.p"
        case determiner, auxiliary, boundary, linker, conjunction, complementizer, relative,
            temporal
        case role, roleMasculine = "role.m", roleFeminine = "role.f"
        case body, titleCaseStop = "title-case-stop"
        case preposition, adverb, question, proclitic
        case finite, passive, agent, oblique, reportive, adverbial
        case predicate, possessive
        case adverbialEnd = "adverbial-end"
        case infinitiveMarker = "infinitive-marker"
        case subjectMarker = "subject-marker", quoteMarker = "quote-marker"
        case clauseLink = "clause-link"
    }

    let words: [Class: Set<String>]

    /// Lower-case words of a class.
    public func words(_ wordClass: Class) -> Set<String> { words[wordClass] ?? [] }

    public func isMember(_ word: String, of classes: Class...) -> Bool {
        classes.contains { words[$0]?.contains(word) ?? false }
    }

    public func isPronoun(_ word: String) -> Bool {
        isMember(
            word, of: .pronoun, .pronounMasculine, .pronounFeminine, .pronounNeuter, .pronounPlural)
    }

    public func isRole(_ word: String) -> Bool {
        isMember(word, of: .role, .roleMasculine, .roleFeminine)
    }
}
