/// What elements say of themselves by tag, role, style, class and id.
struct ElementMarks {
    private let tree: PageTree
    private let names: [Int: (kind: String, word: String)]

    init(_ tree: PageTree, _ hints: PageHints) {
        self.tree = tree
        var names: [Int: (kind: String, word: String)] = [:]
        // One page repeats few names many times.
        var known: [ArraySlice<UInt8>: (kind: String, word: String)?] = [:]
        func hint(_ value: ArraySlice<UInt8>) -> (kind: String, word: String)? {
            if let hint = known[value] { return hint }
            let hint = hints.kind(of: value)
            known[value] = .some(hint)
            return hint
        }
        for (index, node) in tree.nodes.enumerated() where node.tag != .text {
            for attribute in tree.attributes[Int(node.start)..<Int(node.stop)]
            where attribute.name == .class || attribute.name == .id {
                let value = tree.bytes[Int(attribute.start)..<Int(attribute.end)]
                // A long id is a heading's text: "sharing-with-a-single-developer".
                let isText = attribute.name == .id && value.count { $0 == 0x2D || $0 == 0x5F } > 2
                guard !isText, let hint = hint(value) else { continue }
                if names[index] == nil || names[index]?.kind == "content" { names[index] = hint }
            }
        }
        self.names = names
    }

    func isCaption(_ index: Int) -> Bool { names[index]?.kind == "caption" }

    /// How much more an element is worth as the article than its words say.
    func bonus(_ index: Int) -> Double {
        let isBody = tree.attribute(.itemprop, of: index)?.contains("articleBody") ?? false
        if isBody { return 1.5 }
        var bonus = names[index]?.kind == "content" ? 1.4 : 1
        switch tree.nodes[index].tag {
        case .article: bonus *= 1.15
        case .main: bonus *= 1.05
        case .body, .html: bonus *= 0.9
        default: break
        }
        return bonus
    }

    /// Text that no reader of the page sees, whatever element holds it.
    func isInvisible(_ index: Int) -> Bool {
        guard tree.nodes[index].start < tree.nodes[index].stop else { return false }
        guard let style = tree.attribute(.style, of: index) else { return false }
        let tag = tree.nodes[index].tag
        return !tag.isBlock && style.contains("display") && style.contains("none")
    }

    /// The kind of furniture that the element claims to be.
    func verdict(_ index: Int) -> TextRun.Verdict? {
        let tag = tree.nodes[index].tag
        guard tag.isBlock, ![.html, .body, .main, .article].contains(tag) else { return nil }
        switch tag {
        case .nav, .menu: return .init(kind: "navigation", reason: "inside a menu")
        case .footer: return .init(kind: "navigation", reason: "inside a footer")
        case .aside: return .init(kind: "related", reason: "inside an aside")
        case .form, .fieldset: return .init(kind: "navigation", reason: "inside a form")
        case .dialog: return .init(kind: "navigation", reason: "inside a dialog")
        default: break
        }
        guard tree.nodes[index].start < tree.nodes[index].stop else { return nil }
        if let kind = names[index]?.kind, kind != "content", kind != "caption",
            let word = names[index]?.word
        {
            return .init(kind: kind, reason: "inside an element named '\(word)'")
        }
        if let property = tree.attribute(.itemprop, of: index)?.lowercased(),
            Self.properties.contains(property)
        {
            return .init(kind: "byline", reason: "is the page's '\(property)'")
        }
        if let role = tree.attribute(.role, of: index), Self.roles.contains(role) {
            return .init(kind: "navigation", reason: "inside an element with role '\(role)'")
        }
        if isHidden(index) { return .init(kind: "navigation", reason: "not shown on the page") }
        return nil
    }

    /// What schema.org says about an article, and is no part of it.
    private static let properties: Set<String> = [
        "author", "publisher", "keywords", "datepublished", "datemodified", "width", "height",
        "logo", "wordcount", "commentcount", "interactioncount",
    ]

    private static let roles: Set<String> = [
        "navigation", "complementary", "banner", "contentinfo", "dialog", "search", "alert",
        "menu", "menubar", "toolbar", "tooltip", "alertdialog",
    ]

    private func isHidden(_ index: Int) -> Bool {
        if tree.has(.hidden, index) { return true }
        if tree.attribute(.ariaHidden, of: index) == "true" { return true }
        guard let style = tree.attribute(.style, of: index) else { return false }
        let plain = style.filter { $0 != " " }.lowercased()
        return plain.contains("display:none") || plain.contains("visibility:hidden")
    }
}
