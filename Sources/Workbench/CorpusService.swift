public import Corpus
internal import FoundationEssentials
internal import LocaleData
public import TextCore

/// A corpus with what reads its texts: the way of every other service to articles.
public struct CorpusService: Sendable {
    public let folder: CorpusFolder
    /// The locale data with the corpus's own abbreviations over it.
    public let shelf: ProfileShelf
    let segmenter: DocumentSegmenter
    private let fingerprint: String

    public init(_ folder: CorpusFolder, _ shelf: ProfileShelf) {
        self.folder = folder
        let shelf = shelf.adding(UserAbbreviations(folder))
        self.shelf = shelf
        segmenter = DocumentSegmenter(shelf)
        fingerprint = shelf.fingerprint
    }

    /// Opens the corpus that the user named, or the one that the working folder is in.
    ///
    /// A folder that is named must be a corpus; without one, `corpus.json` is looked for here, in `corpus/` and above.
    public static func open(_ named: String?, _ shelf: ProfileShelf) throws(WorkbenchError)
        -> CorpusService
    {
        let folder = try WorkbenchError.wrap { () throws(CorpusError) in
            if let named { return try CorpusFolder(opening: named) }
            return try CorpusFolder.locate(from: FileManager.default.currentDirectoryPath)
        }
        return CorpusService(folder, shelf)
    }

    /// What cannot be read of the corpus's abbreviations.
    public var abbreviationProblems: [StatusService.Problem] { shelf.abbreviations.problems }

    /// Makes a new corpus.
    ///
    /// - Returns: the folder that was made.
    public static func create(at path: String, name: String, languages: [LanguageTag])
        throws(WorkbenchError) -> String
    {
        try WorkbenchError.wrap { () throws(CorpusError) in
            try CorpusFolder.create(at: path, Manifest(name: name, languages: languages)).path
        }
    }

    /// Runs `body` on an index that is up to date with the files.
    func withIndex<Result>(
        _ body: (CorpusIndex) throws(CorpusError) -> Result
    ) throws(WorkbenchError) -> Result {
        try WorkbenchError.wrap { () throws(CorpusError) in
            try CorpusIndex.use(
                folder, fingerprint: fingerprint, sentences: { spans($0) }, body)
        }
    }

    /// A language whose data is damaged still has its blocks.
    func spans(_ document: Document) -> [TextSpan] {
        (try? segmenter.sentences(document)) ?? document.blocks.map(\.span)
    }

    static func slug(_ name: String) throws(WorkbenchError) -> Slug {
        do throws(CorpusError) { return try Slug(name) } catch {
            let near = Slug.suggestion(for: name).map { "did you mean '\($0)'?" }
            throw WorkbenchError("\(error)", hint: near ?? error.nextStep)
        }
    }
}
