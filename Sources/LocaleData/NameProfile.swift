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
}

/// `names.json` as it is written.
struct NameFile: Codable {
    var order: NameProfile.Order?
    var particles: [String]?
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

    /// Lays this file over what the parents gave.
    func apply(to profile: inout NameProfile) {
        if let order { profile.order = order }
        profile.particles.formUnion(particles ?? [])
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
        if let transliteration {
            profile.transliteration = transliteration.filter { $0.count == 2 }
                .map { ($0[0], $0[1]) }
                .sorted { $0.0.utf8.count > $1.0.utf8.count }
        }
        for (name, readings) in familyNames ?? [:] {
            profile.familyNames[name] = readings.split(separator: "|").map(String.init)
        }
        profile.nicknames.merge(nicknames ?? [:]) { $1 }
    }
}
