public import LocaleData
internal import Segmentation
internal import Synchronization
public import TextCore

/// The sentences of documents, as beads and the index count them: all blocks in order, each by itself.
///
/// A title or subhead is one sentence. Safe to share; each language's rules are made once.
public final class DocumentSegmenter: Sendable {
    private let shelf: ProfileShelf
    private let segmenters = Mutex<[LanguageTag: Result<SentenceSegmenter, LocaleDataError>]>([:])

    public init(_ shelf: ProfileShelf) { self.shelf = shelf }

    /// - Returns: spans of the document's text, in order, each inside a block.
    public func sentences(_ document: Document) throws(LocaleDataError) -> [TextSpan] {
        try segmenter(document.language).sentences(in: document)
    }

    /// Data that cannot be read is remembered too, or every document would try again.
    func segmenter(_ language: LanguageTag) throws(LocaleDataError) -> SentenceSegmenter {
        if let known = segmenters.withLock({ $0[language] }) { return try known.get() }
        let made = Result { () throws(LocaleDataError) in
            SentenceSegmenter(SegmentationRules(try shelf.profile(language)))
        }
        segmenters.withLock { $0[language] = made }
        return try made.get()
    }
}
