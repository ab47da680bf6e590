public import TextCore

/// Splits a text into sentences.
///
/// A scan over the bytes finds every place that could end a sentence; the locale's lists and the shape of the words
/// around it decide. Spans together cover every non-blank byte, so joining them gives the text back.
public struct SentenceSegmenter: Sendable {
    private let rules: SegmentationRules

    public init(_ rules: SegmentationRules) { self.rules = rules }

    /// - Returns: spans in text order, UTF-8 byte offsets, none empty, without white space at their ends.
    public func sentences(in text: Text) -> [TextSpan] {
        scan(text) { reader in
            var scan = BoundaryScan(reader: reader, rules: rules, keepsAll: false)
            scan.run()
            var start = 0
            var sentences: [TextSpan] = []
            sentences.reserveCapacity(scan.decisions.count)
            for decision in scan.decisions {
                let span = reader.trimmed(start, decision.offset)
                if !span.isEmpty { sentences.append(span) }
                start = max(start, decision.offset)
            }
            return sentences
        }
    }

    /// Every candidate with what was decided there, in text order; the last one is the end of the text.
    public func decisions(in text: Text) -> [BoundaryDecision] {
        scan(text) { reader in
            var scan = BoundaryScan(reader: reader, rules: rules, keepsAll: true)
            scan.run()
            return scan.decisions
        }
    }

    private func scan<Value>(_ text: Text, _ body: (ByteReader) -> [Value]) -> [Value] {
        text.bytes.withUnsafeBufferPointer { ByteReader.read($0, rules, body) ?? [] }
    }
}
