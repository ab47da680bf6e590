public import TextCore

/// What shows that a name is of a language: `signs.txt`, with the given names of `names.json`.
public struct NameSigns: Sendable {
    /// The folder's language.
    public let language: LanguageTag
    /// ISO 15924 codes of the scripts that the language is written in.
    public internal(set) var scripts: Set<String> = []
    /// Letters that the language's script is known by; each found counts for it.
    public internal(set) var letters: Set<Unicode.Scalar> = []
    /// Letters of the script that the language does not have: one found speaks against it.
    public internal(set) var foreign: Set<Unicode.Scalar> = []
    public internal(set) var beginnings: [String] = []
    public internal(set) var endings: [String] = []
    public internal(set) var parts: [String] = []
    /// Whole words: given names, particles.
    public internal(set) var words: Set<String> = []
    /// How common the language's names are among those of its script, from 0; decides where nothing else does.
    public internal(set) var weight = 0.0

    mutating func add(_ row: LocaleRow) throws(LocaleDataError) {
        let columns = try row.columns(2, expected: "a class, a tab, and its values")
        let values = LocaleRow.list(columns[1])
        switch columns[0] {
        case "script": scripts.formUnion(values)
        case "letters": letters.formUnion(values.joined().unicodeScalars)
        case "foreign": foreign.formUnion(values.joined().unicodeScalars)
        case "beginning": beginnings += values
        case "ending": endings += values
        case "part": parts += values
        case "word": words.formUnion(values)
        case "weight": weight = Double(columns[1]) ?? 0
        default:
            throw .unknownClass(
                file: row.file, line: row.line, found: columns[0],
                known: [
                    "beginning", "ending", "foreign", "letters", "part", "script", "weight", "word",
                ])
        }
    }
}

extension LocaleCatalogue {
    /// The signs of every language that has some; far cheaper than whole profiles.
    public func nameSigns() throws(LocaleDataError) -> [NameSigns] {
        var all: [NameSigns] = []
        for name in tags {
            guard let tag = LanguageTag(name) else { continue }
            let folder = LocaleFolder(directory: directory, name: name)
            let rows = try folder.rows("signs.txt")
            guard !rows.isEmpty else { continue }
            var signs = NameSigns(language: tag)
            for row in rows { try signs.add(row) }
            if let names = try folder.json("names.json", as: NameFile.self) {
                signs.words.formUnion(names.givenNames ?? [])
                // Family names in characters stand before the given name.
                signs.beginnings += (names.familyNames ?? [:]).keys
            }
            all.append(signs)
        }
        return all
    }
}
