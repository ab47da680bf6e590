public import LocaleData
internal import Names
internal import Segmentation
internal import Synchronization
public import TextCore

/// Names in any script: compared, looked up, found in texts and written in other languages. Safe to share.
public final class NameService: Sendable {
    public struct Written: Hashable, Sendable {
        public let name: String
        public let language: LanguageTag

        public init(name: String, language: LanguageTag) {
            self.name = name
            self.language = language
        }
    }

    /// An entity of a gazetteer that a name could be.
    public struct Candidate: Sendable {
        public let entity: String
        public let name: Written
        /// 0 to 1.
        public let score: Double
    }

    /// A mention in a text; offsets count Unicode scalars of the text as it was given.
    public struct FoundMention: Hashable, Sendable {
        public let start: Int
        public let end: Int
        public let text: String
        public let kind: EntityKind
        /// The same for all mentions of one entity in the text.
        public let key: String
        /// The dictionary form.
        public let name: String
    }

    /// A name as another language writes it.
    public struct Rendered: Hashable, Sendable {
        public let form: String
        public let language: LanguageTag
        /// `known`, `convention` or `as-written`.
        public let ground: String
        /// What made a conventional form.
        public let convention: String?
        /// How the language reads characters that do not tell.
        public let reading: String?
    }

    /// A gazetteer made ready; only the service that made it can look up in it.
    public struct Gazetteer: Sendable {
        let index: NameIndex
    }

    let shelf: ProfileShelf
    let languages: NameLanguages
    let known: [KnownName]
    let guesser = Mutex<NameOriginGuesser?>(nil)
    private let idle = Mutex<[NameWorker]>([])

    /// - Parameter known: names that a corpus knows; they are found first, and rendered in their established forms.
    public init(_ shelf: ProfileShelf, known: [KnownName] = []) throws(LocaleDataError) {
        self.shelf = shelf
        self.known = known
        languages = NameLanguages(root: try shelf.profile(.undetermined))
    }

    public func compare(
        _ left: Written, _ right: Written
    ) throws(LocaleDataError) -> (score: Double, same: Bool, reasons: [String]) {
        try withWorker { worker throws(LocaleDataError) in
            let match = worker.matcher.compare(
                try record(left, worker), try record(right, worker))
            return (match.score, match.same, match.reasons)
        }
    }

    public func gazetteer(
        _ names: [(entity: String, name: Written)]
    ) throws(LocaleDataError) -> Gazetteer {
        try withWorker { worker throws(LocaleDataError) in
            var entries: [NameIndex.Entry] = []
            entries.reserveCapacity(names.count)
            for (entity, name) in names {
                entries.append(
                    NameIndex.Entry(entity: entity, record: try record(name, worker)))
            }
            return Gazetteer(index: NameIndex(entries, table: languages.table))
        }
    }

    public func lookUp(
        _ name: Written, in gazetteer: Gazetteer, limit: Int = 10
    ) throws(LocaleDataError) -> [Candidate] {
        try withWorker { worker throws(LocaleDataError) in
            gazetteer.index.lookUp(try record(name, worker), worker.matcher, limit: limit).map {
                let record = $0.entry.record
                return Candidate(
                    entity: $0.entry.entity,
                    name: Written(name: record.written, language: record.language),
                    score: $0.score)
            }
        }
    }

    public func mentions(
        _ text: Text, _ language: LanguageTag
    ) throws(LocaleDataError) -> [FoundMention] {
        let found = try mentions(
            in: Document(plain: text, language: language),
            sentences: try segmenter(language).sentences(in: text))
        let offsets = text.offsets
        return found.map {
            FoundMention(
                start: offsets.scalar($0.span.start), end: offsets.scalar($0.span.end),
                text: text[$0.span], kind: $0.kind, key: $0.key, name: $0.name)
        }
    }

    /// The mentions of an article, whose titles and blocks are split each by itself.
    public func mentions(in document: Document) throws(LocaleDataError) -> [Mention] {
        try mentions(
            in: document, sentences: try segmenter(document.language).sentences(in: document))
    }

    /// The mentions of a document, for the analysers that build on them.
    func mentions(
        in document: Document, sentences: [TextSpan]
    ) throws(LocaleDataError) -> [Mention] {
        let profile = try shelf.profile(document.language)
        return try withWorker { worker throws(LocaleDataError) in
            worker.finder(profile, document.language, known)
                .mentions(in: document, sentences: sentences)
        }
    }

    /// Tells names in running text by their sounds.
    func ear() -> NameEar { NameEar(languages, shelf) }

    private func segmenter(_ language: LanguageTag) throws(LocaleDataError) -> SentenceSegmenter {
        SentenceSegmenter(SegmentationRules(try shelf.profile(language)))
    }

    /// The language given, or the likeliest one for the name's script.
    static func language(of name: Written) -> LanguageTag {
        guard name.language == .undetermined,
            let script = ScriptDetector.main(of: name.name), script != .latin,
            let tag = LanguageTag("und-\(script.code)")
        else { return name.language }
        return LanguageTag(tag.maximized.language) ?? name.language
    }

    private func record(_ name: Written, _ worker: NameWorker) throws(LocaleDataError) -> NameRecord
    {
        let language = Self.language(of: name)
        return worker.reader.record(name.name, language, try shelf.profile(language))
    }

    /// Lends a worker that no other task has.
    func withWorker<Result>(
        _ body: (NameWorker) throws(LocaleDataError) -> Result
    ) throws(LocaleDataError) -> Result {
        let worker = idle.withLock { $0.popLast() } ?? NameWorker(languages)
        defer { idle.withLock { $0.append(worker) } }
        return try body(worker)
    }
}

/// What one task reads and compares names with.
final class NameWorker: @unchecked Sendable {
    // Safe: a worker is either among the idle ones or lent to one task.
    let reader: NameReader
    let matcher: NameMatcher

    private var finders: [LanguageTag: NameFinder] = [:]

    init(_ languages: NameLanguages) {
        reader = NameReader(languages)
        matcher = NameMatcher(languages)
    }

    func finder(
        _ profile: LocaleProfile, _ language: LanguageTag, _ known: [KnownName]
    ) -> NameFinder {
        if let ready = finders[language] { return ready }
        let finder = NameFinder(profile, language: language, known: known, reader: reader)
        finders[language] = finder
        return finder
    }
}
