public import TextCore

/// A sentence that a search found.
public struct SearchHit: Hashable, Sendable {
    public let slug: String
    public let key: VersionKey
    /// The sentence's place in its version, from 0.
    public let number: Int
    public let text: String
    /// The words that were asked for, as byte offsets of `text`, in order.
    public let marks: [TextSpan]
}

extension CorpusIndex {
    /// The sentences in which all words of a query stand, best first.
    ///
    /// - Parameter language: only versions in this language.
    public func search(_ query: String, language: LanguageTag? = nil, limit: Int)
        throws(CorpusError) -> [SearchHit]
    {
        guard let folding = WordFolding() else { return [] }
        let query = SearchQuery(query)
        let terms = query.terms.map { term in
            (tokens: folding.tokens(Array(term.text.utf8)).map(\.bytes), isPrefix: term.isPrefix)
        }
        guard terms.contains(where: { !$0.tokens.isEmpty }) else { return [] }
        var hits: [SearchHit] = []
        try found(query.expression, language, limit) { (row) throws(CorpusError) in
            guard let key = try? VersionKey(row.string(3)) else { return }
            let text = row.string(1)
            let tokens = folding.tokens(Array(text.utf8))
            hits.append(
                SearchHit(
                    slug: row.string(2), key: key,
                    number: Int(row.integer(0) % IndexSchema.sentenceStride), text: text,
                    marks: Self.marks(tokens, terms)))
        }
        return hits
    }

    private func found(
        _ expression: String, _ language: LanguageTag?, _ limit: Int,
        _ body: (Statement) throws(CorpusError) -> Void
    ) throws(CorpusError) {
        let filter = try language.map { (language) throws(CorpusError) in
            // Keys are made of letters, digits, dots and hyphens: they cannot end the quotes.
            let keys = try keys(in: language).map { "'\($0)'" }.joined(separator: ",")
            return "AND (rowid >> 32) IN (SELECT id FROM version WHERE key IN (\(keys)))"
        }
        // The innermost query alone ranks, so only what is shown is joined.
        let query = try database.prepare(
            """
            SELECT s.rowid, s.text, v.slug, v.key FROM (
                SELECT rowid, text, rank FROM sentence
                WHERE sentence MATCH ?1 \(filter ?? "") ORDER BY rank LIMIT ?2) s
            JOIN version v ON v.id = s.rowid >> 32 ORDER BY s.rank, s.rowid
            """)
        try query.rows([.text(expression), .init(limit)], each: body)
    }

    private func keys(in language: LanguageTag) throws(CorpusError) -> [VersionKey] {
        var keys: [VersionKey] = []
        try database.prepare("SELECT DISTINCT key FROM version").rows { row in
            if let key = try? VersionKey(row.string(0)), key.language.matches(language) {
                keys.append(key)
            }
        }
        return keys
    }

    /// Runs of tokens that a term asks for; a run counts once.
    private static func marks(
        _ tokens: [WordFolding.Token], _ terms: [(tokens: [[UInt8]], isPrefix: Bool)]
    ) -> [TextSpan] {
        var marks: [TextSpan] = []
        var start = 0
        while start < tokens.count {
            let rest = tokens[start...]
            let length =
                terms.filter { matches($0.tokens, $0.isPrefix, rest) }
                .map(\.tokens.count).max() ?? 0
            if length > 0 {
                marks.append(
                    TextSpan(tokens[start].span.start, tokens[start + length - 1].span.end))
            }
            start += max(1, length)
        }
        return marks
    }

    private static func matches(
        _ wanted: [[UInt8]], _ isPrefix: Bool, _ tokens: ArraySlice<WordFolding.Token>
    ) -> Bool {
        guard !wanted.isEmpty, wanted.count <= tokens.count else { return false }
        for (offset, word) in wanted.enumerated() {
            let token = tokens[tokens.startIndex + offset].bytes
            let isLast = offset == wanted.count - 1
            guard token == word || (isLast && isPrefix && token.starts(with: word)) else {
                return false
            }
        }
        return true
    }
}
