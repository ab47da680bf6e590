internal import Segmentation
internal import TextCore

/// What splits texts of one language: its locale data, or a file of rules.
enum SentenceSplitter: Sendable {
    /// With furniture, lines of it stand apart: where a single line end may be inside a sentence.
    case profile(SentenceSegmenter, FurnitureLines?)
    case file(RuleFile, LanguageTag, SegmentationRules.NewlineMode)

    func sentences(in text: Text) throws(WorkbenchError) -> [TextSpan] {
        switch self {
        case .profile(let segmenter, let furniture):
            let sentences = segmenter.sentences(in: text)
            return furniture?.apart(sentences, in: text) ?? sentences
        case .file(let file, let language, let newline):
            return try file.sentences(in: text, language, newline)
        }
    }

    func decisions(in text: Text) throws(WorkbenchError) -> [SentenceStretch.Decision] {
        switch self {
        case .profile(let segmenter, let furniture):
            let decisions = segmenter.decisions(in: text).map {
                SentenceStretch.Decision(
                    offset: $0.offset, isBoundary: $0.isBoundary, reason: $0.reason.rawValue)
            }
            guard furniture != nil else { return decisions }
            return Self.decisions(decisions, try sentences(in: text))
        case .file(let file, let language, let newline):
            return try file.decisions(in: text, language, newline).map {
                .init(offset: $0.offset, isBoundary: $0.isBoundary, reason: $0.reason)
            }
        }
    }

    /// The sentences of a document: a heading is one, every other block is split by itself.
    func sentences(in document: Document) throws(WorkbenchError) -> [TextSpan] {
        try document.sentences { text throws(WorkbenchError) in try sentences(in: text) }
    }

    func decisions(in document: Document) throws(WorkbenchError) -> [SentenceStretch.Decision] {
        var decisions: [SentenceStretch.Decision] = []
        for block in document.blocks {
            if block.kind.isHeading {
                decisions.append(
                    .init(offset: block.span.end, isBoundary: true, reason: block.kind.rawValue))
            } else {
                decisions += try self.decisions(in: document.text.excerpt(block.span)).map {
                    .init(
                        offset: $0.offset + block.span.start, isBoundary: $0.isBoundary,
                        reason: $0.reason)
                }
            }
        }
        return decisions
    }

    /// Line ends at which furniture was parted from a sentence, which the segmenter left inside one.
    private static func decisions(
        _ decisions: [SentenceStretch.Decision], _ sentences: [TextSpan]
    ) -> [SentenceStretch.Decision] {
        var next = 0
        return decisions.map { decision in
            while next < sentences.count, sentences[next].end <= decision.offset { next += 1 }
            let start = next < sentences.count ? sentences[next].start : Int.max
            let isInside = decision.reason == BoundaryDecision.Reason.newline.rawValue
            return isInside && next > 0 && decision.offset < start && !decision.isBoundary
                ? .init(offset: decision.offset, isBoundary: true, reason: "furniture line")
                : decision
        }
    }
}
