/// How a language writes its names in other letters, and names of other languages in its own: `rendering.txt` and
/// `schemes.txt`.
public struct RenderingProfile: Sendable {
    /// This language's own names in Latin letters; `-` for any reader, else by the reader's language.
    public var intoLatin: [String: NameSteps] = [:]
    /// Into this language, by the language or the script (ISO 15924) that the steps read.
    public var transforms: [String: NameSteps] = [:]
    /// The same, for steps that read a language's Latin form (pinyin, romaji) instead of its own script.
    public var latinTransforms: [String: NameSteps] = [:]
    /// Into this language from characters that it shares with another, by that one's tag.
    public var hanTransforms: [String: NameSteps] = [:]
    /// This language's letters to sounds: `-` reads its own script, `Latn` its names' Latin form, `foreign` foreign names
    /// in its own script.
    public var sounds: [String: NameSteps] = [:]
    /// Sounds to this language's letters; by the language that a name comes from, `-` for all others, and `Latn` for plain
    /// Latin letters.
    public var fromSounds: [String: NameSteps] = [:]
    /// How this language reads names that it writes in the characters of another, by that one's tag.
    public var readings: [String: NameSteps] = [:]
    /// A name as it is shown: without marks of direction, stress and the like.
    public var display: NameSteps?
    /// What stands between the words of a foreign name, by the language that it comes from, or `-` for all others.
    public var separators: [String: String] = [:]
    /// Names that this language writes in its own way, in lower case: "john" and "джон" are 约翰.
    public var names: [String: String] = [:]
    /// What a hyphen between two parts of a foreign name becomes.
    public var hyphen = "-"
    /// Family names go to the end where other languages write the name.
    public var swapsOrder = false
    /// The same for names in Latin letters, whose order only the language tells.
    public var swapsLatinOrder = false
    /// Words whose usual Latin form the letters do not tell, lower case.
    public var words: [String: String] = [:]
    /// What shows that a name in this language's script is a foreign one, lower case.
    public var foreign: [String] = []
    /// The same for foreign names, whose Latin form says little of their sounds: for readers of Latin letters alone.
    public var latinWords: [String: String] = [:]
    /// Rules from Latin letters to this language's, by the script or language that the name came from; `*` for any.
    /// Those of a language that has a transform go after it.
    public var letters: [String: [String: String]] = [:]
    /// In the order of the file, the parents' last.
    public var schemes: [NameScheme] = []

    mutating func add(_ row: LocaleRow, _ rules: NameRules) throws(LocaleDataError) {
        let columns = try row.columns(3, expected: "a class, a tab, its key, a tab, and its value")
        let value = columns[2] == "-" ? "" : columns[2]
        switch columns[0] {
        case "latin": intoLatin[columns[1]] = try rules.steps(value, row)
        case "into": transforms[columns[1]] = try rules.steps(value, row)
        case "into-han": hanTransforms[columns[1]] = try rules.steps(value, row)
        case "into-latin": latinTransforms[columns[1]] = try rules.steps(value, row)
        case "reading": readings[columns[1]] = try rules.steps(value, row)
        case "display": display = try rules.steps(value, row)
        case "sounds": sounds[columns[1]] = try rules.steps(value, row)
        case "from-sounds": fromSounds[columns[1]] = try rules.steps(value, row)
        case "separator": separators[columns[1]] = value
        case "name":
            for form in LocaleRow.list(columns[1]) { names[form] = value }
        case "foreign": foreign = LocaleRow.list(value)
        case "hyphen": hyphen = value == "space" ? " " : value
        case "order":
            swapsOrder = value.hasPrefix("family-last")
            swapsLatinOrder = value == "family-last-in-latin"
        case "word-latin": latinWords[columns[1]] = value
        case "word": words[columns[1]] = value
        default: try addLetters(columns, value, row)
        }
    }

    private mutating func addLetters(
        _ columns: [String], _ value: String, _ row: LocaleRow
    ) throws(LocaleDataError) {
        let parts = columns[0].split(separator: ":").map(String.init)
        guard parts.first == "letters", parts.count <= 2 else {
            throw .unknownClass(
                file: row.file, line: row.line, found: columns[0],
                known: [
                    "display", "foreign", "from-sounds", "hyphen", "into", "into-han", "into-latin",
                    "latin", "letters",
                    "letters:SOURCE", "name", "order", "reading", "separator", "sounds", "word",
                    "word-latin",
                ])
        }
        letters[parts.count == 2 ? parts[1] : "*", default: [:]][columns[1]] = value
    }

    /// One line of `schemes.txt`; a folder's own scheme goes over its parent's of the same id.
    mutating func addScheme(_ row: LocaleRow, _ rules: NameRules) throws(LocaleDataError) {
        let columns = try row.columns(
            4, expected: "an id, what it reads (- or Latn), its steps, and its title")
        let scheme = NameScheme(
            id: columns[0], input: columns[1], steps: try rules.steps(columns[2], row),
            title: columns[3])
        schemes.removeAll { $0.id == scheme.id }
        schemes.append(scheme)
    }
}
