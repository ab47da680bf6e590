internal import CXML2

/// The attributes of an element that mean something here.
struct PageAttributes {
    private(set) var classes = ""
    private(set) var id = ""
    private(set) var role = ""
    private(set) var itemprop: String?
    private(set) var language: String?
    private(set) var type: String?
    private(set) var content: String?
    private(set) var property: String?
    private(set) var relation: String?
    private(set) var address: String?
    private(set) var addressLanguage: String?
    private(set) var datetime: String?
    private(set) var isHidden = false

    /// - Parameter list: name, value, name, value, …, NULL.
    init(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard var entry = list else { return }
        while let name = entry.pointee {
            // Most attributes of a page say nothing here, and their values may be long.
            let key = String(cString: name)
            if Self.known.contains(key) {
                note(key, entry.advanced(by: 1).pointee.map { String(cString: $0) } ?? "")
            }
            entry = entry.advanced(by: 2)
        }
    }

    private static let known: Set<String> = [
        "class", "id", "role", "itemprop", "lang", "xml:lang", "type", "content", "name",
        "property", "http-equiv", "rel", "href", "hreflang", "datetime", "hidden", "aria-hidden",
        "style",
    ]

    private mutating func note(_ name: String, _ value: String) {
        switch name {
        case "class": classes = value.lowercased()
        case "id": id = value.lowercased()
        case "role": role = value.lowercased()
        case "itemprop": itemprop = value.lowercased()
        case "lang", "xml:lang": language = value
        case "type": type = value.lowercased()
        case "content": content = value
        case "name", "property", "http-equiv": property = property ?? value.lowercased()
        case "rel": relation = value.lowercased()
        case "href": address = value
        case "hreflang": addressLanguage = value
        case "datetime": datetime = value
        case "hidden": isHidden = true
        case "aria-hidden": if value == "true" { isHidden = true }
        case "style":
            let style = value.lowercased().filter { $0 != " " }
            if style.contains("display:none") || style.contains("visibility:hidden") {
                isHidden = true
            }
        default: break
        }
    }

    func mark(_ tag: PageTag, _ hints: PageHints) -> PageMark {
        if itemprop == "articlebody" { return .articleBody }
        if isHidden, tag != .body, tag != .html { return .unseen }
        switch tag {
        case .nav, .form: return .navigation
        case .footer: return .copyright
        case .aside: return .related
        case .html, .body, .article, .main, .paragraph: break
        default: break
        }
        if role == "navigation" || role == "banner" || role == "search" { return .navigation }
        if role == "contentinfo" { return .copyright }
        if role == "complementary" { return .related }
        if tag == .body || tag == .html { return .none }
        return hints.mark(classes: classes, id: id)
    }
}

extension RawMetadata {
    mutating func note(meta: PageAttributes) {
        guard let content = meta.content, !content.isEmpty else { return }
        for key in [meta.property, meta.itemprop].compactMap({ $0 }) {
            if properties[key] == nil { properties[key] = content }
            if key == "og:locale:alternate" { properties[key + " " + content] = content }
        }
    }

    mutating func note(link: PageAttributes) {
        guard let relation = link.relation, let address = link.address else { return }
        let relations = relation.split(separator: " ")
        if relations.contains("canonical"), canonical == nil { canonical = address }
        if relations.contains("alternate"), let language = link.addressLanguage {
            alternates.append((language, address))
        }
    }
}
