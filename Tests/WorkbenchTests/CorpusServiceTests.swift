import Corpus
import Foundation
import Testing
import TextCore
import Workbench

struct CorpusServiceTests {
    /// Read once for all tests.
    static let shelf = Result {
        try ProfileShelf.open(
            LocaleInspectionTests.root.appending(path: "locales").path(percentEncoded: false),
            executable: "")
    }

    static let ingestion = Result { try IngestionService(shelf.get()) }

    /// A corpus of one article with the project's own locale data.
    final class Desk {
        let path: String
        let corpus: CorpusService

        init(languages: [String] = []) throws {
            path = FileManager.default.temporaryDirectory.appending(
                path: "desk-\(UUID().uuidString)"
            ).path(percentEncoded: false)
            let shelf = try CorpusServiceTests.shelf.get()
            _ = try CorpusService.create(
                at: path, name: "desk", languages: languages.compactMap { LanguageTag($0) })
            corpus = try CorpusService.open(path, shelf)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        @discardableResult
        func add(_ text: String, _ language: String, from: String? = nil, outlet: String? = nil)
            throws -> AddingService.Answer
        {
            var details = AddingService.Details(slug: "bridge")
            details.language = LanguageTag(language)
            details.from = from
            details.outlet = outlet
            return try AddingService(corpus, CorpusServiceTests.ingestion.get()).add(
                Array(text.utf8), details)
        }

        func states() throws -> [String: String] {
            let cells = try StatusService(corpus).report().rows.flatMap(\.cells)
            return Dictionary(cells.map { ($0.key ?? $0.language, $0.state) }) { $1 }
        }
    }

    static let texts = [
        (
            "en",
            "# The bridge opens. At last.\n\nDr. Stone came at 3 p.m. on Friday. It took nine years.\n"
        ),
        ("ru", "# Мост открыт. Наконец.\n\nВ пятницу приехал д-р Камень. Строили девять лет.\n"),
        (
            "uk",
            "# Міст відкрито. Нарешті.\n\nУ п’ятницю приїхав д-р Камінь. Будували дев’ять років.\n"
        ),
        ("zh-Hans", "# 大桥通车。终于。\n\n石博士周五到场。花了九年时间。\n"),
        ("ar", "# افتتاح الجسر. أخيرا.\n\nوصل الدكتور يوم الجمعة. استغرق البناء تسع سنوات.\n"),
        ("de", "# Brücke eröffnet. Endlich.\n\nDr. Stein kam am 3. Mai. Es dauerte neun Jahre.\n"),
    ]

    @Test(arguments: texts)
    func sentencesAreCountedBlockByBlock(language: String, text: String) throws {
        let desk = try Desk()
        #expect(try desk.add(text, language).sentenceCount == 3)
        let reading = try #require(try desk.corpus.versions(of: "bridge").first)
        #expect(reading.sentences.map(\.kind) == [.title, .paragraph, .paragraph])
        #expect(reading.texts[0].hasSuffix(".") || reading.texts[0].hasSuffix("。"))
        for span in reading.spans {
            #expect(reading.document.blocks.contains { $0.span.contains(span) })
        }
    }

    @Test func decisionsOutliveNewBeadsAndEdits() throws {
        let desk = try Desk()
        try desk.add(Self.texts[0].1, "en")
        try desk.add(Self.texts[2].1, "uk", from: "en")
        var (en, uk) = (
            try desk.corpus.version("en", of: "bridge"), try desk.corpus.version("uk", of: "bridge")
        )
        let pairs = (0..<3).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 0.8) }
        try desk.corpus.store(pairs, "bridge", en, uk)
        for (pair, status) in [(1, Bead.Status.confirmed), (2, .confirmed), (2, .rejected)] {
            let bead = Bead(
                source: pair..<pair + 1, target: pair..<pair + 1, score: 0.7, status: status)
            try desk.corpus.decide(bead, "bridge", en, uk)
        }
        #expect(
            try desk.corpus.decisions("bridge", en, uk).map(\.status) == [.confirmed, .rejected])

        try desk.add(
            "# The bridge opens. At last.\n\nAt noon. Dr. Stone came at 3 p.m. on Friday. It took nine years.\n",
            "en")
        en = try desk.corpus.version("en", of: "bridge")
        let moved = try desk.corpus.decisions("bridge", en, uk)
        #expect(moved.map(\.source) == [2..<3, 3..<4])

        // An aligner that knows nothing of them links everything else wrongly.
        try desk.corpus.store(
            [
                Bead(source: 0..<2, target: 0..<1, score: 0.9),
                Bead(source: 2..<3, target: 1..<3, score: 0.9),
                Bead(source: 3..<4, target: 0..<0, score: 0.9),
            ], "bridge", en, uk)
        let beads = try #require(
            try desk.corpus.folder.alignment(Slug("bridge"), en.key, uk.key)?.beads)
        let kept = beads.filter { $0.status == .confirmed }
        #expect(kept.map(\.source) == [2..<3] && kept.map(\.target) == [1..<2])
        let cover = beads.filter { $0.status != .rejected }
        #expect(cover.flatMap { Array($0.source) }.sorted() == [0, 1, 2, 3])
        #expect(cover.flatMap { Array($0.target) }.sorted() == [0, 1, 2])
        uk = try desk.corpus.version("uk", of: "bridge")
        #expect(try desk.corpus.decisions("bridge", en, uk).count == 2)
    }

    @Test func statesFollowWhatHappensToTheFiles() throws {
        let desk = try Desk(languages: ["en", "zh-Hans", "fr"])
        try desk.add(Self.texts[0].1, "en")
        try desk.add("# 大桥通车。\n", "zh-CN", from: "en")
        #expect(try desk.states() == ["en": "present", "zh-CN": "present", "fr": "missing"])
        let (en, zh) = (
            try desk.corpus.version("en", of: "bridge"), try desk.corpus.version("zh", of: "bridge")
        )
        try desk.corpus.store(
            [
                Bead(source: 0..<1, target: 0..<1, score: 1),
                Bead(source: 1..<2, target: 0..<0, score: 0),
                Bead(source: 2..<3, target: 0..<0, score: 0),
            ], "bridge", en, zh)
        #expect(try desk.states()["zh-CN"] == "partial")
        let column = try StatusService(desk.corpus).report().rows[0].cells.map(\.language)
        #expect(column == ["en", "zh-Hans", "fr"])
        try FileManager.default.removeItem(atPath: "\(desk.path)/articles/bridge/en.md")
        #expect(try desk.states() == ["en": "missing", "zh-CN": "orphan", "fr": "missing"])
    }

    @Test func anOriginIsNamedByItsLanguageWhereThatIsEnough() throws {
        let desk = try Desk()
        try desk.add(Self.texts[1].1, "ru", outlet: "tass")
        #expect(try desk.add(Self.texts[0].1, "en", from: "ru").pin != nil)
        try desk.add(Self.texts[1].1, "ru", outlet: "ria")
        let error = #expect(throws: WorkbenchError.self) {
            try desk.add(Self.texts[2].1, "uk", from: "ru")
        }
        #expect(error?.hint == "it has en, ru.ria, ru.tass")
    }

    @Test func addingAgainSaysWhatItDid() throws {
        let desk = try Desk()
        #expect(try desk.add("One.", "en").change == .added)
        #expect(try desk.add("One.", "en").change == .unchanged)
        #expect(try desk.add("Two.", "en").change == .updated)
    }

    @Test(arguments: [
        ("Eins.\nZwei.\nDrei.\n", 3), ("Eins.\nZwei.\n\nDrei.\n", 3), ("# Eins\nZwei.", 2),
    ])
    func aLineOfPlainTextIsAParagraphUnlessItIsWrapped(text: String, blocks: Int) throws {
        let desk = try Desk()
        try desk.add(text, "de")
        #expect(try desk.corpus.version("de", of: "bridge").document.blocks.count == blocks)
    }

    @Test func doctorTellsOfEveryProblemOnce() throws {
        let desk = try Desk()
        try desk.add("One.", "en")
        try Data("{".utf8).write(to: URL(filePath: "\(desk.path)/articles/bridge/article.json"))
        try Data("[]\n".utf8).write(to: URL(filePath: "\(desk.path)/names.jsonl"))
        let report = HealthService(try Self.shelf.get(), desk.corpus).report()
        #expect(report.problems.count == 2)
        #expect(report.problems.allSatisfy { $0.hint != nil })
        #expect(report.facts.contains { $0.subject == "ICU" && !$0.value.isEmpty })
    }
}
