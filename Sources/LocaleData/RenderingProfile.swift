/// How a language writes names of other languages: `rendering.txt`.
public struct RenderingProfile: Sendable {
    /// ICU's transform of this language's own names into Latin letters, where one is right.
    public var intoLatin: String?
    /// ICU transforms into this language, by the language or the script (ISO 15924) that they read.
    public var transforms: [String: String] = [:]
    /// What stands between the words of a foreign name.
    public var separator = " "
    /// Rules from Latin letters to this language's, by the script or language that the name came from; `*` for any.
    /// Those of a language that has a transform go after it.
    public var letters: [String: [String: String]] = [:]

    mutating func add(_ row: LocaleRow) throws(LocaleDataError) {
        let columns = try row.columns(3, expected: "a class, a tab, its key, a tab, and its value")
        let value = columns[2] == "-" ? "" : columns[2]
        switch columns[0] {
        case "latin": intoLatin = value
        case "separator": separator = value
        case "into": transforms[columns[1]] = value
        default:
            let parts = columns[0].split(separator: ":").map(String.init)
            guard parts.first == "letters", parts.count <= 2 else {
                throw .unknownClass(
                    file: row.file, line: row.line, found: columns[0],
                    known: ["into", "latin", "letters", "letters:SOURCE", "separator"])
            }
            letters[parts.count == 2 ? parts[1] : "*", default: [:]][columns[1]] = value
        }
    }
}
