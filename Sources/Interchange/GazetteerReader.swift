internal import TextCore

/// Reads the names of entities line by line, in whatever of these forms a line comes:
///
/// - three columns parted by tabs: entity, language tag, name;
/// - a JSON object with `entity`, `lang`, `name`, or with `id` and `forms` by language as in a corpus's `names.jsonl`;
/// - a line of Wikidata's JSON dump (`labels` and `aliases`), or of its truthy N-Triples (`label` and `altLabel`);
/// - an entity of FollowTheMoney as OpenSanctions exports them: `properties` with `name`, `alias`, `weakAlias`;
/// - CSV (RFC 4180) whose first line names the columns, `id` and `name` among them and perhaps `aliases`.
public struct GazetteerReader: Sendable {
    private let file: String
    private var line = 0
    private var columns: [String]?
    private var tags = TagMemory()

    /// - Parameter file: the name that errors carry.
    public init(file: String) { self.file = file }

    /// The names on the next line; none on an empty one, or one that speaks of something without a name.
    ///
    /// - Throws: `malformed` at the line; the next one can be read all the same.
    public mutating func names(
        onLine bytes: ArraySlice<UInt8>
    ) throws(InterchangeError) -> [GazetteerName] {
        line += 1
        var rest = bytes
        if line == 1, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while let last = rest.last, last == 0x0D || last == 0x20 { rest = rest.dropLast() }
        guard let first = rest.first else { return [] }
        switch first {
        // The dump is one array, an entity a line.
        case UInt8(ascii: "["), UInt8(ascii: "]"): return rest.count == 1 ? [] : try columned(rest)
        case UInt8(ascii: "{"):
            if rest.last == UInt8(ascii: ",") { rest = rest.dropLast() }
            return try object(rest)
        case UInt8(ascii: "<") where rest.last == UInt8(ascii: "."): return triple(rest)
        default: return try columned(rest)
        }
    }

    private func fault(_ reason: String, column: Int = 1) -> InterchangeError {
        .malformed(file: file, line: line, column: column, reason: reason)
    }

    private mutating func object(
        _ bytes: ArraySlice<UInt8>
    ) throws(InterchangeError) -> [GazetteerName] {
        var scan = JSONScan(bytes)
        var object = GazetteerObject()
        scan.object { object.read($1, &$0) }
        if scan.fault == nil, !scan.isAtEnd() { throw fault("more than one object on a line") }
        if let problem = scan.fault { throw fault(problem.reason, column: problem.offset + 1) }
        guard let entity = object.entity, object.hasNames else {
            throw fault("expected an object with the id and the names of an entity")
        }
        guard object.namesSomebody else { return [] }
        var names: [GazetteerName] = []
        for (written, name) in object.names {
            let tag = try tag(written, isStrict: object.isOurs)
            names.append(GazetteerName(entity: entity, language: tag, name: name))
        }
        return names
    }

    /// Exports have codes of their own that are no tags; such a name is filed without a language.
    private mutating func tag(
        _ written: String, isStrict: Bool
    ) throws(InterchangeError) -> LanguageTag {
        if let tag = tags.tag(written) { return tag }
        if isStrict { throw .unknownLanguage(file: file, line: line, tag: written) }
        return .undetermined
    }
}

extension GazetteerReader {
    /// Columns parted by tabs, or by commas below a line that names them.
    private mutating func columned(
        _ bytes: ArraySlice<UInt8>
    ) throws(InterchangeError) -> [GazetteerName] {
        if bytes.contains(0x09) {
            let fields = bytes.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard fields.count >= 3, let tag = tags.tag(fields[1]) else {
                throw fault("expected an entity, a language tag and a name, parted by tabs")
            }
            return [GazetteerName(entity: fields[0], language: tag, name: fields[2])]
        }
        guard let fields = Self.commaSeparated(bytes) else {
            throw fault("a quoted field without its end")
        }
        guard let columns else {
            guard line == 1, fields.contains("id"), fields.contains("name") else {
                throw fault("expected an entity, a language tag and a name, parted by tabs")
            }
            columns = fields
            return []
        }
        guard fields.count == columns.count else {
            throw fault("\(fields.count) fields where the first line names \(columns.count)")
        }
        return names(Dictionary(zip(columns, fields)) { first, _ in first })
    }

    private mutating func names(_ row: [String: String]) -> [GazetteerName] {
        guard GazetteerObject.isSomebody(row["schema"]), let entity = row["id"] else { return [] }
        let tag = row["lang"].flatMap { tags.tag($0) } ?? .undetermined
        let aliases = (row["aliases"] ?? "").split(separator: ";").map(String.init)
        return ([row["name"] ?? ""] + aliases).filter { !$0.isEmpty }.map {
            GazetteerName(entity: entity, language: tag, name: $0)
        }
    }

    /// A field in quotes may hold commas, and two quotes for one.
    private static func commaSeparated(_ bytes: ArraySlice<UInt8>) -> [String]? {
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""):
                isQuoted.toggle()
                field.append(byte)
            case UInt8(ascii: ",") where !isQuoted:
                fields.append(unquoted(field))
                field.removeAll(keepingCapacity: true)
            default: field.append(byte)
            }
        }
        return isQuoted ? nil : fields + [unquoted(field)]
    }

    private static func unquoted(_ field: [UInt8]) -> String {
        guard field.count > 1, field.first == UInt8(ascii: "\"") else {
            return String(decoding: field, as: UTF8.self)
        }
        var text: [UInt8] = []
        var isSecond = false
        for byte in field.dropFirst().dropLast() {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { text.append(byte) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `<…/entity/Q1> <…#label> "…"@en .`; other statements say nothing of names.
    private mutating func triple(_ bytes: ArraySlice<UInt8>) -> [GazetteerName] {
        let parts = bytes.split(separator: 0x20, maxSplits: 2)
        guard parts.count == 3, Self.predicates.contains(where: { parts[1].elementsEqual($0) })
        else { return [] }
        let subject = String(decoding: parts[0].dropFirst().dropLast(), as: UTF8.self)
        var scan = JSONScan(parts[2])
        guard let name = scan.string(), let entity = subject.split(separator: "/").last else {
            return []
        }
        let written = parts[2][scan.position...].dropFirst().prefix { $0 != 0x20 && $0 != 0x2E }
        let tag = tags.tag(String(decoding: written, as: UTF8.self)) ?? .undetermined
        return [GazetteerName(entity: String(entity), language: tag, name: name)]
    }

    private static let predicates = [
        "<http://www.w3.org/2000/01/rdf-schema#label>",
        "<http://www.w3.org/2004/02/skos/core#altLabel>",
    ].map { Array($0.utf8) }
}

/// Tags as they are written, each understood once: a gazetteer has few of them and many lines.
private struct TagMemory: Sendable {
    private var known: [String: LanguageTag?] = [:]

    mutating func tag(_ written: String) -> LanguageTag? {
        if let tag = known[written] { return tag }
        let tag = written.isEmpty ? .undetermined : LanguageTag(written)
        if known.count < 10_000 { known[written] = tag }
        return tag
    }
}
