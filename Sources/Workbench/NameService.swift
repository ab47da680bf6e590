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

    let shelf: ProfileShelf
    let languages: NameLanguages
    let known: [KnownName]
    let guesser = Mutex<NameOriginGuesser?>(nil)
    private let segmenters: DocumentSegmenter
    private let idle = Mutex<[NameWorker]>([])

    /// - Parameter known: names that a corpus knows; they are found first, and rendered in their established forms.
    public init(_ shelf: ProfileShelf, known: [KnownName] = []) throws(LocaleDataError) {
        self.shelf = shelf
        self.known = known
        languages = NameLanguages(root: try shelf.profile(.undetermined))
        segmenters = DocumentSegmenter(shelf)
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

    /// The key of a name that was found in a text of a language.
    func key(of name: String, _ language: LanguageTag) throws(LocaleDataError) -> String {
        let profile = try shelf.profile(language)
        return try withWorker { worker throws(LocaleDataError) in
            worker.finder(profile, language, known).key(of: name)
        }
    }

    /// The mentions of a document, for the analysers that build on them.
    ///
    /// - Parameter isKeyed: false leaves keys empty but those of known names; ``key(of:_:)`` gives them.
    func mentions(
        in document: Document, sentences: [TextSpan], isKeyed: Bool = true
    ) throws(LocaleDataError) -> [Mention] {
        let profile = try shelf.profile(document.language)
        return try withWorker { worker throws(LocaleDataError) in
            worker.finder(profile, document.language, known)
                .mentions(in: document, sentences: sentences, isKeyed: isKeyed)
        }
    }

    /// Tells names in running text by their sounds.
    func ear() -> NameEar { NameEar(borrow(), shelf, giveBack: giveBack) }

    private func segmenter(_ language: LanguageTag) throws(LocaleDataError) -> SentenceSegmenter {
        try segmenters.segmenter(language)
    }

    /// The language given, or the likeliest one for the name's script.
    static func language(of name: Written) -> LanguageTag {
        guard name.language == .undetermined,
            let script = ScriptDetector.main(of: name.name), script != .latin,
            let tag = LanguageTag("und-\(script.code)")
        else { return name.language }
        return LanguageTag(tag.maximized.language) ?? name.language
    }

    func record(_ name: Written, _ worker: NameWorker) throws(LocaleDataError) -> NameRecord {
        let language = Self.language(of: name)
        return worker.reader.record(name.name, language, try shelf.profile(language))
    }

    /// Lends a worker that no other task has.
    func withWorker<Result>(
        _ body: (NameWorker) throws(LocaleDataError) -> Result
    ) throws(LocaleDataError) -> Result {
        let worker = borrow()
        defer { giveBack(worker) }
        return try body(worker)
    }

    private func borrow() -> NameWorker {
        idle.withLock { $0.popLast() } ?? NameWorker(languages)
    }

    private func giveBack(_ worker: NameWorker) { idle.withLock { $0.append(worker) } }
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
