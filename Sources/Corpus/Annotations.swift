/// What a person decided about something that an analyser found.
public struct Annotation: Hashable, Sendable {
    public enum Status: String, CaseIterable, Sendable {
        case confirmed, corrected, rejected
    }

    public let status: Status
    /// The words it is about; they lead back to the place when the text was edited.
    public let text: String
    /// The digest of the sentence that the words stood in.
    public let sentence: Revision?
    /// What was confirmed or corrected, field by field: `speaker`, `mediation`, `type` of a quote, `key` of a name.
    public var fields: JSONFields

    public init(
        _ status: Status, text: String, sentence: Revision? = nil, fields: JSONFields = [:]
    ) {
        self.status = status
        self.text = text
        self.sentence = sentence
        self.fields = fields
    }
}

/// A finding that someone looked at and let stand.
public struct Dismissal: Hashable, Sendable {
    public let finding: String
    public let reason: String
    /// The revision of the source that was looked at; a later one brings the finding back. `nil`: for good.
    public let until: Revision?
    var other: JSONFields = [:]

    public init(finding: String, reason: String, until: Revision? = nil) {
        self.finding = finding
        self.reason = reason
        self.until = until
    }
}

/// `annotations/en.json`: what people said about one version.
public struct Annotations: Hashable, Sendable {
    static let schema = 1
    public var quotes: [Annotation] = []
    public var names: [Annotation] = []
    public var dismissed: [Dismissal] = []
    var other: JSONFields = [:]

    public init() {}

    init(json source: JSONSource) throws(CorpusError) {
        var record = try source.record(try source.parse())
        try record.checkSchema(Self.schema)
        for node in try record.array("quotes") {
            quotes.append(try Annotation(try source.record(node)))
        }
        for node in try record.array("names") {
            names.append(try Annotation(try source.record(node)))
        }
        for node in try record.array("dismissed") {
            dismissed.append(try Dismissal(try source.record(node)))
        }
        other = record.rest
    }

    var json: JSONValue {
        var fields = other
        fields["schema"] = .integer(Self.schema)
        fields["quotes"] = .array(quotes.map(\.json))
        fields["names"] = .array(names.map(\.json))
        fields["dismissed"] = .array(dismissed.map(\.json))
        return .object(fields)
    }
}

extension Annotation {
    fileprivate init(_ given: JSONRecord) throws(CorpusError) {
        var record = given
        guard let status = try record.word("status", as: Status.self) else {
            throw record.missing("status")
        }
        guard let text = try record.string("text") else { throw record.missing("text") }
        self.init(status, text: text, sentence: try record.revision("sentence"))
        fields = record.rest
    }

    fileprivate var json: JSONValue {
        var all = fields
        all.set("status", status.rawValue)
        all.set("text", text)
        all.set("sentence", sentence?.string)
        return .object(all)
    }
}

extension Dismissal {
    fileprivate init(_ given: JSONRecord) throws(CorpusError) {
        var record = given
        guard let finding = try record.string("finding") else { throw record.missing("finding") }
        guard let reason = try record.string("reason") else { throw record.missing("reason") }
        self.init(finding: finding, reason: reason, until: try record.revision("until"))
        other = record.rest
    }

    fileprivate var json: JSONValue {
        var all = other
        all.set("finding", finding)
        all.set("reason", reason)
        all.set("until", until?.string)
        return .object(all)
    }
}
