/// What was decided at one candidate, and why: `dragoman segment --explain` shows it.
public struct BoundaryDecision: Hashable, Sendable {
    public enum Reason: String, CaseIterable, Sendable {
        case endOfText = "end of text"
        case newline = "line end"
        case listMarker = "list marker"
        case strongTerminator = "strong terminator"
        case fullTerminator = "terminator that needs no space"
        case ellipsis = "ellipsis before a new start"
        case plainDot = "dot after an ordinary word"
        case starterFollows = "abbreviation before a starter"
        case unit = "unit behind a number"
        case pictograph = "emoji"
        case closed = "closing mark after the dot"
        case gluedSentence = "next sentence without a space"
        case abbreviation = "abbreviation"
        case title = "title"
        case numberWord = "number word before a digit"
        case initial = "initial"
        case ordinal = "ordinal or list number"
        case shape = "shape of an abbreviation"
        case lowercaseFollows = "lower case follows"
        case punctuationFollows = "punctuation follows"
        case insideBrackets = "inside brackets"
        case noSpace = "no space after it"
        case weakTerminator = "colon or semicolon before a new start"
        case dateline = "dateline"
        case address = "web address"
        case rule = "rule of repeated characters"
        case heading = "heading without a stop"
        case final = "word that closes a sentence"
        case emoticon = "emoticon"
        case noTerminator = "ends no sentence in this language"
        case insideQuotation = "inside a quotation"
        case quotationGoesOn = "the sentence goes on after the quotation"
    }

    /// The byte offset after the last character of the sentence that ends, or would end, here.
    public let offset: Int
    public let isBoundary: Bool
    public let reason: Reason

    public init(offset: Int, isBoundary: Bool, reason: Reason) {
        self.offset = offset
        self.isBoundary = isBoundary
        self.reason = reason
    }
}
