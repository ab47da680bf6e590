/// How names are built and written in a language.
public struct NameProfile: Sendable {
    public enum Order: String, Codable, Sendable {
        case givenFamily = "given-family"
        case familyGiven = "family-given"
        case either
    }

    /// Endings of a name's base form, and what stands in their place in other cases.
    public struct CaseEnding: Hashable, Codable, Sendable {
        public let base: String
        public let forms: [String]
    }

    public var order = Order.givenFamily
    public var particles: Set<String> = []
    /// Particles that are written together with what follows, such as the Arabic article.
    public var prefixes: [String] = []
    /// Words that form one name with the word after them, such as "abd" and "abu".
    public var joins: Set<String> = []
    public var titles: Set<String> = []
    public var suffixes: Set<String> = []
    public var patronymicEndings: [String] = []
    public var givenNames: Set<String> = []
    public var familyNameEndings: [String] = []
    /// Written family name to Latin readings.
    public var familyNames: [String: [String]] = [:]
    /// Masculine and feminine ending of one surname.
    public var feminineEndings: [(masculine: String, feminine: String)] = []
    public var caseEndings: [CaseEnding] = []
    /// Ordered rules into Latin, longest first.
    public var transliteration: [(from: String, to: String)] = []
    public var nicknames: [String: String] = [:]
    /// ICU transforms that go before the rules, by ISO 15924 code of the script.
    public var transforms: [String: String] = [:]
    /// Characters that spell foreign names by their sound, with what each stands for in Latin letters.
    public var transcription: [String: String] = [:]
    /// Readings of a character that has several, the commonest first, in Latin letters.
    public var characterReadings: [String: [String]] = [:]
    public var rendering = RenderingProfile()
    /// Words that number rulers, and the number each stands for.
    public var ordinals: [String: Int] = [:]
    /// Words after which a name goes on with what tells its bearer from others: "of", "the".
    public var epithets: Set<String> = []
}

extension NameProfile {
    /// One line of `ordinals.txt`.
    mutating func addOrdinal(_ row: LocaleRow) throws(LocaleDataError) {
        let columns = try row.columns(2, expected: "a number, a tab, and its words")
        guard let number = Int(columns[0]) else {
            throw .malformedLine(file: row.file, line: row.line, expected: "a number first")
        }
        for word in LocaleRow.list(columns[1]) { ordinals[word] = number }
    }

    /// One line of `characters.txt`.
    mutating func add(_ row: LocaleRow) throws(LocaleDataError) {
        let columns = try row.columns(3, expected: "a class, a tab, its key, a tab, and its values")
        switch columns[0] {
        case "transcription":
            for character in columns[2] { transcription[String(character)] = columns[1] }
        case "reading": characterReadings[columns[1]] = LocaleRow.list(columns[2])
        case "family": familyNames[columns[1]] = LocaleRow.list(columns[2])
        default:
            throw .unknownClass(
                file: row.file, line: row.line, found: columns[0],
                known: ["family", "reading", "transcription"])
        }
    }
}

extension NameProfile {
    /// The single words of the particles: "van" and "der" of "van der".
    public var particleWords: Set<String> {
        Set(particles.flatMap { $0.split(separator: " ").map(String.init) })
    }
}

/// `names.json` as it is written.
struct NameFile: Codable {
    var order: NameProfile.Order?
    var particles: [String]?
    var prefixes: [String]?
    var joins: [String]?
    var epithets: [String]?
    var titles: [String]?
    var suffixes: [String]?
    var patronymicEndings: [String]?
    var givenNames: [String]?
    var familyNameEndings: [String]?
    var familyNames: [String: String]?
    var feminineEndings: [[String]]?
    var caseEndings: [NameProfile.CaseEnding]?
    var transliteration: [[String]]?
    var nicknames: [String: String]?
    var transforms: [String: String]?

    /// Lays this file over what the parents gave.
    func apply(to profile: inout NameProfile) {
        if let order { profile.order = order }
        profile.particles.formUnion(particles ?? [])
        profile.joins.formUnion(joins ?? [])
        profile.epithets.formUnion(epithets ?? [])
        if let prefixes { profile.prefixes = prefixes }
        profile.titles.formUnion(titles ?? [])
        profile.suffixes.formUnion(suffixes ?? [])
        profile.givenNames.formUnion(givenNames ?? [])
        if let patronymicEndings { profile.patronymicEndings = patronymicEndings }
        if let familyNameEndings { profile.familyNameEndings = familyNameEndings }
        if let caseEndings { profile.caseEndings = caseEndings }
        if let feminineEndings {
            profile.feminineEndings = feminineEndings.filter { $0.count == 2 }
                .map { ($0[0], $0[1]) }
        }
        // A language's own rules go over its parents' rule for the same letters; the others stay.
        profile.transliteration = Self.laid(transliteration, over: profile.transliteration)
        profile.transforms.merge(transforms ?? [:]) { $1 }
        for (name, readings) in familyNames ?? [:] {
            profile.familyNames[name] = Self.list(readings)
        }
        profile.nicknames.merge(nicknames ?? [:]) { $1 }
    }

    private static func list(_ readings: String) -> [String] {
        readings.split(separator: "|").map(String.init)
    }

    private static func laid(
        _ rules: [[String]]?, over parents: [(from: String, to: String)]
    ) -> [(from: String, to: String)] {
        guard let rules else { return parents }
        let own = rules.filter { $0.count == 2 }.map { (from: $0[0], to: $0[1]) }
        let taken = Set(own.map(\.from))
        return (own + parents.filter { !taken.contains($0.from) })
            .sorted { $0.from.utf8.count > $1.from.utf8.count }
    }
}
