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
    let extraTerminators: Set<Unicode.Scalar>
    let nonTerminators: Set<Unicode.Scalar>
    /// Base letters that sound a syllable: a short word without one is an abbreviation.
    let vowelLetters: Set<Unicode.Scalar>
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
        extraTerminators = Set(profile.basics.terminators)
        nonTerminators = Set(profile.basics.nonTerminators)
        vowelLetters = Set(profile.basics.vowels)
        self.newline = newline
    }
}
