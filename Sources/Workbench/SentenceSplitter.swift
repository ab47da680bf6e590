internal import Segmentation
internal import TextCore

/// What splits texts of one language: its locale data, or a file of rules.
enum SentenceSplitter: Sendable {
    case profile(SentenceSegmenter)
    case file(RuleFile, LanguageTag, SegmentationRules.NewlineMode)

    func sentences(in text: Text) throws(WorkbenchError) -> [TextSpan] {
        switch self {
        case .profile(let segmenter): segmenter.sentences(in: text)
        case .file(let file, let language, let newline):
            try file.sentences(in: text, language, newline)
        }
    }

    func decisions(in text: Text) throws(WorkbenchError) -> [SentenceStretch.Decision] {
        switch self {
        case .profile(let segmenter):
            segmenter.decisions(in: text).map {
                .init(offset: $0.offset, isBoundary: $0.isBoundary, reason: $0.reason.rawValue)
            }
        case .file(let file, let language, let newline):
            try file.decisions(in: text, language, newline).map {
                .init(offset: $0.offset, isBoundary: $0.isBoundary, reason: $0.reason)
            }
        }
    }
}
