public import LocaleData
internal import Quotes
public import TextCore
internal import Tracking

/// Compares texts with their translations, without a corpus: numbers, names, negations, quotes, what was left out.
/// Safe to share.
public final class PairCheckService: Sendable {
    public struct Side: Sendable {
        public let language: LanguageTag
        public let text: Text

        public init(language: LanguageTag, text: Text) {
            self.language = language
            self.text = text
        }
    }

    public struct Pair: Sendable {
        public let source: Side
        public let target: Side

        public init(source: Side, target: Side) {
            self.source = source
            self.target = target
        }
    }

    /// Words on one side; offsets count Unicode scalars of the text as it was given.
    public struct Place: Hashable, Sendable {
        public let start: Int
        public let end: Int
        public let text: String
    }

    public struct Finding: Hashable, Sendable {
        public let rule: String
        /// error, warning or note.
        public let severity: String
        public let source: Place?
        public let target: Place?
        public let message: String
    }

    private let names: NameService
    private let quotes: QuoteService
    private let segmenter: DocumentSegmenter
    private let wording: WordingShelf
    private let alignment: AlignmentService
    private let ingestion: IngestionService

    public init(_ shelf: ProfileShelf) throws(LocaleDataError) {
        names = try NameService(shelf)
        quotes = QuoteService(shelf, names: names)
        segmenter = DocumentSegmenter(shelf)
        wording = WordingShelf(shelf)
        alignment = AlignmentService(shelf)
        ingestion = try IngestionService(shelf)
    }

    /// - Parameter learning: what the sentences of the pairs are aligned by; see ``AlignmentService/Learning``.
    /// - Returns: the findings of each pair.
    public func check(
        _ pairs: [Pair], learning: AlignmentService.Learning, jobs: Int = 1
    ) throws(LocaleDataError) -> [[Finding]] {
        let read = Parallel.map(pairs, jobs: jobs) { pair in
            Result { () throws(LocaleDataError) in
                (source: try self.passage(pair.source), target: try self.passage(pair.target))
            }
        }
        var passages: [(source: Passage, target: Passage)] = []
        for passage in read { passages.append(try passage.get()) }
        let beads = try alignment.align(
            passages.map { .init(source: Self.side($0.source), target: Self.side($0.target)) },
            learning: learning, jobs: jobs)
        var comparison = PassageComparison(sounds: names.ear())
        for (pair, beads) in zip(passages, beads) {
            comparison.add(pair.source, pair.target, beads: beads)
        }
        return zip(passages, comparison.divergences()).map { pair, divergences in
            divergences.map { Finding($0, pair.source, pair.target) }
        }
    }

    private static func side(_ passage: Passage) -> AlignmentService.Side {
        AlignmentService.Side(
            language: passage.language, sentences: passage.sentences.map { passage.text[$0] })
    }

    private func passage(_ side: Side) throws(LocaleDataError) -> Passage {
        let document = Document(plain: side.text, language: side.language)
        let sentences = try segmenter.sentences(document)
        let mentions = try names.mentions(in: document, sentences: sentences)
        return VersionPassages(
            document, sentences: sentences, names: mentions,
            quotes: try quotes.quotes(in: document, mentions: mentions),
            try wording.lexicon(side.language), ingestion
        ).passage(sentences.indices)
    }
}

extension PairCheckService.Finding {
    fileprivate init(_ divergence: Divergence, _ source: Passage, _ target: Passage) {
        rule = divergence.rule.rawValue
        severity = divergence.rule.severity.rawValue
        self.source = divergence.source.map { .init($0, source.text) }
        self.target = divergence.target.map { .init($0, target.text) }
        message = divergence.message
    }
}

extension PairCheckService.Place {
    fileprivate init(_ span: TextSpan, _ text: Text) {
        let offsets = text.offsets
        start = offsets.scalar(span.start)
        end = offsets.scalar(span.end)
        self.text = text[span]
    }
}
