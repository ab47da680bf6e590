/// A JSON value with the place where it stands, so that an error about it can name the line.
struct JSONNode {
    enum Content {
        case null
        case bool(Bool)
        case number(String)
        case string(String)
        case array([JSONNode])
        case object([(key: String, node: JSONNode)])
    }

    let content: Content
    /// The byte offset of its first character.
    let offset: Int

    var value: JSONValue {
        switch content {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let digits): .number(digits)
        case .string(let value): .string(value)
        case .array(let nodes): .array(nodes.map(\.value))
        case .object(let fields):
            .object(Dictionary(fields.map { ($0.key, $0.node.value) }) { $1 })
        }
    }
}

/// A JSON file while it is read: its name for errors and its bytes for lines and columns.
struct JSONSource {
    let file: String
    let bytes: [UInt8]

    func place(_ offset: Int) -> FilePlace {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        let column = before[lineStart...].reduce(1) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
        return FilePlace(file: file, line: line, column: column)
    }

    func expected(_ what: String, at node: JSONNode) -> CorpusError {
        .unexpected(place(node.offset), expected: what)
    }

    func parse() throws(CorpusError) -> JSONNode {
        var reader = JSONReader(self)
        return try reader.document()
    }

    /// The fields of an object.
    func record(_ node: JSONNode, _ what: String = "an object") throws(CorpusError) -> JSONRecord {
        guard case .object(let fields) = node.content else { throw expected(what, at: node) }
        var byKey: [String: JSONNode] = [:]
        for (key, field) in fields {
            guard byKey.updateValue(field, forKey: key) == nil else {
                throw .malformedJSON(place(field.offset), reason: "'\(key)' is given twice")
            }
        }
        return JSONRecord(source: self, offset: node.offset, fields: byKey)
    }
}

/// One object while it is read: known fields are taken out, what is left is kept for the next rewrite.
struct JSONRecord {
    let source: JSONSource
    let offset: Int
    fileprivate(set) var fields: [String: JSONNode]

    fileprivate init(source: JSONSource, offset: Int, fields: [String: JSONNode]) {
        self.source = source
        self.offset = offset
        self.fields = fields
    }

    /// The fields that nobody took.
    var rest: JSONFields { fields.mapValues(\.value) }

    /// `nil` when the field is missing or null.
    mutating func take(_ key: String) -> JSONNode? {
        guard let node = fields.removeValue(forKey: key) else { return nil }
        if case .null = node.content { return nil }
        return node
    }

    mutating func string(_ key: String) throws(CorpusError) -> String? {
        guard let node = take(key) else { return nil }
        return try source.string(node, "a string as '\(key)'")
    }

    mutating func integer(_ key: String) throws(CorpusError) -> Int? {
        guard let node = take(key) else { return nil }
        return try source.integer(node, "a whole number as '\(key)'")
    }

    mutating func array(_ key: String) throws(CorpusError) -> [JSONNode] {
        guard let node = take(key) else { return [] }
        guard case .array(let nodes) = node.content else {
            throw source.expected("an array as '\(key)'", at: node)
        }
        return nodes
    }

    mutating func strings(_ key: String) throws(CorpusError) -> [String] {
        var strings: [String] = []
        for node in try array(key) {
            strings.append(try source.string(node, "strings in '\(key)'"))
        }
        return strings
    }

    mutating func record(_ key: String) throws(CorpusError) -> JSONRecord? {
        guard let node = take(key) else { return nil }
        return try source.record(node, "an object as '\(key)'")
    }

    /// One word of a fixed list.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, as type: Word.Type
    ) throws(CorpusError) -> Word? where Word.RawValue == String {
        guard let node = take(key) else { return nil }
        let known = Word.allCases.map(\.rawValue).joined(separator: " ")
        guard case .string(let value) = node.content, let word = Word(rawValue: value) else {
            throw source.expected("as '\(key)' one of: \(known)", at: node)
        }
        return word
    }

    func missing(_ key: String) -> CorpusError {
        .unexpected(source.place(offset), expected: "'\(key)' in this object")
    }

    /// Refuses a file that a later version of the program wrote.
    mutating func checkSchema(_ known: Int) throws(CorpusError) {
        let found = try integer("schema") ?? known
        guard found <= known else {
            throw .newerSchema(file: source.file, found: found, known: known)
        }
    }
}

extension JSONSource {
    func string(_ node: JSONNode, _ what: String) throws(CorpusError) -> String {
        guard case .string(let value) = node.content else { throw expected(what, at: node) }
        return value
    }

    func integer(_ node: JSONNode, _ what: String) throws(CorpusError) -> Int {
        guard case .number(let digits) = node.content, let value = Int(digits) else {
            throw expected(what, at: node)
        }
        return value
    }
}
