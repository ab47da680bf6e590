import Corpus
import Foundation
import Interchange
import LocaleData
import TextCore
import Workbench

struct PageTarget: FuzzTarget {
    static let name = "page"
    private let service: IngestionService

    init() throws { service = try IngestionService(ProfileShelf(try RuleBook.locales())) }

    func run(_ bytes: [UInt8]) {
        let page = service.extract(html: bytes)
        check(page.document)
    }
}

struct PlainTextTarget: FuzzTarget {
    static let name = "plain"
    private let service: IngestionService

    init() throws { service = try IngestionService(ProfileShelf(try RuleBook.locales())) }

    func run(_ bytes: [UInt8]) { check(service.extract(text: Text(utf8: bytes)).document) }
}

/// A corpus's texts: what is read of a file is written so that it reads the same.
struct MarkupTarget: FuzzTarget {
    static let name = "markup"

    func run(_ bytes: [UInt8]) {
        let document = ArticleMarkup.document(Text(utf8: bytes), language: .undetermined)
        check(document)
        let file = ArticleMarkup.compose(document.drafts)
        let again = ArticleMarkup.document(file, language: .undetermined)
        precondition(ArticleMarkup.compose(again.drafts) == file, "another file when written again")
    }
}

/// Blocks are ordered, in range and not blank.
private func check(_ document: Document) {
    var covered = 0
    for block in document.blocks {
        precondition(block.span.start >= covered && block.span.end <= document.text.count)
        precondition(!block.span.isEmpty)
        covered = block.span.end
    }
}

/// The JSON files of a corpus, each read as the one that the first byte says.
struct CorpusTarget: FuzzTarget {
    static let name = "corpus"
    private let folder: CorpusFolder
    private let slug: Slug
    private let key: VersionKey

    init() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "fuzz-\(UUID().uuidString)").path(percentEncoded: false)
        folder = try CorpusFolder.create(at: path, Manifest(name: "fuzz"))
        slug = try Slug("story")
        key = try VersionKey("en")
        for part in ["alignments", "annotations", "revisions/en", "../../abbreviations"] {
            try FileManager.default.createDirectory(
                atPath: "\(path)/articles/story/\(part)", withIntermediateDirectories: true)
        }
    }

    func run(_ bytes: [UInt8]) {
        var choices = Choices(bytes)
        let article = "\(folder.path)/articles/story"
        let file = choices.one(of: [
            "\(folder.path)/corpus.json", "\(folder.path)/names.jsonl", "\(article)/article.json",
            "\(article)/alignments/en--ru.json", "\(article)/annotations/en.json",
        ])
        guard FileManager.default.createFile(atPath: file, contents: Data(choices.rest)) else {
            preconditionFailure("cannot write \(file)")
        }
        defer { try? FileManager.default.removeItem(atPath: file) }
        _ = try? folder.manifest()
        _ = try? folder.names()
        _ = try? folder.article(slug)
        if let ru = try? VersionKey("ru") { _ = try? folder.alignment(slug, key, ru) }
        _ = try? folder.annotations(slug, key)
    }
}

/// TMX, TSV and JSONL: what is read is written so that it reads the same.
struct UnitsTarget: FuzzTarget {
    static let name = "units"

    func run(_ bytes: [UInt8]) {
        var choices = Choices(bytes)
        let format = choices.one(of: InterchangeFormat.allCases)
        guard let units = try? format.read(Array(choices.rest), file: "units"),
            // A table without a language has no header that could be read.
            units.contains(where: { !$0.variants.isEmpty }),
            let file = try? format.write(units, source: nil)
        else { return }
        guard let again = try? format.read(file, file: "units"),
            let second = try? format.write(again, source: nil)
        else { preconditionFailure("what was written cannot be read") }
        precondition(second == file, "another file when written again")
    }
}

/// SRX: rules of any kind split a text without losing any of it.
struct RulesTarget: FuzzTarget {
    static let name = "rules"
    private let shelf: ProfileShelf
    private let text = Text("Он пришёл. Dr. Koch kam; 3.5 km!\n好。\n\n𝒜 e\u{301}. مرحبا؟ Да…")

    init() throws { shelf = ProfileShelf(try RuleBook.locales()) }

    func run(_ bytes: [UInt8]) {
        guard let file = try? RuleFile(bytes, file: "rules.srx") else { return }
        let service = SentenceService(shelf, ruleFile: file)
        for language in [LanguageTag.english, .undetermined] {
            guard let sentences = try? service.sentences(of: text.string, language) else {
                continue
            }
            let all = sentences.map(\.text).joined().utf8.filter { $0 > 0x20 }
            precondition(all == text.bytes.filter { $0 > 0x20 }, "text is lost")
        }
    }
}

struct AbbreviationsTarget: FuzzTarget {
    static let name = "abbreviations"

    func run(_ bytes: [UInt8]) {
        let list = AbbreviationList(bytes)
        precondition(list.words.allSatisfy { !$0.key.isEmpty })
        precondition(list.faults.allSatisfy { $0.line > 0 && $0.column > 0 })
    }
}

/// Records as `segment --jsonl` reads them.
struct RecordsTarget: FuzzTarget {
    static let name = "records"

    private struct Record: Decodable {
        let lang: String?
        let text: String
    }

    private let service: SentenceService

    init() throws { service = SentenceService(ProfileShelf(try RuleBook.locales())) }

    func run(_ bytes: [UInt8]) {
        for line in bytes.split(separator: 0x0A) {
            let data = Data(String(decoding: line, as: UTF8.self).utf8)
            guard let record = try? JSONDecoder().decode(Record.self, from: data) else { continue }
            let tag = record.lang.flatMap { LanguageTag($0) } ?? .undetermined
            let scalars = record.text.unicodeScalars.count
            guard let sentences = try? service.sentences(of: record.text, tag) else { continue }
            var covered = 0
            for sentence in sentences {
                precondition(sentence.start >= covered && sentence.end > sentence.start)
                precondition(sentence.end <= scalars)
                covered = sentence.end
            }
        }
    }
}
