internal import TextCore

/// Numbers the distinct tokens of one side, in order of appearance, and counts them.
struct TokenIndex: Sendable {
    let language: LanguageTag
    private let tokenizer: AlignmentTokenizer
    private var numbers: [String: Int32] = [:]
    /// What each written form became, so that folding and stemming happen once a form.
    private var forms: [String: Int32] = [:]
    private(set) var tokens: [String] = []
    /// The form that a token was first met in, with its case and its ending.
    private(set) var surfaces: [String] = []
    private(set) var counts: [Int32] = []
    private(set) var total = 0
    private var sideCount = 0

    init(_ language: LanguageTag) {
        self.language = language
        tokenizer = AlignmentTokenizer(language)
    }

    var count: Int { tokens.count }

    func number(of token: String) -> Int32? { numbers[token] }

    /// The share of a token among all, never 0.
    func share(_ number: Int) -> Float { Float(max(1, counts[number])) / Float(max(1, total)) }

    /// The share of each token.
    var shares: [Float] { counts.indices.map(share) }

    mutating func encode(_ side: AlignmentSide) -> EncodedSide {
        var encoded = EncodedSide()
        encoded.vectors = side.vectors?.centred()
        sideCount += 1
        for sentence in side.sentences {
            let text = Text(sentence.text)
            var line: [Int32] = []
            tokenizer.scan(text) { piece in line.append(number(for: piece)) }
            // Those of one pair of texts mean nothing in another.
            for tie in sentence.ties { line.append(adopt("\(Self.tieMark)\(sideCount) \(tie)")) }
            for token in line { counts[Int(token)] += 1 }
            total += line.count
            let trimmed = text.trimmed(text.span)
            encoded.append(
                line, length: scalarCount(text.bytes[trimmed.range]), kind: sentence.kind)
        }
        return encoded
    }

    /// The tokens of a phrase, or `nil` where one of them does not occur in the texts.
    func known(_ phrase: String) -> [Int32]? {
        var known: [Int32] = []
        var isKnown = true
        tokenizer.scan(Text(phrase)) { piece in
            if let number = numbers[tokenizer.token(piece)] {
                known.append(number)
            } else {
                isKnown = false
            }
        }
        return isKnown && !known.isEmpty ? known : nil
    }

    private func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }

    private mutating func number(for piece: AlignmentTokenizer.Piece) -> Int32 {
        if let known = forms[piece.surface] { return known }
        let number = adopt(tokenizer.token(piece), surface: piece.surface)
        forms[piece.surface] = number
        return number
    }

    /// What a tie begins with, and no token does.
    private static let tieMark = "\u{0}"

    static func isTie(_ token: String) -> Bool { token.utf8.first == 0 }

    private mutating func adopt(_ token: String, surface: String = "") -> Int32 {
        if let known = numbers[token] { return known }
        let number = Int32(tokens.count)
        numbers[token] = number
        tokens.append(token)
        surfaces.append(surface)
        counts.append(0)
        return number
    }
}
