internal import TextCore

/// Segmentation rules as SRX 2.0 (Segmentation Rules eXchange, LISA OSCAR 2008) holds them: named lists of rules, and
/// patterns of language codes that tell which lists serve a language.
public struct SRXDocument: Hashable, Sendable {
    /// At a place where `before` matches what stands before and `after` what follows, a segment ends, or does not.
    public struct Rule: Hashable, Sendable {
        public var isBreak: Bool
        /// Regular expressions; empty ones match everywhere.
        public var before: String
        public var after: String

        public init(isBreak: Bool, before: String, after: String) {
            self.isBreak = isBreak
            self.before = before
            self.after = after
        }
    }

    /// A `languagerule`: rules in the order in which they are asked.
    public struct RuleList: Hashable, Sendable {
        public var name: String
        public var rules: [Rule]

        public init(name: String, rules: [Rule]) {
            self.name = name
            self.rules = rules
        }
    }

    /// A `languagemap`: the rules that serve the languages whose codes a regular expression matches as a whole.
    public struct LanguageMap: Hashable, Sendable {
        public var pattern: String
        public var name: String

        public init(pattern: String, name: String) {
            self.pattern = pattern
            self.name = name
        }
    }

    /// Whether a segment takes the formatting codes at its border along.
    public struct FormatHandling: Hashable, Sendable {
        public var includesStart = false
        public var includesEnd = true
        public var includesIsolated = false

        public init() {}
    }

    /// Text inside other text, such as a footnote, is segmented too.
    public var segmentsSubflows = true
    /// All lists that match a language serve it, in the order of the maps; else the first alone.
    public var cascades = false
    public var formatHandling = FormatHandling()
    public var lists: [RuleList]
    public var maps: [LanguageMap]

    public init(lists: [RuleList], maps: [LanguageMap]) {
        self.lists = lists
        self.maps = maps
    }

    /// The lists that serve a language, in the order in which their rules are asked; none where no map matches.
    ///
    /// - Parameter language: a code as files of this kind know it: `uk`, `en-GB`. Case counts for nothing.
    public func lists(for language: String) -> [RuleList] {
        let code = Text(language)
        let matching = maps.filter {
            (try? RegularExpression($0.pattern))?.wholeMatch(in: code) != nil
        }
        let names = (cascades ? matching[...] : matching.prefix(1)).map(\.name)
        return names.compactMap { name in lists.first { $0.name == name } }
    }
}
