public import TextCore

/// A text, or a stretch of a longer one, with the sentences in it.
public struct SentenceStretch: Sendable {
    /// What was decided at a place that could end a sentence.
    public struct Decision: Sendable {
        /// In ``text``.
        public let offset: Int
        public let isBoundary: Bool
        /// In words.
        public let reason: String
    }

    public let text: Text
    /// The bytes that the text was made from, where they are others.
    let input: [UInt8]?
    public let sentences: [TextSpan]
    /// Empty unless asked for.
    public let decisions: [Decision]
    /// How many Unicode scalars of the input stand before the text.
    public let scalarStart: Int
    /// Ill-formed bytes of the input, each run replaced by U+FFFD; offsets count its bytes.
    public let repairs: [Text.Repair]

    /// Hands over each sentence in the characters of the input; it may have line ends in it.
    public func forEachSentence(_ body: (TextSpan, ArraySlice<UInt8>) -> Void) {
        guard let input else {
            for span in sentences { body(span, text.bytes[span.range]) }
            return
        }
        let offsets = text.offsets
        var slices = InputSlices(utf8: input, keepsMark: scalarStart > 0)
        for span in sentences {
            body(span, slices.bytes(offsets.scalar(span.start), offsets.scalar(span.end)))
        }
    }

    /// From places of the text to Unicode scalars of the input; made anew for each call.
    public var scalars: (Int) -> Int {
        let offsets = text.offsets
        return { scalarStart + offsets.scalar($0) }
    }
}
