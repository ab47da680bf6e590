public import LocaleData
public import TextCore

/// Takes the article out of a page or a pasted text.
public struct PageExtractor: Sendable {
    private let hints: PageHints
    private let detector: LanguageDetector
    private let classifier: @Sendable (LanguageTag) -> FurnitureClassifier

    /// - Parameters:
    ///   - root: the profile whose page hints serve for all languages.
    ///   - classifier: the furniture patterns of a language.
    public init(
        root: LocaleProfile, detector: LanguageDetector,
        classifier: @escaping @Sendable (LanguageTag) -> FurnitureClassifier
    ) {
        hints = PageHints(root.pageHints)
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
        let tree = PageTreeBuilder.tree(of: PageDecoder.utf8(bytes), hints: hints)
        let blocks = PageBlockCollector.blocks(of: tree)
        let finder = ContentFinder(tree, blocks)
        let reader = MetadataReader(
            raw: tree.metadata, linked: LinkedData(tree.metadata.linkedData),
            dates: DateReader([.english]))
        let range = finder.contentRange()
        let guess = self.language(
            given: language, declared: reader.declaredLanguage,
            text: blocks.lazy.filter { range.contains($0.node) }.map(\.text))
        let sorter = BlockSorter(classifier: classifier(guess.tag))
        let headings = blocks.filter { $0.headingLevel == 1 }.map(\.text)
        let dated = MetadataReader(
            raw: reader.raw, linked: reader.linked, dates: DateReader([guess.tag, .english]))
        // Bylines and dates are among what is set aside, so the metadata comes after a first sorting.
        let title = dated.metadata(url: url, headings: headings, found: [:]).title
        let sorted = sorter.sort(blocks, title: title) { block in
            let mark = finder.marks[block.node]
            if mark.isFurniture { return (mark.rawValue, "its class or id says so") }
            return range.contains(block.node) ? nil : ("navigation", "outside the article")
        }
        return Extraction(
            blocks: sorted.blocks, furniture: sorted.furniture,
            metadata: dated.metadata(url: url, headings: headings, found: sorted.found),
            language: guess)
    }

    /// - Parameter text: a text as people paste it, with or without the furniture of its page.
    public func extract(text: Text, url: String? = nil, language: LanguageTag? = nil) -> Extraction
    {
        let guess = self.language(given: language, declared: nil, text: [text.string])
        let page = PlainPage(text)
        let sorter = BlockSorter(classifier: classifier(guess.tag))
        let sorted = sorter.sort(page.blocks, title: page.title, aside: page.aside)
        var metadata = PageMetadata()
        metadata.title = page.title
        metadata.url = url
        metadata.author = sorted.found["author"]
        metadata.outlet = sorted.found["outlet"]
        metadata.date = sorted.found["date"].flatMap(DateReader([guess.tag, .english]).iso)
        return Extraction(
            blocks: sorted.blocks, furniture: sorted.furniture, metadata: metadata, language: guess)
    }

    private func language(
        given: LanguageTag?, declared: LanguageTag?, text: some Sequence<String>
    ) -> LanguageGuess {
        if let given { return LanguageGuess(given, .given) }
        var sample = ""
        for part in text where sample.utf8.count < 8_000 { sample += part + "\n" }
        let guess = detector.language(of: Text(sample))
        guard let declared else { return guess }
        // Templates declare languages that their texts are not in; a detector that is sure knows better.
        let contradicts = guess.evidence == .detected && guess.tag.language != declared.language
        return contradicts ? guess : LanguageGuess(declared, .declared)
    }
}
