internal import TextCore

/// Words that a reader copied from somewhere, compared without case, white space and the marks around them.
struct SoughtWords {
    private let folded: String

    init(_ words: String) {
        let table = CharacterTable.shared
        let scalars = Array(Self.reduced(words).unicodeScalars)
        let isEdge = { (scalar: Unicode.Scalar) in scalar == " " || table.isPunctuation(scalar) }
        let start = scalars.firstIndex { !isEdge($0) } ?? scalars.count
        let end = scalars.lastIndex { !isEdge($0) }.map { $0 + 1 } ?? start
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: scalars[start..<end])
        folded = String(kept)
    }

    /// Marks alone are in no text.
    func isIn(_ text: String) -> Bool { !folded.isEmpty && Self.reduced(text).contains(folded) }

    private static func reduced(_ text: String) -> String {
        let table = CharacterTable.shared
        var reduced = String.UnicodeScalarView()
        for scalar in Normalizer.fold(Text(text).string).unicodeScalars {
            if !table.isWhiteSpace(scalar) {
                reduced.append(scalar)
            } else if reduced.last != " " {
                reduced.append(" ")
            }
        }
        return String(reduced)
    }
}
