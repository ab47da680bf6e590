public import TextCore

/// The terms of two languages, cut into the aligner's tokens once for all texts that are aligned with them.
///
/// A term of several tokens ties each of them to each of the other side, with a share of its weight: what of "secretary
/// general" is "генеральный" the texts themselves teach.
public struct TermTable: Sendable {
    /// Longer phrases are explanations rather than translations.
    private static let longestTerm = 6

    private var source: Side
    private var target: Side
    private var weights: [Float] = []

    /// - Parameter terms: those of both languages, source first.
    public init(source: LanguageTag, target: LanguageTag, terms: [Term]) {
        self.source = Side(source)
        self.target = Side(target)
        for term in terms {
            let (from, to) = (self.source.append(term.source), self.target.append(term.target))
            if (1...Self.longestTerm).contains(from), (1...Self.longestTerm).contains(to) {
                weights.append(term.weight)
            } else {
                self.source.removeLast()
                self.target.removeLast()
            }
        }
    }

    public var count: Int { weights.count }

    /// Hands out the pairs of tokens of all terms that occur on both sides, with their weights.
    func seed(_ sources: TokenIndex, _ targets: TokenIndex, _ body: (Int32, Int32, Float) -> Void) {
        let from = source.places(in: sources)
        let to = target.places(in: targets)
        for (number, weight) in weights.enumerated() {
            guard let left = source.known(number, from), let right = target.known(number, to)
            else { continue }
            let share = weight / Float(max(left.count, right.count))
            for a in left {
                for b in right { body(from[Int(a)], to[Int(b)], share) }
            }
        }
    }

    /// The tokens of one language's half of all terms, numbered.
    private struct Side: Sendable {
        private let tokenizer: AlignmentTokenizer
        private var numbers: [String: Int32] = [:]
        /// What each written form became, so that folding and stemming happen once a form.
        private var forms: [String: Int32] = [:]
        private var tokens: [Int32] = []
        private var offsets: [Int] = [0]

        init(_ language: LanguageTag) { tokenizer = AlignmentTokenizer(language) }

        /// - Returns: the number of its tokens.
        mutating func append(_ phrase: String) -> Int {
            tokenizer.scan(Text(phrase)) { tokens.append(number($0)) }
            offsets.append(tokens.count)
            return tokens.count - offsets[offsets.count - 2]
        }

        mutating func removeLast() {
            offsets.removeLast()
            tokens.removeSubrange(offsets[offsets.count - 1]...)
        }

        private mutating func number(_ piece: AlignmentTokenizer.Piece) -> Int32 {
            if let known = forms[piece.surface] { return known }
            let token = tokenizer.token(piece)
            let number = numbers[token] ?? Int32(numbers.count)
            numbers[token] = number
            forms[piece.surface] = number
            return number
        }

        /// For each token its number in a text, or -1.
        func places(in index: TokenIndex) -> [Int32] {
            var places = [Int32](repeating: -1, count: numbers.count)
            for (token, number) in numbers { places[Int(number)] = index.number(of: token) ?? -1 }
            return places
        }

        /// The tokens of a term, or `nil` where one of them does not occur.
        func known(_ term: Int, _ places: [Int32]) -> ArraySlice<Int32>? {
            let term = tokens[offsets[term]..<offsets[term + 1]]
            return term.allSatisfy { places[Int($0)] >= 0 } ? term : nil
        }
    }
}
