import Corpus
import Foundation
import Testing
import TextCore

struct CorpusIndexTests {
    private func corpus() throws -> TemporaryCorpus {
        let corpus = try TemporaryCorpus()
        try corpus.add("en", ["The mayor opened the café on Friday.", "It took nine years."])
        try corpus.add("uk", ["Мер відкрила міст у п’ятницю.", "Її ім’я Анна."], from: "en")
        try corpus.add("zh-Hans", ["市长周五宣布大桥通车。", "花了九年时间。𠮷野家"], from: "uk")
        try corpus.add("ar", ["افتتحت رئيسةُ البلدية الجسر يوم الجمعة."])
        try corpus.add("de", ["Die Straßenbrücke wurde am Freitag eröffnet."])
        try corpus.add("ru", ["Мэр ещё раз открыла мост."])
        try corpus.add("ko", ["시장은 다리를 개통했다."])
        return corpus
    }

    @Test(arguments: [
        ("大桥", "zh-Hans", "大桥"), ("桥通", "zh-Hans", "桥通"), ("𠮷野", "zh-Hans", "𠮷野"),
        ("الجسر", "ar", "الجسر"),
        ("رئيسة", "ar", "رئيسةُ"), ("МІСТ", "uk", "міст"), ("п’ятницю", "uk", "п’ятницю"),
        ("STRASSENBRÜCKE", "de", "Straßenbrücke"), ("cafe", "en", "café"), ("еще", "ru", "ещё"),
        ("\"nine years\"", "en", "nine years"), ("reiseXX OR wurde", "", ""),
        ("eröff*", "de", "eröffnet"),
        ("다리", "ko", "다리를"), ("years nine", "en", "nine"), ("\"years nine\"", "", ""),
        ("NEAR(", "", ""),
        ("\"", "", ""), ("text:café", "", ""), ("*", "", ""),
    ])
    func wordsOfAllScriptsAreFound(query: String, key: String, mark: String) throws {
        let hits = try corpus().index { index throws(CorpusError) in
            try index.search(query, limit: 5)
        }
        #expect(hits.map(\.key.string) == (key.isEmpty ? [] : [key]))
        if let hit = hits.first, let span = hit.marks.first {
            #expect(Text(hit.text)[span] == mark)
        }
    }

    @Test func aLanguageAndALimitAreKept() throws {
        let corpus = try corpus()
        try corpus.add("zh-Hant", ["大橋通車 mayor"])
        try corpus.index { index throws(CorpusError) in
            let english = try index.search("mayor", language: .english, limit: 9)
            #expect(english.map(\.key.string) == ["en"])
            #expect(try index.search("mayor", limit: 1).count == 1)
            #expect(try index.search("mayor", limit: 9).count == 2)
        }
    }

    @Test func factsFollowTheFiles() throws {
        let corpus = try corpus()
        func facts() throws -> [String: Int] {
            try corpus.index { index throws(CorpusError) in
                let all = try index.facts().flatMap(\.versions)
                return Dictionary(all.map { ($0.key.string, $0.sentenceCount) }) { $1 }
            }
        }
        #expect(try facts()["en"] == 2)
        // By hand, without telling anyone, and of the same length.
        try corpus.write("Three\n\nblocks\n\nnow.\n", to: "articles/bridge/en.md")
        #expect(try facts()["en"] == 3)
        try FileManager.default.removeItem(atPath: corpus.file("articles/bridge/ar.md"))
        #expect(try facts()["ar"] == 0)
        try FileManager.default.removeItem(atPath: corpus.file("articles/bridge"))
        #expect(try facts() == [:])
    }

    @Test func editsOfOneMomentAndOneLengthAreSeen() throws {
        let corpus = try corpus()
        for word in ["aaaa", "bbbb", "cccc", "dddd"] {
            try corpus.write("\(word)\n", to: "articles/bridge/en.md")
            let hits = try corpus.index { index throws(CorpusError) in
                try index.search(word, limit: 5)
            }
            #expect(hits.count == 1, "\(word)")
        }
    }

    @Test(arguments: ["", "not a database, but long enough to be taken for one at first sight"])
    func aDamagedIndexIsBuiltAnew(content: String) throws {
        let corpus = try corpus()
        _ = try corpus.index { index throws(CorpusError) in try index.facts() }
        try corpus.write(
            String(repeating: content, count: 200), to: ".dragoman/index.sqlite")
        let count = try corpus.index { index throws(CorpusError) in
            try index.facts().first?.versions.count
        }
        #expect(count == 7)
    }

    @Test func damageInTheMiddleIsNoticedWhenItIsMet() throws {
        let corpus = try corpus()
        _ = try corpus.index { index throws(CorpusError) in try index.facts() }
        let file = URL(filePath: corpus.folder.indexFile)
        var bytes = try Data(contentsOf: file)
        for offset in stride(from: 4096, to: bytes.count, by: 7) { bytes[offset] = 0x5A }
        try bytes.write(to: file)
        let hits = try corpus.index { index throws(CorpusError) in
            try index.search("мост", limit: 5)
        }
        #expect(hits.count == 1)
    }

    @Test func otherLocaleDataMeansOtherSentences() throws {
        let corpus = try corpus()
        _ = try corpus.index { index throws(CorpusError) in try index.facts() }
        let count = try CorpusIndex.use(
            corpus.folder, fingerprint: "other", sentences: { _ in [] }
        ) { index throws(CorpusError) in
            try index.facts().flatMap(\.versions).reduce(0) { $0 + $1.sentenceCount }
        }
        #expect(count == 0)
    }

    @Test func withoutAPlaceForItTheIndexLivesInMemory() throws {
        let corpus = try corpus()
        try FileManager.default.removeItem(atPath: corpus.file(".dragoman"))
        try corpus.write("in the way", to: ".dragoman")
        let hits = try corpus.index { index throws(CorpusError) in
            try index.search("大桥", limit: 5)
        }
        #expect(hits.count == 1)
    }

    @Test func problemsOfArticlesAreRememberedUntilTheyAreMended() throws {
        let corpus = try corpus()
        func problems() throws -> [String] {
            try corpus.index { index throws(CorpusError) in try index.problems().map(\.message) }
        }
        let sound = try corpus.content("articles/bridge/article.json")
        try corpus.write("{", to: "articles/bridge/article.json")
        try corpus.write("[]", to: "articles/bridge/alignments/en--uk.json")
        for _ in 0..<2 {
            let found = try problems()
            #expect(found.count == 2)
            #expect(found.contains { $0.contains("article.json:1:2: expected a field's name") })
        }
        try corpus.write(sound, to: "articles/bridge/article.json")
        try FileManager.default.removeItem(atPath: corpus.file("articles/bridge/alignments"))
        #expect(try problems() == [])
    }
}
