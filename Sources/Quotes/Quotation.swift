internal import TextCore

/// A stretch between quotation marks, or after a dash that opens a speech.
struct Quotation: Sendable {
    /// With the marks.
    var outer: TextSpan
    /// Without marks and the white space inside them.
    var inner: TextSpan
    /// 0 outside all other quotations.
    var level = 0
    /// The paragraph began inside the quotation of the one before, or repeats its opening mark.
    var continues = false
    /// No closing mark stands in this paragraph.
    var isOpen = false
    var isDash = false
}
