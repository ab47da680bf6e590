internal import TextCore

/// What a user asks for: words that must all occur in a sentence, "phrases" in quotes, beginnings with a `*`.
struct SearchQuery {
    struct Term {
        let text: String
        let isPrefix: Bool
    }

    let terms: [Term]

    init(_ query: String) {
        var terms: [Term] = []
        let pieces = query.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            // Between an opening and a closing mark; an opening one without its partner counts for nothing.
            if index % 2 == 1, index + 1 < pieces.count {
                terms.append(Term(text: String(piece), isPrefix: false))
            } else {
                terms += piece.split(whereSeparator: \.isWhitespace).map(Self.word)
            }
        }
        self.terms = terms
    }

    /// Words of Hangul carry their particles, so one asked for is a beginning.
    private static func word(_ piece: Substring) -> Term {
        let text = piece.hasSuffix("*") ? piece.dropLast() : piece
        let isHangul = text.unicodeScalars.last.map {
            CharacterTable.shared.script($0) == .hangul
        }
        return Term(text: String(text), isPrefix: piece.hasSuffix("*") || isHangul == true)
    }

    /// In the language of FTS5; everything the user wrote is inside quotes, so nothing of it is syntax.
    var expression: String {
        terms.map { term in
            let words = String(term.text.map { $0 == "\"" || $0 == "\0" ? " " : $0 })
            return "\"\(words)\"" + (term.isPrefix ? "*" : "")
        }.joined(separator: " AND ")
    }
}
