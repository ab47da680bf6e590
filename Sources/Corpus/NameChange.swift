public import TextCore

/// What a person did to an entity's forms: kept with the entity in `names.jsonl`, so that it can be taken back.
public enum NameChange: Hashable, Sendable {
    /// Another entity came in; `gained` are the forms that were new.
    case merged(NameRecord, gained: [LanguageTag: [String]])
    /// Forms went out into an entity of their own; `before` is how the languages concerned stood.
    case split(id: String, forms: [LanguageTag: [String]], before: [LanguageTag: [String]])
}

extension NameChange {
    init?(json value: JSONValue) {
        guard case .object(let fields) = value else { return nil }
        if let merged = fields["merged"], let record = NameRecord(json: merged) {
            self = .merged(record, gained: Self.forms(fields["gained"]))
        } else if case .string(let id)? = fields["split"] {
            self = .split(
                id: id, forms: Self.forms(fields["forms"]), before: Self.forms(fields["before"]))
        } else {
            return nil
        }
    }

    var json: JSONValue {
        switch self {
        case .merged(let record, let gained):
            .object(["merged": record.json, "gained": Self.json(gained)])
        case .split(let id, let forms, let before):
            .object([
                "split": .string(id), "forms": Self.json(forms), "before": Self.json(before),
            ])
        }
    }

    static func json(_ forms: [LanguageTag: [String]]) -> JSONValue {
        .object(
            Dictionary(
                forms.map { ($0.key.string, .array($0.value.map(JSONValue.string))) }
            ) { $1 })
    }

    static func forms(_ value: JSONValue?) -> [LanguageTag: [String]] {
        guard case .object(let fields)? = value else { return [:] }
        var forms: [LanguageTag: [String]] = [:]
        for (language, list) in fields {
            guard let tag = LanguageTag(language), case .array(let items) = list else { continue }
            forms[tag] = items.compactMap { item in
                if case .string(let form) = item { form } else { nil }
            }
        }
        return forms
    }
}

extension NameRecord {
    /// The field of `names.jsonl` that changes stand in, the oldest first.
    private static let field = "changes"

    /// What people did to this entity, the oldest first; what cannot be read is passed over but kept.
    public var changes: [NameChange] {
        guard case .array(let items)? = extra[Self.field] else { return [] }
        return items.compactMap(NameChange.init(json:))
    }

    /// Notes a change as the last one.
    mutating func note(_ change: NameChange) {
        var items: [JSONValue] = []
        if case .array(let known)? = extra[Self.field] { items = known }
        extra[Self.field] = .array(items + [change.json])
    }

    mutating func dropLastChange() {
        guard case .array(let items)? = extra[Self.field] else { return }
        let last = items.lastIndex { NameChange(json: $0) != nil }
        let rest = items.indices.filter { $0 != last }.map { items[$0] }
        extra[Self.field] = rest.isEmpty ? nil : .array(rest)
    }

    /// A record as a change holds it.
    init?(json value: JSONValue) {
        guard case .object(var fields) = value,
            case .string(let id)? = fields.removeValue(forKey: "id"),
            case .string(let word)? = fields.removeValue(forKey: "kind"),
            let kind = EntityKind(rawValue: word)
        else { return nil }
        let forms = NameChange.forms(fields.removeValue(forKey: "forms"))
        self.init(KnownName(id: id, kind: kind, forms: forms), extra: fields)
    }
}
