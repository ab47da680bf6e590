internal import TextCore

/// A word of a text as the finder sees it.
struct TextWord {
    enum Shape {
        /// "Lavrov", and "McKay"
        case capitalised
        /// "NATO"
        case capitals
        /// "J." as in "J. Smith"
        case initial
        case lower
        case number
        /// Of a script without case.
        case caseless

        /// As a word of a name in a script with capitals.
        var isNameLike: Bool { self == .capitalised || self == .capitals || self == .initial }
    }

    /// What stands between the word before and this one.
    enum Gap {
        case nothing, space, hyphen, middleDot, other

        /// The words on both sides can be of one name.
        var joins: Bool { self == .space || self == .hyphen || self == .nothing }
    }

    var span: TextSpan
    let shape: Shape
    let gap: Gap
    /// The first word of a sentence, of a quotation or after a colon: its capital tells nothing.
    let opens: Bool
    /// Case folded.
    let folded: String
    /// The same for all words of the text with this folded form; `nil` for a part of a word.
    var number: Int?
}
