internal import LocaleData
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
    private let ruleFile: RuleFile?

    /// - Parameters:
    ///   - newline: one of ``newlineModes``; anything else counts as `paragraph`.
    ///   - ruleFile: decides instead of the locale data.
    public init(
        _ shelf: ProfileShelf, newline: String = "paragraph", ruleFile: RuleFile? = nil
    ) {
        self.shelf = shelf
        self.ruleFile = ruleFile
        self.newline = SegmentationRules.NewlineMode(rawValue: newline) ?? .paragraph
    }

    public func sentences(_ text: Text, _ language: LanguageTag) throws(WorkbenchError)
        -> [Sentence]
    {
        let offsets = text.offsets
        return try spans(text, language).map {
            Sentence(start: offsets.scalar($0.start), end: offsets.scalar($0.end), text: text[$0])
        }
    }

    private func spans(_ text: Text, _ language: LanguageTag) throws(WorkbenchError) -> [TextSpan] {
        if let ruleFile { return try ruleFile.sentences(in: text, language, newline) }
        return try segmenter(language).sentences(in: text)
    }

    /// What was decided at each candidate: scalar offset, whether it is a boundary, and the reason in words.
    public func decisions(
        _ text: Text, _ language: LanguageTag
    ) throws(WorkbenchError) -> [(offset: Int, isBoundary: Bool, reason: String)] {
        let offsets = text.offsets
        if let ruleFile {
            return try ruleFile.decisions(in: text, language, newline).map {
                (offsets.scalar($0.offset), $0.isBoundary, $0.reason)
            }
        }
        return try segmenter(language).decisions(in: text).map {
            (offsets.scalar($0.offset), $0.isBoundary, $0.reason.rawValue)
        }
    }

    private func segmenter(_ language: LanguageTag) throws(WorkbenchError) -> SentenceSegmenter {
        do throws(LocaleDataError) {
            return SentenceSegmenter(
                SegmentationRules(try shelf.profile(language), newline: newline))
        } catch {
            throw WorkbenchError(error)
        }
    }
}
