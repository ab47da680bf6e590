/// What a JSON object of any known shape says of an entity and its names.
struct GazetteerObject {
    private(set) var entity: String?
    private(set) var names: [(language: String, name: String)] = []
    /// It has a field for names, though there may be none in it.
    private(set) var hasNames = false
    /// Of the two shapes that are this program's own, whose languages must be right.
    private(set) var isOurs = false
    private var schema: String?
    private var language = ""
    private var name: String?

    /// Addresses, vessels and the like have names, but nobody looks them up by sound.
    var namesSomebody: Bool { Self.isSomebody(schema) }

    static func isSomebody(_ schema: String?) -> Bool {
        guard let schema else { return true }
        return [
            "Person", "Organization", "Company", "LegalEntity", "PublicBody",
        ].contains(schema)
    }

    mutating func read(_ key: String, _ scan: inout JSONScan) {
        switch key {
        case "id", "entity": entity = scan.string()
        case "schema": schema = scan.string()
        case "lang":
            language = scan.string() ?? ""
            closeOwn()
        case "name":
            name = scan.string()
            closeOwn()
        case "forms":
            isOurs = true
            readLanguages(&scan)
        case "labels", "aliases": readLanguages(&scan)
        case "properties": readProperties(&scan)
        default: break
        }
    }

    /// The fields of one name may come in any order.
    private mutating func closeOwn() {
        guard let name else { return }
        isOurs = true
        hasNames = true
        names = [(language, name)]
    }

    /// `{"en": "…"}`, `{"en": ["…"]}`, `{"en": {"language": "en", "value": "…"}}` or a list of such.
    private mutating func readLanguages(_ scan: inout JSONScan) {
        hasNames = true
        // An entity without any is written as an empty list.
        if scan.isArray() { return }
        scan.object { scan, language in
            if scan.isArray() {
                scan.array { readForm(language, &$0) }
            } else {
                readForm(language, &scan)
            }
        }
    }

    private mutating func readForm(_ language: String, _ scan: inout JSONScan) {
        if let name = scan.string() {
            names.append((language, name))
        } else if scan.isObject() {
            scan.object { scan, key in
                if key == "value", let name = scan.string() { names.append((language, name)) }
            }
        }
    }

    private mutating func readProperties(_ scan: inout JSONScan) {
        hasNames = true
        scan.object { scan, key in
            guard ["name", "alias", "weakAlias"].contains(key), scan.isArray() else { return }
            scan.array { scan in
                if let name = scan.string() { names.append(("", name)) }
            }
        }
    }
}
