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

    let abbreviations: [String: AbbreviationClass]
    let starters: Set<String>
    let hasSpaces: Bool
    let hasOrdinalDot: Bool
    let hasCapitalNouns: Bool
    let extraTerminators: Set<Unicode.Scalar>
    let nonTerminators: Set<Unicode.Scalar>
    /// Base letters that sound a syllable: a short word without one is an abbreviation.
    let vowelLetters: Set<Unicode.Scalar>
    /// Words that report speech, and longer ones that only end like them: where no space parts the words of a clause.
    let sayings: Set<String>
    let otherWords: Set<String>
    /// Words that tie a quotation to the noun after it.
    let linkers: Set<String>
    let newline: NewlineMode

    /// - Parameter abbreviations: the caller's own, over those of the locale; without their last dot.
    public init(
        _ profile: LocaleProfile, newline: NewlineMode = .paragraph,
        abbreviations: [String: AbbreviationClass] = [:]
    ) {
        var list = profile.abbreviations
        for (word, kind) in abbreviations { list[Normalizer.fold(word)] = kind }
        self.abbreviations = list
        starters = profile.starters
        hasSpaces = profile.basics.spaces
        hasOrdinalDot = profile.basics.ordinalDot
        hasCapitalNouns = profile.basics.capitalNouns
        extraTerminators = Set(profile.basics.terminators)
        nonTerminators = Set(profile.basics.nonTerminators)
        vowelLetters = Set(profile.basics.vowels)
        sayings = hasSpaces ? [] : Self.sayings(profile.reporting)
        otherWords = hasSpaces ? [] : profile.grammar.words(.titleCaseStop)
        linkers = hasSpaces ? [] : profile.grammar.words(.linker)
        self.newline = newline
    }

    /// The forms of `speech`, and what stands before two different verbs in others: “问说” and “问道” tell that “问” is a
    /// verb of saying, while “声称” alone tells nothing of “声”.
    private static func sayings(_ reporting: ReportingLexicon) -> Set<String> {
        var sayings = Set(reporting.forms.filter { $0.value.classes.contains(.speech) }.keys)
        // What often follows a whole verb of saying ("说", "道") follows the others, too.
        var followers: [Character: Int] = [:]
        for form in sayings where sayings.contains(String(form.dropLast())) {
            if let last = form.last { followers[last, default: 0] += 1 }
        }
        var stems: [String: Int] = [:]
        for form in sayings where form.count > 1 && followers[form.last ?? " ", default: 0] >= 5 {
            stems[String(form.dropLast()), default: 0] += 1
        }
        for (stem, count) in stems where count > 1 { sayings.insert(stem) }
        return sayings
    }
}
