public import TextCore

extension SentenceSegmenter {
    /// The sentences of a document: a title or subhead is one, every other block is split by itself.
    ///
    /// - Returns: spans of the document's text, in order, each inside a block.
    public func sentences(in document: Document) -> [TextSpan] {
        document.sentences { sentences(in: $0) }
    }
}
