internal import TextCore

/// A word, a mark, or a whole quotation that the frame around it sees as one thing.
struct Token: Sendable {
    enum Kind: UInt8, Sendable {
        case word, number, comma, colon, semicolon, dash, open, close, terminator, other
        /// A quotation; `number` is its index.
        case quotation
        /// A mediation mark, which no noun phrase contains; `number` is its index.
        case mark
    }

    var start: Int32
    var end: Int32
    var kind: Kind
    var isCapitalised = false
    /// Written in a script without capitals.
    var isUncased = false
    var number: Int32 = -1
    var classes: WordClasses = []
    /// The bytes of a subject's particle that is written together with its word.
    var particle: UInt8 = 0

    var span: TextSpan { TextSpan(Int(start), Int(end)) }
    var isWordLike: Bool { kind == .word || kind == .number }

    @inline(__always)
    func has(_ any: WordClasses) -> Bool { !classes.isDisjoint(with: any) }

    /// Could be a name: a capital where a language has them.
    var isNameLike: Bool { isCapitalised && kind == .word }
}
