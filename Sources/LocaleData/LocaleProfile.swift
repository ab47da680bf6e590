public import TextCore

/// All that is known of a language, its parents' data included: what the analysers take as a value.
public struct LocaleProfile: Sendable {
    /// The tag that was asked for.
    public let tag: LanguageTag
    /// The folders that the data came from, nearest first; `root` alone for an unknown language.
    public let folders: [String]
    public let basics: LocaleBasics
    public private(set) var abbreviations: [String: AbbreviationClass]
    /// Lower-case words that begin a sentence after an abbreviation.
    public let starters: Set<String>
    /// Words that close a sentence even where no mark stands behind them; "-" before an ending of any word.
    public let finals: Set<String>
    public let quotation: QuotationStyle
    public let reporting: ReportingLexicon
    public let grammar: Grammar
    /// Names of languages in this language: tag to forms.
    public let languageNames: [String: [String]]
    public let mediation: [MediationCue]
    public let names: NameProfile
    public let sounds: SoundProfile
    /// What letters of this language stand for in Latin ones; empty where nothing was learned.
    public let letterCosts: LetterCostProfile
    public let furniture: [FurniturePattern]
    /// What class and id attributes of pages say.
    public let pageHints: [PageHint]
    public let wording: Wording

    /// True when only the root's data stands behind this language.
    public var isFallback: Bool { folders == ["root"] }

    /// The same with other abbreviations over its own; folded, without their last dots.
    public func adding(_ abbreviations: [String: AbbreviationClass]) -> LocaleProfile {
        var profile = self
        profile.abbreviations.merge(abbreviations) { $1 }
        return profile
    }
}

/// What `locale.json` says of a language.
public struct LocaleBasics: Sendable {
    /// Words are separated by spaces.
    public var spaces = true
    /// A number followed by a dot may be an ordinal.
    public var ordinalDot = false
    /// Every noun is written with a capital, so a capital does not show a name.
    public var capitalNouns = false
    /// Headlines are written with capitals throughout, so a capital on a function word tells nothing.
    public var titleCase = false
    /// Sentence terminators beyond the common ones.
    public var terminators: [Unicode.Scalar] = []
    /// Characters that other languages end sentences with, but this one does not, such as the Armenian dot.
    public var nonTerminators: [Unicode.Scalar] = []
    /// Marks that end a sentence before a space and a capital, and only there, such as the Italian colon.
    public var weakTerminators: [Unicode.Scalar] = []
    /// Letters that sound a syllable, lower case without accents.
    public var vowels: [Unicode.Scalar] = []
    /// The commonest words, lower case.
    public var commonWords: [String] = []
}

/// How an abbreviation ends, or does not end, a sentence.
public enum AbbreviationClass: String, CaseIterable, Sendable {
    /// Never ends a sentence ("Dr.").
    case title
    /// Does not end a sentence before a digit ("No. 5").
    case number
    /// Ends a sentence only before a known starter ("etc.").
    case other
}

/// The quotation marks of a language.
public struct QuotationStyle: Sendable {
    public struct Pair: Hashable, Sendable {
        public let open: String
        public let close: String

        public init(open: String, close: String) {
            self.open = open
            self.close = close
        }
    }

    /// The usual pairs, outermost first.
    public let levels: [Pair]
    /// Other pairs that occur.
    public let alternatives: [Pair]
    /// A dash at the start of a paragraph opens a speech.
    public let dashDialogue: Bool
}

/// One pattern of furniture.
public struct FurniturePattern: Sendable {
    public let kind: String
    public let pattern: String

    public static let kinds = [
        "navigation", "breadcrumb", "share", "comments", "newsletter", "related", "cookies",
        "licence",
        "byline", "date", "advertisement", "caption", "paywall", "copyright", "app", "origin",
    ]
}

/// A pattern that tells how words reached the page.
public struct MediationCue: Sendable {
    public enum Class: String, CaseIterable, Sendable {
        case interpreted, translated, languageNoted = "language_noted", relay, none
    }

    public enum Scope: String, CaseIterable, Sendable {
        case frame, label, session
    }

    public let cueClass: Class
    public let scope: Scope
    /// An ICU regular expression with the placeholders filled in.
    public let pattern: String
    public let example: String
    /// The file and line it stands in, for messages.
    public let origin: String
}
