internal import TextCore

/// How much a stretch says, whatever its script: its letters and digits, those counted more that write a syllable or a
/// word.
struct PassageWeight {
    let passage: Passage
    /// Of each sentence.
    let sentences: [Double]
    var total: Double { sentences.reduce(0, +) }

    init(_ passage: Passage) {
        self.passage = passage
        sentences = passage.sentences.map { Self.of(passage, $0) }
    }

    func of(_ range: Range<Int>) -> Double { sentences[range].reduce(0, +) }

    static func of(_ passage: Passage, _ span: TextSpan) -> Double {
        var weight = 0.0
        var offset = span.start
        while offset < span.end {
            let (scalar, next) = passage.text.scalar(at: offset)
            weight += Self.weight(scalar)
            offset = next
        }
        return weight
    }

    /// About how many letters of an alphabet say as much.
    private static func weight(_ scalar: Unicode.Scalar) -> Double {
        let table = CharacterTable.shared
        guard table.isLetter(scalar) || table.isDigit(scalar) else { return 0 }
        switch table.script(scalar) {
        case .han: return 2.6
        case .hangul: return 2
        case .hiragana, .katakana: return 1.6
        case .arabic, .hebrew: return 1.25
        default: return 1
        }
    }
}
