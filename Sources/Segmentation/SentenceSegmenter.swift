public import TextCore

/// Splits a text into sentences.
///
/// A scan over the bytes finds every place that could end a sentence; the locale's lists and the shape of the words
/// around it decide. Spans together cover every non-blank byte, so joining them gives the text back.
public struct SentenceSegmenter: Sendable {
    private let rules: SegmentationRules
    private let triggers: [Bool]

    public init(_ rules: SegmentationRules) {
        self.rules = rules
        triggers = Terminator.triggers(rules)
    }

    /// - Returns: spans in text order, UTF-8 byte offsets, none empty, without white space at their ends.
    public func sentences(in text: Text) -> [TextSpan] {
        var sentences: [TextSpan] = []
        var start = 0
        for decision in decisions(in: text) where decision.isBoundary && decision.offset > start {
            let span = text.trimmed(TextSpan(start, decision.offset))
            if !span.isEmpty { sentences.append(span) }
            start = decision.offset
        }
        return sentences
    }

    /// Every candidate with what was decided there, in text order; the last one is the end of the text.
    public func decisions(in text: Text) -> [BoundaryDecision] {
        text.bytes.withUnsafeBufferPointer { bytes in
            var scan = BoundaryScan(
                reader: ByteReader(bytes: bytes), rules: rules, triggers: triggers)
            scan.run()
            return scan.decisions
        }
    }
}
