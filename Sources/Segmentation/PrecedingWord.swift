internal import TextCore

/// The word before a dot and its shape, read backwards once.
struct PrecedingWord {
    let end: Int
    private(set) var start: Int
    private(set) var letters = 0
    private(set) var uppercase = 0
    private(set) var digits = 0
    private(set) var innerDots = 0
    private(set) var vowels = 0
    /// Letters of scripts whose vowels are known here.
    private(set) var alphabetic = 0
    /// The word is the tail of something longer, such as a URL.
    private(set) var isGlued = false
    /// After the last hyphen, slash or apostrophe.
    private(set) var tail: Int?
    /// After the last inner dot.
    private(set) var piece: Int?
    /// How many scalars the piece behind the last dot has, and the longest of all.
    private(set) var pieceLength = 0
    private(set) var longestPiece = 0
    private(set) var hasSlash = false
    /// Where the last three scalars start, and whether one of them sounds a syllable.
    private(set) var lastThree: Int
    private(set) var lastThreeHaveVowel = false

    init(_ candidate: BoundaryCandidate, _ reader: ByteReader) {
        self.init(end: candidate.clusterStart, floor: candidate.sentenceStart, reader)
    }

    init(end: Int, floor: Int, _ reader: ByteReader) {
        self.end = end
        start = end
        lastThree = end
        // Longer than any word: a line without spaces must not be read again for each of its dots.
        let limit = max(floor, end - 120)
        var length = 0
        var current = 0
        while start > limit, let item = reader.item(before: start) {
            guard item.has(.word) || item.has(.inner) else {
                isGlued = !item.has(.space) && !item.has(.opener) && !item.has(.dash)
                break
            }
            count(item)
            if item.scalar == "." {
                if piece == nil { (piece, pieceLength) = (item.end, current) }
                longestPiece = max(longestPiece, current)
                current = 0
            } else {
                current += 1
            }
            start = item.start
            length += 1
            // No abbreviation has so many dots: an address or a row of figures is not read to its start.
            if innerDots > 6 { break }
            if length <= 3 {
                lastThree = start
                if item.has(.vowel) { lastThreeHaveVowel = true }
            }
        }
        longestPiece = max(longestPiece, current)
        if start == limit && limit > floor || innerDots > 6 { isGlued = true }
    }

    private mutating func count(_ item: ByteReader.Item) {
        if item.has(.letter) { letters += 1 }
        if item.has(.uppercase) { uppercase += 1 }
        if item.has(.digit) { digits += 1 }
        if item.has(.alphabetic) { alphabetic += 1 }
        if item.has(.vowel) { vowels += 1 }
        switch item.scalar {
        case ".": innerDots += 1
        case "/":
            hasSlash = true
            if tail == nil { tail = item.end }
        case "-", "'", "’": if tail == nil { tail = item.end }
        default: break
        }
    }

    var isEmpty: Bool { start == end }

    /// "т.е", "z.B", "U.S": pieces of at most three letters between the dots.
    var hasShortPieces: Bool { innerDots > 0 && !hasSlash && longestPiece <= 3 }
}
