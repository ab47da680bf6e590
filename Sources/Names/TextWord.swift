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
    }

    /// What stands between the word before and this one.
    enum Gap {
        case nothing, space, hyphen, middleDot, other
    }

    var span: TextSpan
    let shape: Shape
    let gap: Gap
    /// The first word of a sentence, of a quotation or after a colon: its capital tells nothing.
    let opens: Bool
    /// Case folded.
    let folded: String
}
