internal import Alignment
public import LocaleData
internal import Names
internal import Synchronization
public import TextCore

/// Aligns versions of a text: documents, files or records. Safe to share.
public final class AlignmentService: Sendable {
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
        /// Which sentences of other versions each is aligned with; none where it is empty.
        let ties: [[String]]
        /// What an encoder made of the sentences.
        private(set) var vectors: SentenceVectors?

        public init(language: LanguageTag, sentences: [String], kinds: [BlockKind] = []) {
            self.init(language: language, sentences: sentences, kinds: kinds, ties: [])
        }

        init(
            language: LanguageTag, sentences: [String], kinds: [BlockKind], ties: [[String]]
        ) {
            self.language = language
            self.sentences = sentences
            self.kinds = kinds
            self.ties = ties
        }

        func with(_ vectors: SentenceVectors) -> Side {
            var side = self
            side.vectors = vectors
            return side
        }

        fileprivate var forAlignment: AlignmentSide {
            AlignmentSide(
                language: language,
                sentences: sentences.enumerated().map { index, text in
                    .init(
                        text, kind: index < kinds.count ? kinds[index] : .paragraph,
                        ties: index < ties.count ? ties[index] : [])
                }, vectors: vectors)
        }
    }

    public struct Pair: Sendable {
        public let source: Side
        public let target: Side
        /// Beads of an earlier run; confirmed ones are kept, rejected ones do not come back.
        public let earlier: [Bead]
        /// Beads of an earlier run that are not looked at again.
        public let settled: [Bead]

        public init(
            source: Side, target: Side, earlier: [Bead] = [], settled: [Bead] = []
        ) {
            self.source = source
            self.target = target
            self.earlier = earlier
            self.settled = settled
        }

        fileprivate var languages: [LanguageTag] { [source.language, target.language] }

        fileprivate var forAlignment: AlignmentPair {
            AlignmentPair(
                source: source.forAlignment, target: target.forAlignment, earlier: earlier,
                settled: settled)
        }
    }

    private let shelf: ProfileShelf
    private let segmenter: DocumentSegmenter
    private let knowledge: AlignmentKnowledge
    private let options: AlignmentOptions
    private let aligners = Mutex<[[LanguageTag]: SentenceAligner]>([:])

    /// - Parameters:
    ///   - knowledge: what to start from.
    ///   - findsMoves: whether sentences that stand in another order on the other side are looked for.
    public init(
        _ shelf: ProfileShelf, knowledge: AlignmentKnowledge = AlignmentKnowledge(),
        findsMoves: Bool = false
    ) {
        self.shelf = shelf
        self.knowledge = knowledge
        var options = AlignmentOptions()
        options.findsMoves = findsMoves
        self.options = options
        segmenter = DocumentSegmenter(shelf)
    }

    /// - Returns: for each pair beads in order that hold every sentence once; the same for every number of jobs.
    public func align(
        _ pairs: [Pair], learning: Learning, jobs: Int = 1
    ) throws(LocaleDataError) -> [[Bead]] {
        try run(pairs, learning: learning, jobs: jobs).beads
    }

    /// What pairs teach: a lexicon for each two languages, as a file.
    ///
    /// - Returns: the file's text, and how many word pairs it holds.
    public func learn(
        _ pairs: [Pair], jobs: Int = 1
    ) throws(LocaleDataError) -> (tsv: String, entryCount: Int) {
        let lexicons = try run(pairs, learning: .collection, jobs: jobs).lexicons
        return (LexiconFile(lexicons).tsv, lexicons.reduce(0) { $0 + $1.entries.count })
    }

    private func run(
        _ pairs: [Pair], learning: Learning, jobs: Int
    ) throws(LocaleDataError) -> (beads: [[Bead]], lexicons: [Lexicon]) {
        // One learner for each pair, or one for all pairs of two languages.
        let groups =
            learning == .record
            ? pairs.indices.map { [$0] }
            : Dictionary(grouping: pairs.indices) { pairs[$0].languages }.values
                .sorted { $0[0] < $1[0] }
        var work: [(group: [Int], aligner: SentenceAligner)] = []
        for group in groups { work.append((group, try aligner(pairs[group[0]].languages))) }
        // One group is worked on by all threads, several side by side.
        let inner = work.count == 1 ? jobs : 1
        let answers = Parallel.map(work, jobs: jobs) { work in
            work.aligner.align(work.group.map { pairs[$0].forAlignment }, jobs: inner)
        }
        var beads = pairs.map { _ in [Bead]() }
        for (group, answer) in zip(groups, answers) {
            for (index, value) in zip(group, answer.beads) { beads[index] = value }
        }
        return (beads, answers.map(\.lexicon))
    }

    /// The sentences of a document, block by block; beads count them in this order.
    public func side(_ document: Document) throws(LocaleDataError) -> Side {
        let spans = try segmenter.sentences(document)
        var block = 0
        var kinds: [BlockKind] = []
        for span in spans {
            while document.blocks[block].span.end <= span.start { block += 1 }
            kinds.append(document.blocks[block].kind)
        }
        return Side(
            language: document.language, sentences: spans.map { document.text[$0] }, kinds: kinds)
    }

    /// Names tie texts in two scripts; within one, words that look alike do as well.
    private func aligner(_ languages: [LanguageTag]) throws(LocaleDataError) -> SentenceAligner {
        if let known = aligners.withLock({ $0[languages] }) { return known }
        var names: SkeletonKeyer?
        if Set(languages.map(\.likelyScript)).count > 1 {
            let root = try shelf.profile(.undetermined)
            var profiles: [LanguageTag: LocaleProfile] = [:]
            for language in languages { profiles[language] = try shelf.profile(language) }
            names = SkeletonKeyer(NameLanguages(root: root), profiles: profiles, root: root)
        }
        // Under the lock, so that two tasks do not read one dictionary.
        return aligners.withLock { aligners in
            if let known = aligners[languages] { return known }
            let aligner = SentenceAligner(
                options, names: names, lexicon: knowledge.lexicon(languages[0], languages[1]),
                terms: knowledge.terms(languages[0], languages[1]))
            aligners[languages] = aligner
            return aligner
        }
    }
}
