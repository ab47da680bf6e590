internal import Corpus
internal import Interchange
public import TextCore

/// Takes translation units into a corpus as an article: a version a language, a unit a paragraph.
public struct ImportService: Sendable {
    public enum Format: String, CaseIterable, Sendable {
        case tmx, tsv, jsonl
    }

    public struct Answer: Sendable {
        public let slug: String
        /// The origin first.
        public let versions: [String]
        public let unitCount: Int
    }

    private let corpus: CorpusService

    public init(_ corpus: CorpusService) { self.corpus = corpus }

    /// Makes the versions and confirms that the texts of each unit belong together.
    ///
    /// - Parameters:
    ///   - file: the name that errors carry; its ending tells the format where `format` is `nil`.
    ///   - origin: the language that the others were translated from; the first of the file when `nil`.
    /// - Throws: where a version is there already; nothing is written then.
    public func add(
        _ bytes: [UInt8], file: String, format: Format?, slug: String, origin: LanguageTag?
    ) throws(WorkbenchError) -> Answer {
        let slug = try CorpusService.slug(slug)
        let units = ImportedUnits(try Self.read(bytes, file, format), origin: origin)
        guard let first = units.languages.first, units.has(first) else {
            throw WorkbenchError(
                "\(file): no unit has a text" + (origin.map { " in '\($0)'" } ?? ""),
                hint: "the languages are those that the file's units name")
        }
        let existing = try WorkbenchError.wrap { () throws(CorpusError) in
            try corpus.folder.locked { (writer) throws(CorpusError) in
                try write(units, slug, writer)
            }
        }
        if let existing {
            throw WorkbenchError(
                "'\(slug)' has a version '\(existing)' already; nothing was changed",
                hint: "import into another --article")
        }
        return Answer(
            slug: slug.string, versions: units.languages.map(\.string), unitCount: units.count)
    }

    private static func read(
        _ bytes: [UInt8], _ file: String, _ format: Format?
    ) throws(WorkbenchError) -> [TranslationUnit] {
        let named = format.flatMap { InterchangeFormat(rawValue: $0.rawValue) }
        guard let format = named ?? InterchangeFormat(fileName: file) else {
            throw WorkbenchError(
                "\(file): the name does not tell the format",
                hint: "say --format tmx, tsv or jsonl")
        }
        do throws(InterchangeError) { return try format.read(bytes, file: file) } catch {
            throw WorkbenchError("\(error)")
        }
    }

    /// - Returns: a version that is there already, and so kept everything from being written.
    private func write(
        _ units: ImportedUnits, _ slug: Slug, _ writer: CorpusWriter
    ) throws(CorpusError) -> VersionKey? {
        var keys: [VersionKey] = []
        for language in units.languages { keys.append(try VersionKey(language)) }
        for key in keys where try corpus.folder.text(slug, key) != nil { return key }
        for (key, language) in zip(keys, units.languages) {
            var draft = VersionDraft(key, blocks: units.blocks(language))
            draft.from = key == keys[0] ? nil : keys[0].string
            _ = try writer.add(draft, to: slug)
        }
        let article = try corpus.folder.article(slug)
        guard let source = try corpus.reading(article, keys[0]) else { return nil }
        for key in keys.dropFirst() {
            guard let target = try corpus.reading(article, key),
                let beads = units.beads(source, target)
            else { continue }
            try writer.save(
                AlignmentRecord(source: source.side, target: target.side, beads: beads), slug)
        }
        return nil
    }
}
