import Corpus
import Foundation
import Synchronization
import Testing
import TextCore

struct ConcurrencyTests {
    /// Each writer reads the record, adds to it and writes it: without the lock some would be lost.
    @Test func nothingIsLostWhenManyAddAtOnce() throws {
        let corpus = try TemporaryCorpus()
        let folder = corpus.folder
        let keys = ["en", "ru", "uk", "zh-Hans", "ar", "de", "fr", "es", "it", "pl", "tr", "ja"]
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: keys.count) { number in
            do {
                let slug = try Slug("bridge")
                let draft = VersionDraft(
                    try VersionKey(keys[number]), blocks: [DraftBlock(.paragraph, "\(number)")])
                _ = try folder.locked { writer throws(CorpusError) in
                    try writer.add(draft, to: slug)
                }
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(try folder.article(Slug("bridge")).keys.map(\.string) == keys.sorted())
    }

    /// A reader takes no lock and sees one whole text or another.
    @Test func readersSeeWholeFilesWhileOthersWrite() throws {
        let corpus = try TemporaryCorpus()
        let folder = corpus.folder
        let long = (0..<2).map { String(repeating: "слово \($0) ", count: 20_000) }
        try corpus.add("uk", [long[0]])
        let torn = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            for round in 0..<20 {
                if number == 0 {
                    let blocks = [DraftBlock(.paragraph, long[round % 2])]
                    _ = try? folder.locked { writer throws(CorpusError) in
                        try writer.add(
                            VersionDraft(Samples.key("uk"), blocks: blocks), to: Slug("bridge"))
                    }
                } else {
                    let text = try? folder.text(Slug("bridge"), Samples.key("uk"))
                    let words = text?.document.text.string.dropLast()
                    let isWhole = long.contains { $0.dropLast() == words ?? "" }
                    torn.withLock { $0 += isWhole ? 0 : 1 }
                }
            }
        }
        #expect(torn.withLock { $0 } == 0)
    }

    /// What a killed process leaves behind: a half-written temporary file.
    @Test func leftoversOfADeadWriterAreNoContent() throws {
        let corpus = try TemporaryCorpus()
        try corpus.add("en", ["One."])
        try corpus.write("{\"versions\":", to: "articles/bridge/.article.json.tmp")
        try corpus.write("half", to: "articles/bridge/.uk.md.tmp")
        let all = Corpus.load(corpus.folder)
        #expect(all.problems == [])
        #expect(all.articles[0].keys.map(\.string) == ["en"])
        try corpus.add("uk", ["Один."])
        #expect(!FileManager.default.fileExists(atPath: corpus.file("articles/bridge/.uk.md.tmp")))
    }
}
