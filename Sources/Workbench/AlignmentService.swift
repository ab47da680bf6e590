internal import Alignment
public import LocaleData
internal import Segmentation
public import TextCore

/// Aligns versions of a text: documents, files or records.
public struct AlignmentService: Sendable {
    /// What one lexicon is learned from.
    public enum Learning: String, CaseIterable, Sendable {
        /// Each pair alone.
        case record
        /// All pairs of two languages together.
        case collection
    }

    /// One version as sentences.
    public struct Side: Sendable {
        public let language: LanguageTag
        public let sentences: [String]
        /// The kind of the block of each sentence; paragraphs where it is empty.
        public let kinds: [BlockKind]

        public init(language: LanguageTag, sentences: [String], kinds: [BlockKind] = []) {
            self.language = language
            self.sentences = sentences
            self.kinds = kinds
        }

        fileprivate var forAlignment: AlignmentSide {
            AlignmentSide(
                language: language,
                sentences: sentences.enumerated().map { index, text in
                    .init(text, kind: index < kinds.count ? kinds[index] : .paragraph)
                })
        }
    }

    public struct Pair: Sendable {
        public let source: Side
        public let target: Side
        /// Beads of an earlier run; confirmed ones are kept, rejected ones do not come back.
        public let earlier: [Bead]

        public init(source: Side, target: Side, earlier: [Bead] = []) {
            self.source = source
            self.target = target
            self.earlier = earlier
        }

        fileprivate var forAlignment: AlignmentPair {
            AlignmentPair(
                source: source.forAlignment, target: target.forAlignment, earlier: earlier)
        }
    }

    private let aligner: SentenceAligner

    /// - Parameters:
    ///   - lexicon: the text of a lexicon file to start from.
    ///   - names: gives renderings of one name one key.
    /// - Throws: `LexiconError` where the lexicon cannot be read.
    public init(lexicon: String? = nil, names: (any TokenKeying)? = nil) throws {
        aligner = SentenceAligner(names: names, lexicon: try lexicon.map { try Lexicon(tsv: $0) })
    }

    /// - Returns: for each pair beads in order that hold every sentence once; the same for every number of jobs.
    public func align(_ pairs: [Pair], learning: Learning, jobs: Int = 1) -> [[Bead]] {
        switch learning {
        case .record: Parallel.map(pairs, jobs: jobs) { aligner.align($0.forAlignment) }
        case .collection: alignTogether(pairs, jobs: jobs)
        }
    }

    /// Each language pair learns a lexicon of its own.
    private func alignTogether(_ pairs: [Pair], jobs: Int) -> [[Bead]] {
        let groups = Dictionary(grouping: pairs.indices) {
            [pairs[$0].source.language, pairs[$0].target.language]
        }.values.sorted { $0[0] < $1[0] }
        let answers = Parallel.map(groups, jobs: jobs) { group in
            aligner.align(group.map { pairs[$0].forAlignment }).beads
        }
        var beads = pairs.map { _ in [Bead]() }
        for (group, answer) in zip(groups, answers) {
            for (index, value) in zip(group, answer) { beads[index] = value }
        }
        return beads
    }

    /// The sentences of a document, block by block; a title or subhead is one sentence.
    ///
    /// Beads count sentences in this order.
    public static func side(_ document: Document, _ profile: LocaleProfile) -> Side {
        let segmenter = SentenceSegmenter(SegmentationRules(profile))
        var sentences: [String] = []
        var kinds: [BlockKind] = []
        for block in document.blocks {
            let text = document.text[block.span]
            let isHeading = block.kind == .title || block.kind == .subhead
            let own = Text(text)
            let parts = isHeading ? [text] : segmenter.sentences(in: own).map { own[$0] }
            sentences += parts
            kinds += parts.map { _ in block.kind }
        }
        return Side(language: document.language, sentences: sentences, kinds: kinds)
    }
}
