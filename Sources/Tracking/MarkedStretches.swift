internal import TextCore

/// The stretches of a passage that stand in quotation marks, of whatever style.
struct MarkedStretches {
    let spans: [TextSpan]
    private let passage: Passage

    /// Letters, as ``PassageWeight`` counts them. Where words have no spaces, marks set off names and titles as well.
    private static let shortestPhrase = 12.0

    private static let closers: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "“": ["”", "“"], "„": ["“", "”"], "«": ["»"], "»": ["«"], "「": ["」"], "『": ["』"],
        "\"": ["\""], "〝": ["〞"], "”": ["”"], "＂": ["＂"],
    ]

    init(_ passage: Passage) {
        var spans: [TextSpan] = []
        var open: (start: Int, closers: Set<Unicode.Scalar>)?
        var offset = passage.span.start
        while offset < passage.span.end {
            let (scalar, next) = passage.text.scalar(at: offset)
            if let mark = open, mark.closers.contains(scalar) {
                if offset > mark.start { spans.append(TextSpan(mark.start, offset)) }
                open = nil
            } else if open == nil, let closers = Self.closers[scalar] {
                open = (next, closers)
            }
            offset = next
        }
        self.spans = spans
        self.passage = passage
    }

    /// Those that are no mere names.
    var phrases: [TextSpan] {
        passage.lexicon.hasWholeWords
            ? spans : spans.filter { PassageWeight.of(passage, $0) >= Self.shortestPhrase }
    }

    var weight: Double { spans.reduce(0) { $0 + PassageWeight.of(passage, $1) } }
}
