internal import TextCore

/// A quote on its way: what the frame tells, before speakers are resolved and mediation is judged.
struct QuoteDraft: Sendable {
    var span: TextSpan
    var form: Quote.Form
    var speaker: TextSpan?
    var cue: TextSpan?
    /// The frame that it was read from.
    var frame: TextSpan
    /// The block it stands in.
    var block: Int
    /// No frame of its own: the speaker is whoever spoke before.
    var isFloating = false
    /// Only its verbs' mood tells that somebody else is speaking; without a speaker before it is nobody's words.
    var isUnframed = false
    /// Its quotation is not closed in its paragraph.
    var isOpen = false
    /// Who acts in the sentence before, in the same paragraph or in one that ends with a colon.
    var introducer: TextSpan?
    /// The paragraph goes on with the quotation of the one before.
    var continues = false
    /// The tellers of a quote inside a quote, and who quotes the speaker.
    var tellers: [TextSpan] = []
    /// The quote around it has this span.
    var isNested = false
    /// A transcript's label, with its note.
    var label: TextSpan?
    var confidence = 0.9
    /// The number of the draft whose speaker it took over.
    var inherits: Int?
}
