internal import TextCore

/// A sentence as two revisions of a text are compared: what it says, apart from how it is set.
struct SentenceForm: Hashable {
    /// Case-folded words with single spaces; punctuation only where it holds a number together.
    let words: String
    /// Pairs of neighbouring characters, sorted: cheap to compare in any script, and mild to inflection.
    let pairs: [UInt64]

    init(_ sentence: String) {
        words = Self.reduced(sentence)
        pairs = Self.pairs(words)
    }

    private init(words: String, pairs: [UInt64]) {
        self.words = words
        self.pairs = pairs
    }

    private static func reduced(_ sentence: String) -> String {
        let table = CharacterTable.shared
        let scalars = Array(Normalizer.normalize(sentence, .nfkcFolded).unicodeScalars)
        var reduced = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if table.isWhiteSpace(scalar) {
                if reduced.last != nil, reduced.last != " " { reduced.append(" ") }
            } else if !table.isPunctuation(scalar) || bindsNumber(scalars, index) {
                reduced.append(scalar)
            }
        }
        if reduced.last == " " { reduced.removeLast() }
        return String(reduced)
    }

    /// The mark in `1,5`, `50%` and `-5`: without it the number would be another.
    private static func bindsNumber(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        let table = CharacterTable.shared
        let before = index > 0 && table.isDigit(scalars[index - 1])
        let after = index + 1 < scalars.count && table.isDigit(scalars[index + 1])
        let isFree = index == 0 || table.isWhiteSpace(scalars[index - 1])
        return (before && (after || scalars[index] == "%" || scalars[index] == "‰"))
            || (after && isFree && table.category(scalars[index]) == .dash)
    }

    private static func pairs(_ words: String) -> [UInt64] {
        var previous: UInt64 = 0x20
        var pairs: [UInt64] = []
        for scalar in words.unicodeScalars {
            pairs.append(previous << 32 | UInt64(scalar.value))
            previous = UInt64(scalar.value)
        }
        return pairs.sorted()
    }

    /// Two sentences read as one.
    func joined(_ other: SentenceForm) -> SentenceForm {
        SentenceForm(words: words + " " + other.words, pairs: (pairs + other.pairs).sorted())
    }

    /// The share of character pairs that both have (Dice's coefficient), 0 to 1; 1 only for equal words.
    func similarity(_ other: SentenceForm) -> Double {
        if words == other.words { return 1 }
        let total = pairs.count + other.pairs.count
        return total == 0 ? 0 : min(0.999, 2 * Double(common(other)) / Double(total))
    }

    /// The share of this one's character pairs that the other has, too, 0 to 1.
    func share(in other: SentenceForm) -> Double {
        pairs.isEmpty ? 1 : Double(common(other)) / Double(pairs.count)
    }

    private func common(_ other: SentenceForm) -> Int {
        var (i, j, common) = (0, 0, 0)
        while i < pairs.count, j < other.pairs.count {
            if pairs[i] == other.pairs[j] {
                common += 1
                i += 1
                j += 1
            } else if pairs[i] < other.pairs[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return common
    }
}
