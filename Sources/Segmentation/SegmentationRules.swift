public import LocaleData
internal import TextCore

/// What decides over sentence ends in one language: the locale's lists and the caller's wishes.
public struct SegmentationRules: Sendable {
    /// What a single line end means; a blank line always ends a sentence.
    public enum NewlineMode: String, CaseIterable, Sendable {
        /// Ends a sentence unless a lower-case letter follows.
        case paragraph
        /// Always ends a sentence.
        case line
        /// Is a space: mail and old pages wrap their lines.
        case wrap
    }

    /// What a quotation of several sentences is.
    public enum QuotationMode: String, CaseIterable, Sendable {
        /// One sentence, together with what introduces it.
        case keep
        /// Several sentences.
        case split
    }

    let classes: ScalarClassTable
    let words: WordTable
    /// The lead bytes at which a scan has to look closer.
    let triggers: [Bool]
    let hasSpaces: Bool
    let hasOrdinalDot: Bool
    let hasCapitalNouns: Bool
    /// A capital on a function word in the middle of a sentence tells that another one begins.
    let capitalsTell: Bool
    let hasVowels: Bool
    /// A single dot ends no sentence, as in Armenian.
    let isDotPlain: Bool
    /// Sentences may end at a space: some final words are known.
    let hasFinals: Bool
    /// Behind some words a dash ends a sentence.
    let hasDashFinals: Bool
    /// The verbs of saying are known, so that a word that is none can be told.
    let knowsSayings: Bool
    /// Marks that end a sentence before any capital; other weak ones do only before a starter.
    let weakTerminators: Set<Unicode.Scalar>
    let newline: NewlineMode
    let quotations: QuotationMode

    /// - Parameter abbreviations: the caller's own, over those of the locale; without their last dot.
    public init(
        _ profile: LocaleProfile, newline: NewlineMode = .paragraph,
        quotations: QuotationMode = .split, abbreviations: [String: AbbreviationClass] = [:]
    ) {
        let basics = profile.basics
        classes = Self.classes(basics)
        words = Self.words(profile, abbreviations, classes)
        hasFinals = profile.finals.contains { !$0.hasSuffix(" -") }
        hasDashFinals = profile.finals.contains { $0.hasSuffix(" -") }
        triggers = Self.triggers(basics, hasFinals: hasFinals)
        hasSpaces = basics.spaces
        hasOrdinalDot = basics.ordinalDot
        hasCapitalNouns = basics.capitalNouns
        capitalsTell = basics.spaces && !basics.capitalNouns && !basics.titleCase
        hasVowels = !basics.vowels.isEmpty
        isDotPlain = basics.nonTerminators.contains(".")
        knowsSayings = !profile.reporting.forms.isEmpty
        weakTerminators = Set(basics.weakTerminators)
        self.newline = newline
        self.quotations = quotations
    }

    private static func classes(_ basics: LocaleBasics) -> ScalarClassTable {
        var classes = ScalarClassTable.common
        classes.insertVowels(Set(basics.vowels))
        for scalar in basics.weakTerminators { classes.insert(.weak, scalar.value) }
        for scalar in basics.terminators {
            classes.remove([.weak, .pause, .dot], scalar.value)
            classes.insert(.strong, scalar.value)
        }
        for scalar in basics.nonTerminators where scalar != "." {
            classes.remove(.terminator, scalar.value)
        }
        return classes
    }

    private static func triggers(_ basics: LocaleBasics, hasFinals: Bool) -> [Bool] {
        var triggers = [Bool](repeating: false, count: 256)
        let looked: ScalarClass = [.terminator, .weak, .holdingOpener, .holdingCloser]
        let common = ScalarClass.characters.filter { $0.class.has(looked) }.map(\.characters)
        let special = common.joined().unicodeScalars + basics.terminators + basics.weakTerminators
        let addresses: [Unicode.Scalar] = [":", "=", "_", "*", "-"]
        for scalar in special + addresses + ["\"", "\n", "\u{1F300}"] {
            if let lead = String(Character(scalar)).utf8.first { triggers[Int(lead)] = true }
        }
        triggers[0x20] = hasFinals
        return triggers
    }

    private static func words(
        _ profile: LocaleProfile, _ own: [String: AbbreviationClass], _ folding: ScalarClassTable
    ) -> WordTable {
        var words = WordTable()
        func insert(_ list: some Sequence<String>, _ marks: WordTable.Marks) {
            for word in list { words.insert(word, marks, folding: folding) }
        }
        /// "-습니다" is an ending, "ہے -" a word that a dash must follow.
        func insertFinal(_ final: String) {
            if final.hasPrefix("-") { return insert([String(final.dropFirst())], .finalEnding) }
            guard final.hasSuffix(" -") else { return insert([final], .final) }
            insert([String(final.dropLast(2))], .dashFinal)
        }
        for (word, kind) in profile.abbreviations { insert([word], kind.marks) }
        for (word, kind) in own { insert([word], kind.marks) }
        insert(profile.starters, .starter)
        insert(profile.basics.commonWords, .common)
        insert(profile.grammar.words(.determiner), .determiner)
        for final in profile.finals { insertFinal(final) }
        insert(Sayings.of(profile), .saying)
        if !profile.basics.spaces {
            insert(profile.grammar.words(.titleCaseStop), .otherWord)
            insert(profile.grammar.words(.linker), .linker)
        }
        return words
    }
}

extension AbbreviationClass {
    fileprivate var marks: WordTable.Marks {
        switch self {
        case .title: .title
        case .number: .number
        case .other: .other
        }
    }
}
