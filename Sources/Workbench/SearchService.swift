internal import Corpus
public import TextCore

/// Finds words in all languages at once.
public struct SearchService: Sendable {
    public struct Hit: Hashable, Sendable {
        public let slug: String
        public let version: String
        /// The sentence's place in its version, from 0.
        public let sentence: Int
        public let text: String
        /// The words found: byte offsets of `text`, in order.
        public let marks: [TextSpan]
    }

    private let corpus: CorpusService

    public init(_ corpus: CorpusService) { self.corpus = corpus }

    /// Sentences that have all words of the query, best first; "phrases" in quotes, beginnings with a `*`.
    public func hits(_ query: String, language: LanguageTag?, limit: Int)
        throws(WorkbenchError) -> [Hit]
    {
        let found = try corpus.withIndex { (index) throws(CorpusError) in
            try index.search(query, language: language, limit: limit)
        }
        return found.map {
            Hit(
                slug: $0.slug, version: $0.key.string, sentence: $0.number, text: $0.text,
                marks: $0.marks)
        }
    }
}
