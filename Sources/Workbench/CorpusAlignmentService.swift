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
        /// `nil` where no third version is aligned with both.
        public let agreement: ThirdAgreement?
    }

    /// Links that a third version, aligned with both, speaks of.
    public struct ThirdAgreement: Hashable, Sendable {
        public let comparedCount: Int
        /// Those that have no sentence of where the way over the third version leads.
        public let contradictingCount: Int
    }

    public struct Report: Sendable {
        public let outcomes: [Outcome]
        /// Articles that could not be read or stored, with the reason.
        public let problems: [String]

        /// Of all pairs.
        public var agreement: ThirdAgreement {
            let known = outcomes.compactMap(\.agreement)
            return ThirdAgreement(
                comparedCount: known.reduce(0) { $0 + $1.comparedCount },
                contradictingCount: known.reduce(0) { $0 + $1.contradictingCount })
        }
    }

    /// What the corpus taught.
    public struct Lesson: Sendable {
        /// The text of a lexicon file.
        public let tsv: String
        public let entryCount: Int
        public let problems: [String]
    }

    /// Which versions are aligned.
    public struct Scope: Sendable {
        /// Every two versions, not each with what it was made from alone.
        public var everyPair = false
        /// All beads but the confirmed ones, not what was edited since alone.
        public var anew = false

        public init() {}
    }

    let corpus: CorpusService
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

    /// Aligns every version to what it was made from. One lexicon is learned for each pair of languages.
    ///
    /// Where an alignment is stored, beads move with their sentences and stay; what changed, and what stands beside it
    /// and is doubtful, is aligned again. With every pair, the alignments to the origins help to align the others.
    ///
    /// - Parameters:
    ///   - slugs: the articles; what people confirmed in them stays.
    ///   - progress: called with the number of pairs done and the number of all, from any thread.
    public func align(
        _ slugs: [String], _ scope: Scope = Scope(), jobs: Int,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) -> Report {
        var problems = glossaryProblems
        var articles: [ArticlePairs] = []
        for slug in slugs {
            do throws(WorkbenchError) { articles.append(try ArticlePairs(corpus, slug)) } catch {
                problems.append("\(slug): \(error.message)")
            }
        }
        let total = articles.reduce(0) {
            $0 + $1.origins.count + (scope.everyPair ? $1.others.count : 0)
        }
        let done = Atomic(0)
        let step: @Sendable (Int) -> Void = { count in
            progress(done.wrappingAdd(count, ordering: .relaxed).newValue, total)
        }
        var thirds = Dictionary(articles.map { ($0.slug, ThirdVersions()) }) { $1 }
        var tasks: [AlignmentTask] = []
        for article in articles {
            tasks += self.tasks(article, article.origins, scope, nil, &problems)
        }
        var outcomes = run(tasks, &thirds, jobs, &problems, step)
        if scope.everyPair {
            tasks = []
            for article in articles {
                tasks += self.tasks(
                    article, article.others, scope, thirds[article.slug], &problems)
            }
            // Those of the second round do not speak of each other.
            var origins = thirds
            outcomes += run(tasks, &origins, jobs, &problems, step, thirds)
        }
        outcomes.sort { ($0.slug, $0.source, $0.target) < ($1.slug, $1.source, $1.target) }
        return Report(outcomes: outcomes, problems: problems)
    }

    /// Learns from every version and what it was made from, without storing anything.
    public func learn(_ slugs: [String], jobs: Int) throws -> Lesson {
        var problems = glossaryProblems
        var pairs: [AlignmentService.Pair] = []
        for slug in slugs {
            do throws(WorkbenchError) {
                let article = try ArticlePairs(corpus, slug)
                pairs += tasks(article, article.origins, Scope(), nil, &problems).map(\.pair)
            } catch { problems.append("\(slug): \(error.message)") }
        }
        let (tsv, count) = try aligner.learn(pairs, jobs: jobs)
        return Lesson(tsv: tsv, entryCount: count, problems: problems)
    }

    private func tasks(
        _ article: ArticlePairs, _ pairs: [(source: VersionReading, target: VersionReading)],
        _ scope: Scope, _ thirds: ThirdVersions?, _ problems: inout [String]
    ) -> [AlignmentTask] {
        pairs.compactMap { source, target in
            do throws(WorkbenchError) {
                return try AlignmentTask(
                    corpus, article.slug, source, target, thirds, anew: scope.anew)
            } catch {
                problems.append("\(article.slug): \(source.key)–\(target.key): \(error.message)")
                return nil
            }
        }
    }

    /// Aligns and stores, language pair by language pair.
    private func run(
        _ tasks: [AlignmentTask], _ thirds: inout [String: ThirdVersions], _ jobs: Int,
        _ problems: inout [String], _ step: @escaping @Sendable (Int) -> Void,
        _ judges: [String: ThirdVersions] = [:]
    ) -> [Outcome] {
        let groups = Dictionary(grouping: tasks) {
            [$0.source.key.language.string, $0.target.key.language.string]
        }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        let answers = Parallel.map(groups, jobs: jobs) { group in
            let answer = Result { () throws(LocaleDataError) in
                try beads(group, jobs: groups.count == 1 ? jobs : 1)
            }
            step(group.count)
            return answer
        }
        var outcomes: [Outcome] = []
        for (group, answer) in zip(groups, answers) {
            switch answer {
            case .success(let beads):
                for (task, beads) in zip(group, beads) {
                    do throws(WorkbenchError) {
                        try task.store(beads, corpus)
                        thirds[task.slug]?.add(beads, task.source.key, task.target.key)
                        outcomes.append(task.outcome(beads, judges[task.slug]))
                    } catch { problems.append("\(task.slug): \(error.message)") }
                }
            case .failure(let error):
                // The data of one language is damaged: its pairs wait, the others are done.
                problems += group.map { "\($0.slug): \($0.source.key)–\($0.target.key): \(error)" }
            }
        }
        return outcomes
    }

    /// What is settled teaches the rest; where all is, there is nothing to do.
    private func beads(
        _ group: [AlignmentTask], jobs: Int
    ) throws(LocaleDataError) -> [[Bead]] {
        if group.allSatisfy(\.isWhole) { return group.map(\.carried) }
        return try aligner.align(group.map(\.pair), learning: .collection, jobs: jobs).map {
            $0.map(\.asStored)
        }
    }
}

extension Bead {
    /// With the digits that a file keeps, so that a second run tells what the first one told.
    fileprivate var asStored: Bead {
        Bead(
            source: source, target: target, score: (score * 10_000).rounded() / 10_000,
            status: status)
    }
}
