/// Names that nobody bears, made of syllables in the manner of several countries: the same ones on every run.
///
/// A few given names are common and most family names rare, as in life, so that an index meets long and short lists.
struct InventedNames {
    struct Name {
        let entity: String
        let language: String
        let written: String
    }

    private var random: Random
    private let countries: [Country]
    private var number = 0

    init(seed: UInt64 = 6) {
        random = Random(seed: seed)
        var random = Random(seed: seed)
        countries = Country.Manner.all.map { Country($0, &random) }
    }

    mutating func next() -> Name {
        number += 1
        let country = countries[random.below(countries.count)]
        let name = country.name(&random)
        // Every fifth is written in the country's own script.
        let isOwn = random.below(5) == 0 && country.manner.script != nil
        let written = isOwn ? country.inOwnScript(name) : name.map(Self.capitalised)
        return Name(
            entity: "n\(number)", language: isOwn ? country.manner.language : "en",
            written: written.joined(separator: " "))
    }

    private static func capitalised(_ word: String) -> String {
        word.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: "-")
    }

    /// xorshift64*.
    struct Random {
        private var state: UInt64

        init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

        mutating func below(_ bound: Int) -> Int {
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(1, bound)
        }

        mutating func one(of all: [String]) -> String { all[below(all.count)] }

        /// A place below `bound`, the small ones much more often.
        mutating func skewed(_ bound: Int) -> Int {
            let unit = Double(below(1 << 20)) / Double(1 << 20)
            return min(bound - 1, Int(unit * unit * unit * Double(bound)))
        }
    }
}

/// The names of one country.
private struct Country {
    let manner: Manner
    private let given: [String]
    private let families: [String]

    init(_ manner: Manner, _ random: inout InventedNames.Random) {
        self.manner = manner
        given = (0..<manner.givenCount).map { _ in
            manner.word(manner.givenSyllables, manner.givenEndings, &random)
        }
        families = (0..<manner.familyCount).map { _ in
            manner.word(manner.familySyllables, manner.familyEndings, &random)
        }
    }

    func name(_ random: inout InventedNames.Random) -> [String] {
        let first = given[random.skewed(given.count)]
        let last = families[random.skewed(families.count)]
        if manner.familyFirst { return [last, first] }
        // Every eighth has a second given name, every thirtieth a double family name.
        var words = [first]
        if random.below(8) == 0 { words.append(given[random.skewed(given.count)]) }
        words.append(
            random.below(30) == 0 ? "\(last)-\(families[random.skewed(families.count)])" : last)
        return words
    }

    func inOwnScript(_ words: [String]) -> [String] {
        guard let script = manner.script else { return words }
        let spelled = words.map { word in
            word.map { $0 == "-" ? "-" : script[$0] ?? "" }.joined()
        }
        return manner.familyFirst ? [spelled.joined()] : spelled
    }

    /// How a country makes its names.
    struct Manner {
        let language: String
        var familyFirst = false
        let onsets: [String]
        let vowels: [String]
        let codas: [String]
        let givenSyllables: ClosedRange<Int>
        let givenEndings: [String]
        let familySyllables: ClosedRange<Int>
        let familyEndings: [String]
        var givenCount = 3_000
        var familyCount = 40_000
        var script: [Character: String]?

        func word(
            _ count: ClosedRange<Int>, _ endings: [String], _ random: inout InventedNames.Random
        ) -> String {
            let syllables = count.lowerBound + random.below(count.count)
            let stem = (0..<syllables).map { _ in
                random.one(of: onsets) + random.one(of: vowels) + random.one(of: codas)
            }
            return stem.joined() + random.one(of: endings)
        }
    }
}

extension Country.Manner {
    fileprivate static let all = [
        Self(
            language: "ru",
            onsets: ["b", "v", "g", "d", "z", "k", "l", "m", "n", "p", "r", "s", "t", "kr", "vl"],
            vowels: ["a", "a", "e", "i", "o", "o", "u"], codas: ["", "", "l", "n", "r", "s", "d"],
            givenSyllables: 1...2, givenEndings: ["a", "ei", "il", "an", "ina", "ir"],
            familySyllables: 1...2, familyEndings: ["ov", "ova", "enko", "in", "ina", "uk"],
            script: cyrillic),
        Self(
            language: "en",
            onsets: [
                "b", "br", "c", "d", "f", "h", "l", "m", "n", "r", "s", "st", "th", "w", "wh",
            ],
            vowels: ["a", "e", "i", "o", "ea", "oo", "y"],
            codas: ["", "ck", "ll", "n", "r", "rd", "tt", "x"],
            givenSyllables: 1...2, givenEndings: ["", "", "a", "en", "y", "ie"],
            familySyllables: 1...2, familyEndings: ["", "er", "field", "ford", "ley", "son", "ton"]),
        Self(
            language: "de",
            onsets: ["b", "f", "g", "h", "k", "l", "m", "r", "sch", "schw", "st", "w", "z"],
            vowels: ["a", "e", "ei", "i", "o", "u", "ü"],
            codas: ["", "ch", "ck", "ll", "n", "r", "tz"],
            givenSyllables: 1...2, givenEndings: ["", "a", "e", "fried", "hild", "us"],
            familySyllables: 1...2, familyEndings: ["", "er", "mann", "bach", "ner", "stein"]),
        Self(
            language: "es",
            onsets: ["b", "c", "d", "f", "g", "j", "l", "m", "n", "p", "r", "s", "t", "v", "qu"],
            vowels: ["a", "e", "i", "o", "ue"], codas: ["", "", "n", "r", "s"],
            givenSyllables: 1...2, givenEndings: ["a", "o", "io", "ela", "ardo"],
            familySyllables: 1...2, familyEndings: ["a", "ez", "ales", "ero", "illo", "ones"]),
        Self(
            language: "fr",
            onsets: ["b", "ch", "d", "f", "g", "l", "m", "p", "r", "s", "t", "v"],
            vowels: ["a", "e", "i", "o", "ou", "eau", "é"], codas: ["", "", "l", "n", "r"],
            givenSyllables: 1...2, givenEndings: ["e", "elle", "in", "ette", "ien"],
            familySyllables: 1...2, familyEndings: ["ard", "eau", "et", "ier", "on", "ont"]),
        Self(
            language: "ar",
            onsets: ["b", "d", "f", "gh", "h", "j", "k", "kh", "m", "n", "q", "r", "s", "sh", "z"],
            vowels: ["a", "a", "i", "u"], codas: ["", "", "b", "d", "l", "m", "r", "s"],
            givenSyllables: 1...2, givenEndings: ["ad", "im", "ir", "a", "an"],
            familySyllables: 1...2, familyEndings: ["i", "awi", "ani", "ouri", "im"],
            script: arabic),
        Self(
            language: "zh", familyFirst: true,
            onsets: ["b", "ch", "d", "f", "g", "h", "j", "l", "m", "q", "sh", "t", "w", "x", "zh"],
            vowels: ["a", "ai", "ang", "e", "en", "i", "ian", "ing", "ong", "u", "ui"],
            codas: [""], givenSyllables: 1...2, givenEndings: [""], familySyllables: 1...1,
            familyEndings: [""], givenCount: 20_000, familyCount: 150),
        Self(
            language: "ja",
            onsets: ["k", "s", "t", "n", "h", "m", "y", "r", "w", ""],
            vowels: ["a", "i", "u", "o"],
            codas: [""], givenSyllables: 2...3, givenEndings: ["", "ko", "ro", "mi", "to"],
            familySyllables: 2...3, familyEndings: ["", "da", "moto", "mura", "yama"],
            familyCount: 20_000),
        Self(
            language: "el",
            onsets: ["b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "st", "th"],
            vowels: ["a", "e", "i", "o"], codas: ["", "", "n", "r", "s"],
            givenSyllables: 1...2, givenEndings: ["os", "is", "a", "ia"],
            familySyllables: 1...3, familyEndings: ["idis", "opoulos", "akis", "ou"],
            script: greek),
        Self(
            language: "hi",
            onsets: [
                "b", "bh", "ch", "d", "dh", "g", "h", "j", "k", "m", "p", "r", "s", "sh", "v",
            ],
            vowels: ["a", "a", "aa", "i", "ee", "u"], codas: ["", "", "l", "n", "r", "t"],
            givenSyllables: 1...2, givenEndings: ["a", "esh", "it", "dev", "ika"],
            familySyllables: 1...2, familyEndings: ["", "a", "kar", "wal", "nath", "singh"]),
    ]

    private static let cyrillic: [Character: String] = [
        "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и",
        "j": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р",
        "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "кс", "y": "ы", "z": "з",
    ]

    private static let greek: [Character: String] = [
        "a": "α", "b": "μπ", "c": "κ", "d": "ντ", "e": "ε", "f": "φ", "g": "γκ", "h": "χ", "i": "ι",
        "j": "τζ", "k": "κ", "l": "λ", "m": "μ", "n": "ν", "o": "ο", "p": "π", "q": "κ", "r": "ρ",
        "s": "σ", "t": "τ", "u": "ου", "v": "β", "w": "ου", "x": "ξ", "y": "υ", "z": "ζ",
    ]

    /// Short vowels are not written.
    private static let arabic: [Character: String] = [
        "b": "ب", "d": "د", "f": "ف", "g": "غ", "h": "ح", "i": "ي", "j": "ج", "k": "ك", "l": "ل",
        "m": "م", "n": "ن", "o": "و", "q": "ق", "r": "ر", "s": "س", "t": "ت", "u": "و", "w": "و",
        "y": "ي", "z": "ز",
    ]
}
