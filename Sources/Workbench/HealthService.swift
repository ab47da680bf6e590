internal import Corpus
internal import LocaleData
internal import TextCore

/// Looks at what the program stands on: its libraries, its locale data, and the corpus.
public struct HealthService: Sendable {
    public struct Fact: Hashable, Sendable {
        public let subject: String
        public let value: String
    }

    public struct Report: Sendable {
        public let facts: [Fact]
        public let problems: [StatusService.Problem]
    }

    private let shelf: ProfileShelf
    /// `nil` where there is no corpus, which is no problem.
    private let corpus: CorpusService?

    public init(_ shelf: ProfileShelf, _ corpus: CorpusService?) {
        self.shelf = shelf
        self.corpus = corpus
    }

    public func report() -> Report {
        let all = corpus.map { Corpus.load($0.folder) }
        let report = corpusReport(all)
        let languages = all?.articles.flatMap { $0.keys.map(\.language) } ?? []
        let dictionaries = DictionaryPlace.installed()
        let fact = Fact(
            subject: "dictionaries",
            value: dictionaries.isEmpty ? "none" : dictionaries.map(\.name).joined(separator: " "))
        return Report(
            facts: report.facts + [fact],
            problems: localeProblems(Set(languages)) + report.problems
                + dictionaries.compactMap(problem))
    }

    /// A damaged dictionary is not used where texts are aligned.
    private func problem(_ dictionary: DictionaryPlace) -> StatusService.Problem? {
        do throws(WorkbenchError) {
            _ = try dictionary.read()
            return nil
        } catch { return .init(message: error.message, hint: error.hint) }
    }

    /// Where the data of a language of the corpus cannot be read, its texts are not split into sentences.
    private func localeProblems(_ languages: Set<LanguageTag>) -> [StatusService.Problem] {
        let messages = languages.compactMap { tag -> WorkbenchError? in
            do throws(LocaleDataError) {
                _ = try shelf.profile(tag)
                return nil
            } catch { return WorkbenchError(error) }
        }
        return Set(messages).sorted { $0.message < $1.message }.map {
            .init(message: $0.message, hint: $0.hint)
        }
    }

    private func corpusReport(_ all: Corpus?) -> Report {
        let engine = CorpusIndex.engine
        var facts = [
            Fact(subject: "ICU", value: UnicodeLibrary.version),
            Fact(subject: "SQLite", value: engine.sqlite),
            Fact(subject: "locale data", value: "\(shelf.catalogue.directory)"),
            Fact(subject: "languages", value: shelf.tags.joined(separator: " ")),
        ]
        guard let corpus, let all else {
            facts.append(Fact(subject: "corpus", value: "none here"))
            return Report(facts: facts, problems: [])
        }
        facts.append(Fact(subject: "corpus", value: corpus.folder.path))
        facts.append(Fact(subject: "articles", value: "\(all.articles.count)"))
        facts.append(
            Fact(subject: "versions", value: "\(all.articles.reduce(0) { $0 + $1.versions.count })")
        )
        facts.append(Fact(subject: "known names", value: "\(all.names.count)"))
        var problems = all.problems.map(CorpusProblem.init)
        do throws(WorkbenchError) {
            let (state, found) = try corpus.withIndex { (index) throws(CorpusError) in
                (index.state, try index.problems())
            }
            facts.append(Fact(subject: "index", value: state))
            problems += found.filter { !problems.contains($0) }
        } catch {
            facts.append(Fact(subject: "index", value: "unusable: \(error)"))
        }
        return Report(
            facts: facts,
            problems: problems.map { .init(message: $0.message, hint: $0.nextStep) }
                + corpus.abbreviationProblems)
    }
}
