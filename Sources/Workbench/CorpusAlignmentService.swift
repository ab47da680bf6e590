internal import Corpus
internal import LocaleData
internal import Synchronization
public import TextCore

/// Aligns the versions of a corpus's articles, and keeps the beads.
public struct CorpusAlignmentService: Sendable {
    /// What came of one pair of versions.
    public struct Outcome: Sendable {
        public let slug: String
        public let source: String
        public let target: String
        public let beads: [Bead]
        /// The share of each side's sentences that have a counterpart.
        public let linkedSource: Double
        public let linkedTarget: Double
        /// Of the beads that link sentences.
        public let meanScore: Double
    }

    public struct Report: Sendable {
        public let outcomes: [Outcome]
        /// Articles that could not be read or stored, with the reason.
        public let problems: [String]
    }

    /// What the corpus taught.
    public struct Lesson: Sendable {
        /// The text of a lexicon file.
        public let tsv: String
        public let entryCount: Int
        public let problems: [String]
    }

    private let corpus: CorpusService
    private let aligner: AlignmentService
    /// The corpus's own glossaries that cannot be read.
    private let glossaryProblems: [String]

    /// - Parameter knowledge: what is known beside the corpus's own glossaries.
    public init(_ corpus: CorpusService, _ knowledge: AlignmentKnowledge) {
        var knowledge = knowledge
        glossaryProblems = knowledge.add(glossariesOf: corpus.folder).map(\.message)
        self.corpus = corpus
        aligner = AlignmentService(corpus.shelf, knowledge: knowledge)
    }

    private struct Task: Sendable {
        let slug: String
        let source: VersionReading
        let target: VersionReading
        let pair: AlignmentService.Pair
    }

    /// Aligns every version to what it was made from. One lexicon is learned for each pair of languages.
    ///
    /// - Parameters:
    ///   - slugs: the articles; what people confirmed in them stays.
    ///   - progress: called with the number of pairs done and the number of all, from any thread.
    public func align(
        _ slugs: [String], jobs: Int, progress: @escaping @Sendable (Int, Int) -> Void
    ) -> Report {
        var (tasks, problems) = self.tasks(slugs)
        let groups = Dictionary(grouping: tasks) {
            [$0.source.key.language.string, $0.target.key.language.string]
        }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        let done = Atomic(0)
        let total = tasks.count
        let answers = Parallel.map(groups, jobs: jobs) { group in
            let answer = Result { () throws(LocaleDataError) in
                try aligner.align(group.map(\.pair), learning: .collection)
            }
            let count = done.wrappingAdd(group.count, ordering: .relaxed).newValue
            progress(count, total)
            return answer
        }
        var outcomes: [Outcome] = []
        for (group, answer) in zip(groups, answers) {
            switch answer {
            case .success(let beads):
                for (task, beads) in zip(group, beads) {
                    do throws(WorkbenchError) {
                        try corpus.store(beads, task.slug, task.source, task.target)
                        outcomes.append(Self.outcome(task, beads))
                    } catch {
                        problems.append("\(task.slug): \(error.message)")
                    }
                }
            case .failure(let error):
                // The data of one language is damaged: its pairs wait, the others are done.
                problems += group.map { "\($0.slug): \($0.source.key)–\($0.target.key): \(error)" }
            }
        }
        outcomes.sort { ($0.slug, $0.source, $0.target) < ($1.slug, $1.source, $1.target) }
        return Report(outcomes: outcomes, problems: problems)
    }

    /// Learns from every version and what it was made from, without storing anything.
    public func learn(_ slugs: [String], jobs: Int) throws -> Lesson {
        let (tasks, problems) = tasks(slugs)
        let (tsv, count) = try aligner.learn(tasks.map(\.pair), jobs: jobs)
        return Lesson(tsv: tsv, entryCount: count, problems: problems)
    }

    private func tasks(_ slugs: [String]) -> (tasks: [Task], problems: [String]) {
        var problems = glossaryProblems
        var tasks: [Task] = []
        for slug in slugs {
            do throws(WorkbenchError) { tasks += try self.tasks(slug) } catch {
                problems.append("\(slug): \(error.message)")
            }
        }
        return (tasks, problems)
    }

    private func tasks(_ slug: String) throws(WorkbenchError) -> [Task] {
        let versions = try corpus.versions(of: slug)
        var tasks: [Task] = []
        for (source, target) in VersionPairs(versions).pairs {
            let earlier = try corpus.decisions(slug, source, target)
            tasks.append(
                Task(
                    slug: slug, source: source, target: target,
                    pair: .init(
                        source: source.forAligning, target: target.forAligning, earlier: earlier)))
        }
        return tasks
    }

    private static func outcome(_ task: Task, _ beads: [Bead]) -> Outcome {
        let links = beads.filter(\.isLink)
        func share(_ count: Int, _ all: Int) -> Double {
            all == 0 ? 0 : Double(count) / Double(all)
        }
        return Outcome(
            slug: task.slug, source: task.source.key.string, target: task.target.key.string,
            beads: beads,
            linkedSource: share(
                links.reduce(0) { $0 + $1.source.count }, task.source.sentences.count),
            linkedTarget: share(
                links.reduce(0) { $0 + $1.target.count }, task.target.sentences.count),
            meanScore: links.isEmpty
                ? 0 : links.reduce(0) { $0 + $1.score } / Double(links.count))
    }
}

extension VersionReading {
    /// This text as the aligner takes it.
    fileprivate var forAligning: AlignmentService.Side {
        AlignmentService.Side(
            language: key.language, sentences: texts, kinds: sentences.map(\.kind))
    }
}
