import Corpus
import Foundation
import LocaleData
import TextCore
import Workbench

/// A corpus of made-up articles in four languages: what `add`, `status` and `search` take as it grows.
struct CorpusBenchmark: BenchmarkArea {
    static let name = "corpus"
    private static let articleCount = 500
    private static let languages = ["en", "uk", "ar", "zh"]

    static func run() throws {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "benchmark-\(ProcessInfo.processInfo.processIdentifier)"
        ).path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let catalogue = try LocaleCatalogue(directory: "locales")
        _ = try CorpusService.create(at: path, name: "benchmark", languages: [])
        let shelf = ProfileShelf(catalogue)
        let corpus = try CorpusService.open(path, shelf)
        try fill(
            corpus, IngestionService(shelf),
            try languages.map { ($0, try sentences($0, catalogue)) })
        try status(corpus)
        try search(corpus)
    }

    /// The sentences of the language's own cases.
    private static func sentences(_ language: String, _ catalogue: LocaleCatalogue) throws
        -> [String]
    {
        try LocaleCases.load(
            LocaleCases.Segmentation.self, file: "segmentation", tag: language, in: catalogue
        ).flatMap(\.value.sentences)
    }

    private static func fill(
        _ corpus: CorpusService, _ ingestion: IngestionService, _ texts: [(String, [String])]
    ) throws {
        let adding = AddingService(corpus, ingestion)
        var state: UInt64 = 7
        var times: [Double] = []
        for number in 0..<articleCount {
            for (language, sentences) in texts where !sentences.isEmpty {
                let blocks = (0..<25).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return sentences[Int(state >> 33) % sentences.count]
                }
                var details = AddingService.Details(slug: "story-\(number)")
                details.language = LanguageTag(language)
                details.from = language == texts[0].0 ? nil : texts[0].0
                let bytes = Array(blocks.joined(separator: "\n\n").utf8)
                var failure: (any Error)?
                times.append(
                    SideBySide().seconds {
                        do { _ = try adding.add(bytes, details) } catch { failure = error }
                    })
                if let failure { throw failure }
            }
        }
        report("add a version", times)
    }

    private static func status(_ corpus: CorpusService) throws {
        let service = StatusService(corpus)
        CorpusIndex.discard(corpus.folder)
        let cold = SideBySide().seconds { _ = try? service.report() }
        print(
            "status without an index: \((cold * 1000 / Double(articleCount)).short) s per 1,000 articles"
        )
        let warm = (0..<9).map { _ in SideBySide().seconds { _ = try? service.report() } }
        report("status of \(articleCount) articles", warm)
    }

    private static func search(_ corpus: CorpusService) throws {
        let service = SearchService(corpus)
        let queries = ["the", "року", "在", "\"of the\"", "сказав", "部长", "nowhere", "الوزير"]
        let times = queries.flatMap { query in
            (0..<5).map { _ in
                SideBySide().seconds { _ = try? service.hits(query, language: nil, limit: 20) }
            }
        }
        report("search", times)
    }

    private static func report(_ what: String, _ seconds: [Double]) {
        let sorted = seconds.sorted()
        let median = sorted[sorted.count / 2] * 1000
        let slow = sorted[min(sorted.count - 1, sorted.count * 95 / 100)] * 1000
        print("\(what): median \(median.short) ms, 95 of 100 under \(slow.short) ms")
    }
}
