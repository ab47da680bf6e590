internal import TextCore

/// One way to read a name in Latin letters, with the sounds that it stands for.
public struct NameReading: Sendable {
    /// Where the Latin letters come from.
    public enum Scheme: String, Sendable {
        /// The name is written in Latin letters.
        case spelling
        /// The same, read as another language would read the letters.
        case otherSpelling = "other spelling"
        case romanisation
        /// The name with its case endings undone.
        case dictionaryForm = "dictionary form"
        /// The name with nicknames replaced by what they stand for.
        case nickname
        case pinyin
        /// Characters that spell a foreign name.
        case transcription
        /// Readings of characters from the locale data.
        case characters
    }

    /// One token as it is read.
    struct Part {
        let latin: String
        let role: NameToken.Role
        let sounds: [UInt8]
        /// ASCII letters alone, for comparing spellings.
        var bare: String?
        /// The token in its own script, bare of what learned costs do not know.
        var letters: [UInt16] = []
    }

    public let scheme: Scheme
    /// Latin tokens in the order of the name, lower case.
    public let tokens: [String]
    public let roles: [NameToken.Role]
    /// All tokens' sounds, one token after another.
    let sounds: [UInt8]
    /// Where each token's sounds end.
    let ends: [Int32]
    /// How much of a name each token makes up.
    let weights: [Float]
    /// A digest of each token's bare letters: equal digests are equal spellings.
    let digests: [UInt64]
    /// The tokens' letters, where learned costs can speak of them.
    private(set) var letters: LetterRun
    /// What it costs to read the name in this way at all.
    let penalty: Float

    init(
        _ scheme: Scheme, _ parts: [Part], table: SoundTable, penalty: Float = 0,
        letterCosts: LetterCosts? = nil
    ) {
        // More than eight tokens are a sentence rather than a name.
        let parts = parts.filter { !$0.sounds.isEmpty || $0.role == .number }
            .prefix(Self.mostTokens)
        var sounds: [UInt8] = []
        var ends: [Int32] = []
        for part in parts {
            sounds += part.sounds.prefix(Self.longestToken)
            ends.append(Int32(sounds.count))
        }
        self.init(
            scheme, tokens: parts.map(\.latin), roles: parts.map(\.role), sounds: sounds,
            ends: ends, digests: parts.map { Self.digest($0.bare ?? $0.latin) }, table: table,
            penalty: penalty)
        if let letterCosts {
            var own = LetterRun()
            for part in parts { own.append(part.letters, letterCosts) }
            letters = own
        } else if scheme == .spelling || scheme == .otherSpelling {
            letters = Self.latinLetters(parts.map { $0.bare ?? $0.latin })
        }
    }

    /// From what was read before; only the weights are the table's.
    init(
        _ scheme: Scheme, tokens: [String], roles: [NameToken.Role], sounds: [UInt8],
        ends: [Int32], digests: [UInt64], table: SoundTable, penalty: Float
    ) {
        self.scheme = scheme
        self.penalty = penalty
        self.tokens = tokens
        self.roles = roles
        self.sounds = sounds
        self.ends = ends
        self.digests = digests
        var start = 0
        weights = ends.map { end in
            defer { start = Int(end) }
            return sounds[start..<Int(end)].reduce(0) { $0 + table.weights[Int($1)] }
        }
        letters =
            scheme == .spelling || scheme == .otherSpelling
            ? Self.latinLetters(tokens) : LetterRun()
    }

    private static func latinLetters(_ tokens: [String]) -> LetterRun {
        var letters = LetterRun()
        for token in tokens { letters.append(latin: LetterUnits.latin(token)) }
        return letters
    }

    static let mostTokens = 8

    /// Longer tokens are cut: no name needs more, and a comparison stays within fixed room.
    static let longestToken = 40

    func sounds(_ token: Int) -> ArraySlice<UInt8> {
        sounds[(token == 0 ? 0 : Int(ends[token - 1]))..<Int(ends[token])]
    }

    /// The skeleton key of each token.
    func skeletons(_ table: SoundTable) -> [String] {
        tokens.indices.map { String(decoding: table.skeleton(sounds($0)), as: UTF8.self) }
    }

    /// FNV-1a over ASCII letters and digits.
    private static func digest(_ latin: String) -> UInt64 {
        var digest = FNV1a()
        digest.add(latin.utf8.lazy.filter { $0 < 0x80 && $0 != UInt8(ascii: "'") })
        return digest.sum
    }
}
