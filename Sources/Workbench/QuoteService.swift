public import LocaleData
public import Quotes
internal import Segmentation
internal import Synchronization
public import TextCore

/// The quotes of any text in any language, with the offsets that other programs count.
public final class QuoteService: Sendable {
    private let shelf: ProfileShelf
    private let names: NameService?
    private let analysers = Mutex<[String: Analyser]>([:])

    /// What is made once for a language: patterns are compiled and words hashed.
    private struct Analyser: Sendable {
        let segmenter: SentenceSegmenter
        let finder: QuoteFinder
        let lines: LineSorter
    }

    /// - Parameter names: finds the names that speakers are resolved to; without it a speaker is a mention alone.
    public init(_ shelf: ProfileShelf, names: NameService? = nil) {
        self.shelf = shelf
        self.names = names
    }

    /// The quotes of an article; its titles and blocks are split each by itself.
    ///
    /// - Parameter mentions: names in the text where they are known already.
    public func quotes(
        in document: Document, mentions: [Mention]? = nil
    ) throws(LocaleDataError) -> [Quote] {
        let analyser = try analyser(document.language)
        return try quotes(
            in: document, analyser.segmenter.sentences(in: document), mentions, analyser.finder)
    }

    /// The quotes of a text of which nothing is known but its lines: a sentence may go on in the next one.
    public func report(
        _ text: Text, _ language: LanguageTag
    ) throws(LocaleDataError) -> [ReportedQuote] {
        let analyser = try analyser(language)
        let document = Document(text: text, language: language, blocks: analyser.lines.blocks(text))
        let sentences = analyser.segmenter.sentences(in: text)
        let offsets = text.offsets
        return try quotes(in: document, sentences, nil, analyser.finder).map {
            ReportedQuote($0, text, offsets)
        }
    }

    private func quotes(
        in document: Document, _ sentences: [TextSpan], _ mentions: [Mention]?,
        _ finder: QuoteFinder
    ) throws(LocaleDataError) -> [Quote] {
        guard mentions == nil, let names else {
            return finder.quotes(in: document, sentences: sentences, mentions: mentions ?? [])
        }
        let found = try names.mentions(in: document, sentences: sentences, isKeyed: false)
        return finder.quotes(in: document, sentences: sentences, mentions: found) { name in
            (try? names.key(of: name, document.language)) ?? ""
        }
    }

    private func analyser(_ language: LanguageTag) throws(LocaleDataError) -> Analyser {
        let profile = try shelf.profile(language)
        let key = shelf.key(language)
        if let known = analysers.withLock({ $0[key] }) { return known }
        let analyser = Analyser(
            segmenter: SentenceSegmenter(SegmentationRules(profile)), finder: QuoteFinder(profile),
            lines: LineSorter(profile))
        analysers.withLock { $0[key] = analyser }
        return analyser
    }
}
