internal import TextCore

/// Everything in a page that speaks about it: meta elements, links, JSON-LD, headings.
struct HeadReader {
    /// By lower-cased name or property, first ones first.
    private(set) var metas: [String: [String]] = [:]
    /// Article objects of JSON-LD come first.
    private(set) var linkedData: [LenientJSON] = []
    private(set) var alternates: [PageMetadata.Alternate] = []
    private(set) var canonical: String?
    private(set) var headings: [String] = []
    private(set) var documentTitle: String?
    private(set) var times: [String] = []
    private(set) var authorLinks: [String] = []
    private(set) var htmlLanguage: String?

    private static let largestScript = 1 << 20

    init(_ tree: PageTree) {
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case .text: continue
            case .html: htmlLanguage = htmlLanguage ?? tree.attribute(.lang, of: index)
            case .meta: readMeta(tree, index)
            case .link: readLink(tree, index)
            case .script: readScript(tree, index)
            case .title where documentTitle == nil: documentTitle = tree.text(of: index)
            case .h1 where headings.count < 8: headings.append(tree.text(of: index))
            case .time: readTime(tree, index)
            default: readProperty(tree, index)
            }
        }
        linkedData.sort { Self.isArticle($0) && !Self.isArticle($1) }
    }

    func meta(_ names: String...) -> String? {
        for name in names {
            for value in metas[name] ?? [] where !value.isEmpty { return value }
        }
        return nil
    }

    /// The first JSON-LD object that is an article.
    var article: LenientJSON? { linkedData.first.flatMap { Self.isArticle($0) ? $0 : nil } }

    static func isArticle(_ object: LenientJSON) -> Bool {
        guard let types = object["@type"]?.items else { return false }
        return types.contains { type in
            guard let name = type.string else { return false }
            return name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report"
                || name == "Recipe"
        }
    }

    private mutating func readMeta(_ tree: PageTree, _ index: Int) {
        guard let content = tree.attribute(.content, of: index) else { return }
        let name =
            tree.attribute(.property, of: index) ?? tree.attribute(.name, of: index)
            ?? tree.attribute(.itemprop, of: index) ?? tree.attribute(.httpEquiv, of: index)
        guard let name, metas.count < 500 else { return }
        metas[name.lowercased(), default: []].append(Prose.collapse(content.utf8))
    }

    private mutating func readLink(_ tree: PageTree, _ index: Int) {
        guard let relation = tree.attribute(.rel, of: index)?.lowercased(),
            let address = tree.attribute(.href, of: index), !address.isEmpty
        else { return }
        let relations = relation.split(separator: " ")
        if relations.contains("canonical") { canonical = canonical ?? address }
        guard relations.contains("alternate"), alternates.count < 200,
            let written = tree.attribute(.hreflang, of: index), let tag = LanguageTag(written)
        else { return }
        let alternate = PageMetadata.Alternate(language: tag, url: address)
        if !alternates.contains(alternate) { alternates.append(alternate) }
    }

    private mutating func readScript(_ tree: PageTree, _ index: Int) {
        guard linkedData.count < 200,
            tree.attribute(.type, of: index)?.lowercased().contains("ld+json") == true
        else { return }
        for inner in (index + 1)..<Int(tree.nodes[index].end) where tree.nodes[inner].tag == .text {
            let node = tree.nodes[inner]
            let source = tree.bytes[Int(node.start)..<Int(node.stop)].prefix(Self.largestScript)
            linkedData += LenientJSON.parse(Array(source)).objects
        }
    }

    private mutating func readTime(_ tree: PageTree, _ index: Int) {
        guard times.count < 8 else { return }
        times.append(tree.attribute(.datetime, of: index) ?? tree.text(of: index, limit: 100))
    }

    /// Microdata and author links in the body.
    private mutating func readProperty(_ tree: PageTree, _ index: Int) {
        let node = tree.nodes[index]
        guard node.start < node.stop else { return }
        if tree.attribute(.rel, of: index) == "author", authorLinks.count < 4 {
            authorLinks.append(tree.text(of: index, limit: 200))
        }
        guard let property = tree.attribute(.itemprop, of: index)?.lowercased(),
            ["datepublished", "author", "headline"].contains(property),
            metas[property, default: []].count < 4
        else { return }
        let value =
            tree.attribute(.content, of: index) ?? tree.attribute(.datetime, of: index)
            ?? tree.text(of: index, limit: 300)
        metas[property, default: []].append(value)
    }
}
