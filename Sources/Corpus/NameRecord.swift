public import TextCore

/// A line of `names.jsonl`: a known name with what else the file says of it, such as a person's language.
public struct NameRecord: Hashable, Sendable {
    public var name: KnownName
    /// Fields beyond id, kind and forms; kept as they are.
    public var extra: JSONFields

    public init(_ name: KnownName, extra: JSONFields = [:]) {
        self.name = name
        self.extra = extra
    }

    /// The language that a person speaks, where the file says so.
    public var spokenLanguage: LanguageTag? {
        guard case .string(let tag)? = extra["language"] else { return nil }
        return LanguageTag(tag)
    }

    init(json source: JSONSource) throws(CorpusError) {
        var record = try source.record(try source.parse())
        guard let id = try record.string("id"), !id.isEmpty else { throw record.missing("id") }
        guard let kind = try record.word("kind", as: EntityKind.self) else {
            throw record.missing("kind")
        }
        guard let languages = try record.record("forms") else { throw record.missing("forms") }
        var forms: [LanguageTag: [String]] = [:]
        for (language, node) in languages.fields {
            guard let tag = LanguageTag(language) else {
                throw source.expected("forms under a BCP 47 tag, not '\(language)',", at: node)
            }
            forms[tag] = try source.strings(node, "a form or a list of forms")
        }
        name = KnownName(id: id, kind: kind, forms: forms)
        extra = record.rest
    }

    var json: JSONValue {
        var fields = extra
        fields["id"] = .string(name.id)
        fields["kind"] = .string(name.kind.rawValue)
        fields["forms"] = NameChange.json(name.forms)
        return .object(fields)
    }
}

/// `names.jsonl`, an entity a line.
enum NamesFile {
    /// Lines that cannot be read are reported and left out; the others count.
    static func read(_ source: JSONSource) -> (records: [NameRecord], problems: [CorpusError]) {
        var records: [NameRecord] = []
        var problems: [CorpusError] = []
        var seen: Set<String> = []
        let lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            do throws(CorpusError) {
                let record = try NameRecord(json: JSONSource(file: source.file, bytes: Array(line)))
                guard seen.insert(record.name.id).inserted else {
                    let place = FilePlace(file: source.file, line: 1, column: 1)
                    throw .unexpected(
                        place, expected: "each id once, not '\(record.name.id)' again")
                }
                records.append(record)
            } catch {
                problems.append(error.moved(toLine: index + 1))
            }
        }
        return (records, problems)
    }

    static func bytes(_ records: [NameRecord]) -> [UInt8] {
        records.sorted { $0.name.id < $1.name.id }.flatMap { JSONWriter.line($0.json).utf8 }
    }
}

extension JSONSource {
    fileprivate func strings(_ node: JSONNode, _ what: String) throws(CorpusError) -> [String] {
        guard case .array(let items) = node.content else { return [try string(node, what)] }
        var strings: [String] = []
        for item in items { strings.append(try string(item, what)) }
        return strings
    }
}

extension CorpusError {
    /// The same error where the JSON read was one line of a file.
    fileprivate func moved(toLine line: Int) -> CorpusError {
        func move(_ place: FilePlace) -> FilePlace {
            FilePlace(file: place.file, line: line, column: place.column)
        }
        switch self {
        case .malformedJSON(let place, let reason):
            return .malformedJSON(move(place), reason: reason)
        case .unexpected(let place, let what): return .unexpected(move(place), expected: what)
        default: return self
        }
    }
}
