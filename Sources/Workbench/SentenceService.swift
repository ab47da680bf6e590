internal import LocaleData
internal import Segmentation
internal import Synchronization
public import TextCore

/// Sentences of any text in any language, with the offsets that other programs count.
public struct SentenceService: Sendable {
    /// A sentence; offsets count Unicode scalars of the text as it was given.
    public struct Sentence: Hashable, Sendable {
        public let start: Int
        public let end: Int
        /// In the characters of the input, on one line: a line end inside the sentence is a space.
        public let text: String
    }

    public static let newlineModes = SegmentationRules.NewlineMode.allCases.map(\.rawValue)

    public static let quotationModes = SegmentationRules.QuotationMode.allCases.map(\.rawValue)

    private let shelf: ProfileShelf
    private let newline: SegmentationRules.NewlineMode
    private let quotations: SegmentationRules.QuotationMode
    private let ruleFile: RuleFile?
    private let classifiers: ClassifierShelf
    private let splitters = SplitterShelf()

    /// - Parameters:
    ///   - newline: one of ``newlineModes``; anything else counts as `paragraph`.
    ///   - quotations: one of ``quotationModes``; anything else counts as `split`.
    ///   - ruleFile: decides instead of the locale data, and over quotations too.
    public init(
        _ shelf: ProfileShelf, newline: String = "paragraph", quotations: String = "split",
        ruleFile: RuleFile? = nil
    ) {
        self.shelf = shelf
        self.ruleFile = ruleFile
        classifiers = ClassifierShelf(shelf)
        self.newline = SegmentationRules.NewlineMode(rawValue: newline) ?? .paragraph
        self.quotations = SegmentationRules.QuotationMode(rawValue: quotations) ?? .split
    }

    public func sentences(
        of given: String, _ language: LanguageTag
    ) throws(WorkbenchError) -> [Sentence] {
        let text = Text(given)
        let offsets = text.offsets
        let spans = try splitter(language).sentences(in: text)
        var slices = text.isAsGiven ? nil : InputSlices(utf8: Array(given.utf8))
        return spans.map { span in
            let (start, end) = (offsets.scalar(span.start), offsets.scalar(span.end))
            let bytes = slices?.bytes(start, end) ?? text.bytes[span.range]
            return Sentence(
                start: start, end: end,
                text: String(decoding: Text.unwrapped(bytes), as: UTF8.self))
        }
    }

    /// The sentences of a document, block by block; a title or subhead is one.
    ///
    /// - Parameter explains: gives what was decided at each place that could end a sentence.
    public func stretch(
        _ document: Document, explains: Bool = false
    ) throws(WorkbenchError) -> SentenceStretch {
        let splitter = try splitter(document.language)
        return SentenceStretch(
            text: document.text, input: nil, sentences: try splitter.sentences(in: document),
            decisions: explains ? try splitter.decisions(in: document) : [], scalarStart: 0,
            repairs: document.text.repairs)
    }

    /// The way in for a text of any length.
    ///
    /// - Parameter explains: gives what was decided at each place that could end a sentence.
    public func feed(
        _ language: LanguageTag, explains: Bool = false
    ) throws(WorkbenchError) -> SentenceFeed {
        SentenceFeed(try splitter(language), newline, explains: explains)
    }

    private func splitter(_ language: LanguageTag) throws(WorkbenchError) -> SentenceSplitter {
        if let known = splitters.known(language) { return known }
        let made = try make(language)
        splitters.keep(made, language)
        return made
    }

    private func make(_ language: LanguageTag) throws(WorkbenchError) -> SentenceSplitter {
        if let ruleFile { return .file(ruleFile, language, newline) }
        do throws(LocaleDataError) {
            let rules = SegmentationRules(
                try shelf.profile(language), newline: newline, quotations: quotations)
            // A wrapped line that reads like furniture is a part of its sentence.
            let furniture = FurnitureLines(classifiers: classifiers, language: language)
            return .profile(SentenceSegmenter(rules), newline == .paragraph ? furniture : nil)
        } catch {
            throw WorkbenchError(error)
        }
    }
}

/// Those met so far: a stream of records asks for one with every line.
private final class SplitterShelf: Sendable {
    private let splitters = Mutex<[LanguageTag: SentenceSplitter]>([:])

    func known(_ language: LanguageTag) -> SentenceSplitter? {
        splitters.withLock { $0[language] }
    }

    func keep(_ splitter: SentenceSplitter, _ language: LanguageTag) {
        splitters.withLock { $0[language] = splitter }
    }
}
