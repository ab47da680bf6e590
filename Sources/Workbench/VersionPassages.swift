internal import LocaleData
internal import Quotes
internal import TextCore
internal import Tracking

/// A version's text with all that a comparison of its passages needs, found once.
struct VersionPassages {
    private let text: Text
    private let language: LanguageTag
    private let sentences: [TextSpan]
    private let names: [Mention]
    private let quotes: [Quote]
    private let lexicon: WordingLexicon
    private let ingestion: IngestionService

    init(
        _ document: Document, sentences: [TextSpan], names: [Mention], quotes: [Quote],
        _ lexicon: WordingLexicon, _ ingestion: IngestionService
    ) {
        text = document.text
        language = document.language
        self.sentences = sentences
        self.names = names
        self.quotes = quotes.sorted { $0.span < $1.span }
        self.lexicon = lexicon
        self.ingestion = ingestion
    }

    /// - Parameter range: of sentences; an empty one is the place where they would stand.
    func passage(_ range: Range<Int>) -> Passage {
        let span = span(range)
        return Passage(
            text: text, span: span, language: language, lexicon: lexicon,
            sentences: Array(sentences[range]), names: inside(names, span, \.span),
            quotes: inside(quotes, span, \.span),
            detected: ingestion.detectedLanguage(of: Text(text[span]), unless: language))
    }

    private func span(_ range: Range<Int>) -> TextSpan {
        guard let first = range.first, let last = range.last else {
            let place = range.lowerBound == 0 ? 0 : sentences[range.lowerBound - 1].end
            return TextSpan(place, place)
        }
        return sentences[first].union(sentences[last])
    }

    /// Those that begin in the span; the list is in text order.
    private func inside<Element>(
        _ list: [Element], _ span: TextSpan, _ place: KeyPath<Element, TextSpan>
    ) -> [Element] {
        let first = list.partitioningIndex { $0[keyPath: place].start >= span.start }
        return Array(list[first...].prefix { $0[keyPath: place].start < span.end })
    }
}
