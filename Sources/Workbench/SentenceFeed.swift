internal import Segmentation
internal import TextCore

/// The sentences of a text that comes in pieces, in memory that does not grow with it.
public struct SentenceFeed: Sendable {
    private let splitter: SentenceSplitter
    private let explains: Bool
    private var stream: SentenceStream<WorkbenchError>

    init(
        _ splitter: SentenceSplitter, _ newline: SegmentationRules.NewlineMode, explains: Bool
    ) {
        self.splitter = splitter
        self.explains = explains
        stream = SentenceStream(newline: newline) { text throws(WorkbenchError) in
            try splitter.sentences(in: text)
        }
    }

    /// Takes the next bytes, cut anywhere, and gives what is decided by now, in order.
    public mutating func append(
        _ bytes: ArraySlice<UInt8>
    ) throws(WorkbenchError) -> [SentenceStretch] {
        var decided: [SentenceStretch] = []
        for stretch in try stream.append(bytes) { decided.append(try explained(stretch)) }
        return decided
    }

    /// What is left once the input has ended.
    public mutating func finish() throws(WorkbenchError) -> SentenceStretch {
        try explained(try stream.finish())
    }

    private func explained(
        _ stretch: SentenceStream<WorkbenchError>.Stretch
    ) throws(WorkbenchError) -> SentenceStretch {
        let decisions = explains ? try splitter.decisions(in: stretch.text) : []
        return SentenceStretch(
            text: stretch.text, input: stretch.text.isAsGiven ? nil : stretch.input,
            sentences: stretch.sentences,
            decisions: Array(decisions.prefix { $0.offset <= stretch.end }),
            scalarStart: stretch.origin.scalars, repairs: stretch.repairs)
    }
}
