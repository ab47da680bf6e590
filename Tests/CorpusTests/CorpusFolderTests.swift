import Corpus
import Foundation
import Testing
import TextCore

struct CorpusFolderTests {
    @Test func aCorpusIsFoundFromBelowAndBeside() throws {
        let corpus = try TemporaryCorpus()
        try corpus.add("en", ["One."])
        let found = try CorpusFolder.locate(from: corpus.file("articles/bridge"))
        #expect(
            found.path.hasSuffix(corpus.path.split(separator: "/").last.map(String.init) ?? "-"))
        let outside = try TemporaryCorpus()
        try FileManager.default.removeItem(atPath: outside.file("corpus.json"))
        _ = try CorpusFolder.create(at: outside.file("corpus"), Manifest(name: "inner"))
        #expect(try CorpusFolder.locate(from: outside.path).path.hasSuffix("/corpus"))
    }

    @Test func thereIsNoSecondCorpusInOneFolder() throws {
        let corpus = try TemporaryCorpus()
        #expect(throws: CorpusError.alreadyThere(path: corpus.path)) {
            try CorpusFolder.create(at: corpus.path, Manifest(name: "again"))
        }
        #expect(throws: CorpusError.noCorpus(startingFrom: "/")) {
            try CorpusFolder.locate(from: "/")
        }
    }

    @Test(arguments: Samples.languages)
    func aVersionComesBackAsItWasAdded(language: String) throws {
        let corpus = try TemporaryCorpus()
        let key = try VersionKey(language)
        let blocks = Samples.pieces.filter { $0.count > 4 }.map { DraftBlock(.paragraph, $0) }
        var draft = VersionDraft(key, blocks: blocks, title: "Brücke · міст · 大桥")
        draft.date = "2024-05-03"
        draft.url = "https://example.org/мост"
        draft.raw = .init([0xFF, 0x00], .html)
        let slug = try Slug("bridge")
        let added = try corpus.folder.locked { writer throws(CorpusError) in
            try writer.add(draft, to: slug)
        }
        #expect(try corpus.folder.article(slug).versions[key] == added)
        let text = try #require(try corpus.folder.text(slug, key))
        #expect(
            text.document.drafts.map(\.text)
                == ([draft.title ?? ""] + blocks.map(\.text)).map {
                    Text($0).string
                })
        #expect(text.title == draft.title)
        #expect(
            try Data(contentsOf: URL(filePath: corpus.file("articles/bridge/raw/\(key).html")))
                .count == 2)
    }

    @Test func theSourceIsKeptAsItWasWhenItWasTranslated() throws {
        let corpus = try TemporaryCorpus()
        try corpus.add("en", ["Nine years."])
        let version = try corpus.add("uk", ["Дев’ять років."], from: "en")
        let pin = try #require(version.origin?.revision)
        try corpus.write("Ten years.\n", to: "articles/bridge/en.md")
        let slug = try Slug("bridge")
        let now = try #require(try corpus.folder.text(slug, Samples.key("en")))
        #expect(now.revision != pin)
        let then = try #require(try corpus.folder.text(slug, Samples.key("en"), at: pin))
        #expect(then.document.text.string == "Nine years.\n")
    }

    @Test func anOriginMustBeThere() throws {
        let corpus = try TemporaryCorpus()
        try corpus.add("en", ["One."])
        #expect(throws: CorpusError.noVersion(slug: "bridge", key: "fr", known: ["en"])) {
            try corpus.add("uk", ["Один."], from: "fr")
        }
        #expect(throws: CorpusError.emptyText(slug: "bridge", key: "de")) {
            try corpus.add("de", [" \n "])
        }
    }

    @Test func whatAPersonWroteIntoTheFilesSurvives() throws {
        let corpus = try TemporaryCorpus()
        try corpus.write(
            """
            {"desk": "Kyiv", "versions": {"en": {"title": "T", "priority": 1.50,
             "origin": {"version": "uk", "by": "a colleague"}}}}
            """, to: "articles/bridge/article.json")
        try corpus.write("Один.\n", to: "articles/bridge/uk.md")
        try corpus.add("en", ["One."], from: "uk")
        let record = try corpus.content("articles/bridge/article.json")
        for kept in [#""desk": "Kyiv""#, #""priority": 1.50"#, #""by": "a colleague""#] {
            #expect(record.contains(kept))
        }
        #expect(record.contains(#""uk": {"#))
    }

    @Test func aTextWithoutARecordIsAVersion() throws {
        let corpus = try TemporaryCorpus()
        try corpus.write("# Титул\n\nОдин.\n", to: "articles/bridge/uk.md")
        try corpus.write("notes", to: "articles/bridge/READ ME.md")
        #expect(try corpus.folder.article(Slug("bridge")).keys.map(\.string) == ["uk"])
    }

    @Test(arguments: [
        (#"{"versions": {"en": {"title": 5}}}"#, 1, 31),
        ("{\"versions\": {\n  \"e n\": {}}}", 2, 10),
        ("{\"versions\": {\"en\": {\n \"review\": \"done\"}}}", 2, 12),
        (#"{"versions": {"en": {"origin": {"version": "uk", "revision": "12"}}}}"#, 1, 62),
        (#"{"versions": {"en": {"origin": {}}}}"#, 1, 32),
        ("[]", 1, 1),
    ])
    func damageIsNamedAndTheRestGoesOn(record: String, line: Int, column: Int) throws {
        let corpus = try TemporaryCorpus()
        try corpus.add("en", ["One."], to: "sound")
        try corpus.write(record, to: "articles/damaged/article.json")
        try corpus.write("x", to: "articles/No Slug/en.md")
        let all = Corpus.load(corpus.folder)
        #expect(all.articles.map(\.slug.string) == ["sound"])
        #expect(all.problems.count == 2)
        let place = "articles/damaged/article.json:\(line):\(column): "
        #expect(all.problems.contains { "\($0)".contains(place) })
        #expect(all.problems.allSatisfy { $0.nextStep != nil })
    }

    @Test func aFileOfALaterProgramIsRefused() throws {
        let corpus = try TemporaryCorpus()
        try corpus.write(#"{"schema": 99}"#, to: "articles/bridge/article.json")
        #expect(throws: CorpusError.self) { try corpus.folder.article(Slug("bridge")) }
    }

    @Test func aPipeInThePlaceOfATextDoesNotHang() throws {
        let corpus = try TemporaryCorpus()
        try corpus.add("en", ["One."])
        try FileManager.default.removeItem(atPath: corpus.file("articles/bridge/en.md"))
        #expect(mkfifo(corpus.file("articles/bridge/en.md"), 0o644) == 0)
        #expect(throws: CorpusError.self) {
            try corpus.folder.text(Slug("bridge"), Samples.key("en"))
        }
    }

    @Test func knownNamesKeepWhatElseIsSaidOfThem() throws {
        let corpus = try TemporaryCorpus()
        try corpus.write(
            """
            {"id": "mayor", "kind": "person", "forms": {"en": ["Ann Bridge"], "uk": "Анна Брідж"}, "language": "uk"}
            {"id": "broken", "kind": "planet", "forms": {}}

            {"id": "mayor", "kind": "person", "forms": {}}
            nonsense
            """, to: "names.jsonl")
        let (names, problems) = try corpus.folder.names()
        #expect(names.map(\.name.id) == ["mayor"])
        #expect(names[0].spokenLanguage == Samples.tag("uk"))
        #expect(names[0].name.establishedForm(in: Samples.tag("uk")) == "Анна Брідж")
        #expect(problems.map { "\($0)".contains("names.jsonl:") } == [true, true, true])
        #expect("\(problems[0])".contains(":2:26:") && "\(problems[2])".contains(":5:1:"))
        try corpus.folder.locked { writer throws(CorpusError) in try writer.save(names) }
        #expect(
            try corpus.content("names.jsonl")
                == #"{"forms": {"en": ["Ann Bridge"], "uk": ["Анна Брідж"]}, "id": "mayor", "kind": "person", "language": "uk"}"#
                + "\n")
    }

    @Test func annotationsComeBack() throws {
        let corpus = try TemporaryCorpus()
        try corpus.add("zh-Hans", ["一。"])
        var annotations = Annotations()
        annotations.quotes = [
            Annotation(
                .corrected, text: "花了九年", sentence: Revision(of: [1]),
                fields: ["mediation": .string("interpreted"), "later": .array([.null])])
        ]
        annotations.dismissed = [
            Dismissal(finding: "number-1", reason: "окремо", until: Revision(of: []))
        ]
        let (slug, key) = (try Slug("bridge"), Samples.key("zh-Hans"))
        try corpus.folder.locked { writer throws(CorpusError) in
            try writer.save(annotations, slug, key)
        }
        #expect(try corpus.folder.annotations(slug, key) == annotations)
        #expect(try corpus.folder.annotations(slug, Samples.key("en")) == Annotations())
    }
}

/// Records with bytes changed at random: whatever stands there, the corpus is read and says what is wrong.
struct DamagedRecordTests {
    private static let record = """
        {"schema": 1, "versions": {"en": {"title": "Міст", "origin": {"version": "uk",
        "revision": "0123456789abcdef"}, "review": "draft"}, "uk": {"date": "2024", "x": [1, null]}}}
        """

    @Test(arguments: 0..<150)
    func everyDamageIsSurvived(seed: UInt64) throws {
        let corpus = try TemporaryCorpus()
        var generator = SeededGenerator(seed)
        var bytes = Array(Self.record.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes[place] = .random(in: 0...255, using: &generator)
            case 1: bytes.remove(at: place)
            default: bytes.insert(Array("{}[]\",:0\n\\".utf8)[place % 10], at: place)
            }
        }
        try corpus.add("en", ["One."])
        let file = URL(filePath: corpus.file("articles/bridge/article.json"))
        try Data(bytes).write(to: file)
        let all = Corpus.load(corpus.folder)
        #expect(all.articles.count + all.problems.count == 1)
        for problem in all.problems {
            #expect("\(problem)".contains("article.json:"))
            #expect(!"\(problem)".contains("\n"))
        }
        let facts = try corpus.index { index throws(CorpusError) in try index.facts() }
        #expect(facts.first?.versions.contains { $0.key == Samples.key("en") } == true)
    }
}
