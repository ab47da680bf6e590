public import LocaleData
internal import TextCore

/// The decisions of ``SentenceSegmenter`` as rules of SRX, for programs that know nothing else.
///
/// What a pattern cannot see stays out: whether a straight mark opened or closes, where a list runs on, and how many
/// words a sentence has. First the rules that forbid a break, with their exceptions before them, then those that break.
public struct ProfilePatterns {
    let profile: LocaleProfile
    let marks: MarkSets
    let vowels: String

    public init(_ profile: LocaleProfile) {
        self.profile = profile
        marks = MarkSets(SegmentationRules(profile))
        vowels = Self.vowels(profile.basics.vowels)
    }

    /// In the order in which they are to be asked.
    public var rules: [PatternRule] {
        omissions + abbreviationsThatNeverEnd + lowerCase + abbreviationsThatMayEnd + numbers
            + continuations + ends
    }

    static func breaks(_ before: String, _ after: String) -> PatternRule {
        PatternRule(isBreak: true, before: before, after: after)
    }

    static func keeps(_ before: String, _ after: String) -> PatternRule {
        PatternRule(isBreak: false, before: before, after: after)
    }

    /// Vowels with all their accents, both cases.
    private static func vowels(_ letters: [Unicode.Scalar]) -> String {
        let base = Set(letters)
        let blocks: [ClosedRange<UInt32>] = [0x41...0x24F, 0x370...0x52F, 0x1E00...0x1FFF]
        let found = blocks.joined().compactMap(Unicode.Scalar.init).filter { scalar in
            guard CharacterTable.shared.isLetter(scalar) else { return false }
            let parts = Normalizer.normalize(Normalizer.fold(String(Character(scalar))), .nfd)
            return parts.unicodeScalars.first.map(base.contains) ?? false
        }
        return found.isEmpty ? "(?!)" : PatternText.ranges(Set(found))
    }
}

/// The terminators of a language as sets of characters.
struct MarkSets {
    /// A dot, an ellipsis, or a mark that needs a space behind it.
    let plain: String
    /// Some of them in a row with what closes; limited, as no repeat may grow with the text.
    let end: String
    let dot: String
    /// Marks that end a sentence whatever follows, such as `!`.
    let strong: String
    /// Marks that need no space behind them; `nil` where there are none.
    let full: String

    init(_ rules: SegmentationRules) {
        var dots: [Unicode.Scalar] = []
        var ellipses: [Unicode.Scalar] = []
        var strong: [Unicode.Scalar] = []
        var full: [Unicode.Scalar] = []
        for scalar in (0x21...0xFFFF).compactMap({ (value: UInt32) in Unicode.Scalar(value) }) {
            let classes = rules.classes.entry(scalar).classes
            if classes.has(.dot) && !rules.isDotPlain { dots.append(scalar) }
            if classes.has(.ellipsis) { ellipses.append(scalar) }
            if classes.has(.strong) { strong.append(scalar) }
            if classes.has(.full) { full.append(scalar) }
        }
        dot = dots.isEmpty ? "(?!)" : PatternText.set(dots)
        plain = PatternText.set(dots + ellipses + strong)
        end = "\(plain){1,12}\(PatternText.closer){0,5}"
        // Without spaces between words, "!" needs none behind it either.
        self.strong = PatternText.set(strong)
        self.full = PatternText.set(rules.hasSpaces ? full : full + strong)
    }
}
