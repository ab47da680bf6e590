internal import TextCore

/// The word before a dot and its shape.
struct PrecedingWord {
    let start: Int
    let end: Int
    private(set) var letters = 0
    private(set) var uppercase = 0
    private(set) var digits = 0
    private(set) var innerDots = 0
    private(set) var vowels = 0
    /// The word is the tail of something longer, such as a URL.
    let isGlued: Bool
    /// Letters of scripts whose vowels are known here.
    private(set) var alphabetic = 0

    /// - Parameter vowelLetters: base letters; accents fall away before the look-up.
    init(
        _ candidate: BoundaryCandidate, _ reader: ByteReader, vowelLetters: Set<Unicode.Scalar>
    ) {
        end = candidate.clusterStart
        var start = end
        // Longer than any word: a line without spaces must not be read again for each of its dots.
        let limit = max(candidate.sentenceStart, end - 120)
        while start > limit, let (scalar, previous) = reader.scalar(before: start) {
            let isPart = reader.table.isLetter(scalar) || reader.table.isDigit(scalar)
            guard isPart || Self.isInner(scalar) else { break }
            start = previous
        }
        self.start = start
        let before = reader.scalar(before: start)?.0
        isGlued =
            start > candidate.sentenceStart
            && before.map {
                !reader.isSpace($0) && !reader.isOpener($0) && !ByteReader.isDash($0)
            } ?? false
        var offset = start
        while offset < end, let (scalar, next) = reader.scalar(at: offset) {
            count(scalar, reader.table, vowelLetters)
            offset = next
        }
    }

    private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "-", "\u{2011}", "&", "'", "’", "/": true
        default: false
        }
    }
    private mutating func count(
        _ scalar: Unicode.Scalar, _ table: CharacterTable, _ vowelLetters: Set<Unicode.Scalar>
    ) {
        if table.isLetter(scalar) { letters += 1 }
        if table.isUppercase(scalar) { uppercase += 1 }
        if table.isDigit(scalar) { digits += 1 }
        if scalar == "." { innerDots += 1 }
        let script = table.script(scalar)
        guard script == .latin || script == .cyrillic || script == .greek else { return }
        alphabetic += 1
        let base = Normalizer.normalize(Normalizer.fold(String(Character(scalar))), .nfd)
        if base.unicodeScalars.contains(where: vowelLetters.contains) { vowels += 1 }
    }

    /// "т.е", "z.B", "U.S": pieces of at most three letters between the dots.
    func hasShortPieces(_ text: String) -> Bool {
        innerDots > 0 && !text.contains("/")
            && text.split(separator: ".").allSatisfy { $0.unicodeScalars.count <= 3 }
    }
}
