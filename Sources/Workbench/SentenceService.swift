public import LocaleData
internal import Segmentation
public import TextCore

/// Sentences of any text in any language, with the offsets that other programs count.
public struct SentenceService: Sendable {
    /// A sentence; offsets count Unicode scalars of the text as it was given.
    public struct Sentence: Hashable, Sendable {
        public let start: Int
        public let end: Int
        public let text: String
    }

    public static let newlineModes = SegmentationRules.NewlineMode.allCases.map(\.rawValue)

    private let shelf: ProfileShelf
    private let newline: SegmentationRules.NewlineMode

    /// - Parameter newline: one of ``newlineModes``; anything else counts as `paragraph`.
    public init(_ shelf: ProfileShelf, newline: String = "paragraph") {
        self.shelf = shelf
        self.newline = SegmentationRules.NewlineMode(rawValue: newline) ?? .paragraph
    }

    public func sentences(_ text: Text, _ language: LanguageTag) throws(LocaleDataError)
        -> [Sentence]
    {
        let offsets = text.offsets
        return try segmenter(language).sentences(in: text).map {
            Sentence(start: offsets.scalar($0.start), end: offsets.scalar($0.end), text: text[$0])
        }
    }

    /// What was decided at each candidate: scalar offset, whether it is a boundary, and the reason in words.
    public func decisions(
        _ text: Text, _ language: LanguageTag
    ) throws(LocaleDataError) -> [(offset: Int, isBoundary: Bool, reason: String)] {
        let offsets = text.offsets
        return try segmenter(language).decisions(in: text).map {
            (offsets.scalar($0.offset), $0.isBoundary, $0.reason.rawValue)
        }
    }

    private func segmenter(_ language: LanguageTag) throws(LocaleDataError) -> SentenceSegmenter {
        SentenceSegmenter(SegmentationRules(try shelf.profile(language), newline: newline))
    }
}
