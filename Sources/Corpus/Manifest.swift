public import TextCore

/// `corpus.json`: the corpus's name and the languages that every article should have.
public struct Manifest: Hashable, Sendable {
    static let schema = 1
    public var name: String
    public var languages: [LanguageTag]
    var other: JSONFields = [:]

    public init(name: String, languages: [LanguageTag] = []) {
        self.name = name
        self.languages = languages
    }

    init(json source: JSONSource) throws(CorpusError) {
        var record = try source.record(try source.parse())
        try record.checkSchema(Self.schema)
        name = try record.string("name") ?? ""
        languages = []
        for node in try record.array("languages") {
            guard let tag = LanguageTag(try source.string(node, "a language tag")) else {
                throw source.expected("a BCP 47 language tag", at: node)
            }
            languages.append(tag)
        }
        other = record.rest
    }

    var json: JSONValue {
        var fields = other
        fields["schema"] = .integer(Self.schema)
        fields["name"] = .string(name)
        fields["languages"] = .array(languages.map { .string($0.string) })
        return .object(fields)
    }
}
