public import LocaleData
public import TextCore

/// Takes the article out of a page or a pasted text.
public struct PageExtractor: Sendable {
    private let hints: PageHints
    private let detector: LanguageDetector
    private let classifier: @Sendable (LanguageTag) -> FurnitureClassifier

    /// - Parameters:
    ///   - hints: what pages call their parts; they serve for all languages.
    ///   - classifier: the furniture patterns of a language.
    public init(
        hints: [PageHint], detector: LanguageDetector,
        classifier: @escaping @Sendable (LanguageTag) -> FurnitureClassifier
    ) {
        self.hints = PageHints(hints)
        self.detector = detector
        self.classifier = classifier
    }

    /// - Parameters:
    ///   - bytes: HTML in any encoding.
    ///   - url: where the page came from, when it does not say so itself.
    ///   - language: what the caller knows; it outweighs what the page declares.
    public func extract(html bytes: [UInt8], url: String? = nil, language: LanguageTag? = nil)
        -> Extraction
    {
        let decoded = PageEncoding.decode(bytes)
        let tree = PageParser.parse(decoded.bytes)
        let head = HeadReader(tree)
        let reader = MetadataReader(head, url: url)
        var metadata = reader.metadata()
        let lines = ArticleLines(tree, ElementMarks(tree, hints))
        let guess = detector.language(
            of: lines.prose, given: language, declared: metadata.declaredLanguage)
        var sorter = LineSorter(
            lines, title: metadata.title, headings: head.headings, classifier(guess.tag))
        sorter.sort()
        let dates = DateReader([guess.tag, .english])
        metadata.date = reader.date(dates) ?? sorter.found["date"].flatMap(dates.iso)
        metadata.author = author(metadata.author, guess.tag) ?? sorter.found["author"]
        metadata.outlet = metadata.outlet ?? sorter.found["outlet"]
        var notes = Self.notes(decoded, tree)
        let shown = sorter.blocks
        let hidden = head.fullerBody(than: shown)
        if hidden != nil { notes.append("the text stands in the page's data for search engines") }
        return Extraction(
            blocks: hidden ?? shown, furniture: sorter.furniture, metadata: metadata,
            language: guess, notes: notes)
    }

    /// Some pages put a whole byline where the name belongs.
    private func author(_ written: String?, _ language: LanguageTag) -> String? {
        guard let name = written?.split(separator: " | ").first else { return nil }
        let plain = Prose.collapse(name.utf8)
        let verdict = classifier(language).verdict(on: Text(plain))
        return verdict?.groups["author"] ?? (plain.isEmpty ? nil : plain)
    }

    private static func notes(_ decoded: PageEncoding.Decoded, _ tree: PageTree) -> [String] {
        var notes: [String] = []
        if decoded.isGuessed { notes.append("the encoding was guessed: \(decoded.encoding)") }
        if tree.isCut { notes.append("the page nests too deeply: what follows was left out") }
        return notes
    }

    /// - Parameter text: a text as people paste it, with or without the furniture of its page.
    public func extract(text: Text, url: String? = nil, language: LanguageTag? = nil) -> Extraction
    {
        let blocks = PlainLines(text).blocks()
        let long = blocks.filter { Prose.weight($0) >= 8 }
        let prose = Text(utf8: Array((long.isEmpty ? blocks : long).joined(separator: [0x0A])))
        let guess = detector.language(of: prose, given: language, declared: nil)
        var sorter = PlainSorter(blocks, classifier(guess.tag))
        sorter.sort()
        var metadata = PageMetadata()
        metadata.title = sorter.title
        metadata.url = url
        metadata.author = sorter.found["author"]
        metadata.outlet = sorter.found["outlet"]
        metadata.date = sorter.found["date"].flatMap(DateReader([guess.tag, .english]).iso)
        return Extraction(
            blocks: sorter.articleBlocks, furniture: sorter.furniture, metadata: metadata,
            language: guess, notes: [])
    }
}

extension HeadReader {
    /// `articleBody` of JSON-LD, where the page itself shows much less of the article.
    fileprivate func fullerBody(than blocks: [Extraction.Block]) -> [Extraction.Block]? {
        guard let body = article?["articleBody"]?.string else { return nil }
        let plain = Entities.decode(body)
        let shown = blocks.reduce(0) { $0 + Prose.weight($1.text.utf8) }
        guard Prose.weight(plain.utf8) > max(30, 2.5 * shown), !plain.contains("</") else {
            return nil
        }
        return plain.split(separator: "\n").map { Prose.collapse($0.utf8) }.filter { !$0.isEmpty }
            .map { .init(.paragraph, $0) }
    }
}
