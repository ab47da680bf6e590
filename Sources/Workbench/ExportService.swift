internal import Corpus
internal import Interchange
public import TextCore

/// Articles of a corpus as files for other tools.
public struct ExportService: Sendable {
    public enum Format: String, CaseIterable, Sendable {
        case tmx, tsv, jsonl, ladder

        fileprivate var units: InterchangeFormat? { InterchangeFormat(rawValue: rawValue) }
    }

    /// A file's bytes, and what could not go into it.
    public struct Exported: Sendable {
        public let bytes: [UInt8]
        /// Units, rungs or quotes.
        public let count: Int
        public let problems: [StatusService.Problem]
    }

    /// What goes into the units.
    public struct Selection: Sendable {
        /// Two versions, as a user names them; `nil` for all.
        public var pair: (String, String)?
        /// Beads with a lower score are left out; what a person confirmed never is.
        public var minimumScore = 0.0

        public init() {}
    }

    private let corpus: CorpusService

    public init(_ corpus: CorpusService) { self.corpus = corpus }

    /// Translation units of the stored alignments, article by article.
    public func units(
        of slugs: [String], _ selection: Selection, format: Format
    ) throws(WorkbenchError) -> Exported {
        guard let writer = format.units else { return try ladder(of: slugs, selection) }
        var units: [TranslationUnit] = []
        var sources: Set<LanguageTag> = []
        var problems: [StatusService.Problem] = []
        for slug in slugs {
            // Of many articles a damaged one keeps the others from nobody.
            guard let article = try readable(slug, alone: slugs.count == 1, &problems) else {
                continue
            }
            let found = try article.units(selection, &problems)
            units += found
            if !found.isEmpty, let source = article.source { sources.insert(source.language) }
        }
        let source = sources.count == 1 ? sources.first : nil
        return Exported(
            bytes: try Self.written { () throws(InterchangeError) in
                try writer.write(units, source: source)
            }, count: units.count, problems: problems)
    }

    private func readable(
        _ slug: String, alone: Bool, _ problems: inout [StatusService.Problem]
    ) throws(WorkbenchError) -> AlignedArticle? {
        do throws(WorkbenchError) { return try AlignedArticle(corpus, slug) } catch {
            guard !alone else { throw error }
            problems.append(.init(message: "\(slug): \(error.message)", hint: error.hint))
            return nil
        }
    }

    /// What the stored alignments of an article tie together, in the languages wanted; only what all of them have.
    public func sideBySide(
        _ slug: String, _ languages: [LanguageTag]
    ) throws(WorkbenchError) -> [[(language: LanguageTag, text: String)]] {
        var problems: [StatusService.Problem] = []
        let units = try AlignedArticle(corpus, slug).units(Selection(), &problems)
        return units.compactMap { unit in
            let texts = languages.compactMap { language in
                unit.variants.first { $0.language.matches(language) }
                    .map { (language: $0.language, text: $0.text) }
            }
            return texts.count == languages.count ? texts : nil
        }
    }

    /// The rungs of one pair of one article.
    private func ladder(
        of slugs: [String], _ selection: Selection
    ) throws(WorkbenchError) -> Exported {
        guard slugs.count == 1, let pair = selection.pair else {
            throw WorkbenchError(
                "a ladder is of one pair of one article",
                hint: "name the article, and the versions with --pair en,ru")
        }
        var problems: [StatusService.Problem] = []
        let beads = try AlignedArticle(corpus, slugs[0]).cover(of: pair, &problems)
        return Exported(
            bytes: Array(RungLadder.write(beads).utf8), count: beads.count, problems: problems)
    }

    private static func written(
        _ body: () throws(InterchangeError) -> [UInt8]
    ) throws(WorkbenchError) -> [UInt8] {
        do throws(InterchangeError) { return try body() } catch {
            throw WorkbenchError("\(error)")
        }
    }
}
