internal import TextCore

/// A sentence as the reader of quotations sees it: words and marks, each quotation as one token.
struct Frame: Sendable {
    let span: TextSpan
    let tokens: [Token]
    let takesBareClause: Bool
    let takesClauseAfterComma: Bool
    let hasSpaces: Bool
    let hasCapitalNouns: Bool
    /// The language has verb forms that tell by themselves that somebody else is speaking.
    let hasReportiveMood: Bool
    /// A particle stands between a quotation and its verb, and the verb last.
    let hasQuoteMarkers: Bool
    /// The locale data knows the finite verbs that show a clause.
    let knowsPredicates: Bool

    var count: Int { tokens.count }

    func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    }

    /// A speaker's words without the particle that marks a subject.
    func mention(_ range: Range<Int>) -> TextSpan {
        var mention = span(range)
        mention.end -= Int(tokens[range.upperBound - 1].particle)
        return mention
    }

    func kind(_ index: Int) -> Token.Kind? {
        index >= 0 && index < tokens.count ? tokens[index].kind : nil
    }

    func has(_ index: Int, _ classes: WordClasses) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].has(classes)
    }

    /// Punctuation and words that may stand between a quotation and what reports it.
    func isSkippable(_ index: Int) -> Bool {
        guard index >= 0, index < tokens.count else { return false }
        switch tokens[index].kind {
        case .comma, .dash, .mark, .terminator: return true
        default: return isFiller(index)
        }
    }

    /// Auxiliaries, adverbs and words of time between subject and verb.
    func isFiller(_ index: Int) -> Bool {
        guard index >= 0, index < tokens.count else { return false }
        let token = tokens[index]
        if token.kind == .mark { return true }
        return token.kind == .word && token.has([.auxiliary, .adverb, .temporal])
            && !token.has(.verb) && !token.has([.masculine, .feminine, .plural])
    }

    /// A word whose ending closes a reported clause.
    func closesClause(_ index: Int) -> Bool {
        has(index, .quoteMarker) && tokens[index].number < 0
    }

    /// A quotation stands directly before, but for punctuation and fillers.
    func followsQuotation(_ index: Int) -> Bool {
        var before = index - 1
        while isSkippable(before) || has(before, .quoteMarker), kind(before) != .quotation {
            before -= 1
        }
        return kind(before) == .quotation
    }
}
