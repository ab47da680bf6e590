/// A parsed page as flat arrays in document order: any walk is a loop, whatever the nesting.
struct PageTree: Sendable {
    struct Node {
        var tag: PageTag
        let parent: Int32
        /// The index after its last descendant.
        var end: Int32
        /// Its text, for text nodes and scripts; else its attributes.
        var start: Int32
        var stop: Int32
    }

    enum AttributeName: UInt8 {
        case `class`, id, itemprop, itemtype, href, rel, role, content, property, name, lang
        case datetime, hidden, style, ariaHidden, type, hreflang, httpEquiv, charset, pubdate

        static let names: [String: AttributeName] = [
            "class": .class, "id": .id, "itemprop": .itemprop, "itemtype": .itemtype,
            "href": .href, "rel": .rel, "role": .role, "content": .content,
            "property": .property, "name": .name, "lang": .lang, "xml:lang": .lang,
            "datetime": .datetime, "hidden": .hidden, "style": .style,
            "aria-hidden": .ariaHidden, "type": .type, "hreflang": .hreflang,
            "http-equiv": .httpEquiv, "charset": .charset, "pubdate": .pubdate,
        ]
    }

    struct Attribute {
        let name: AttributeName
        let start: Int32
        let end: Int32
    }

    var nodes: [Node] = []
    var attributes: [Attribute] = []
    /// All text and attribute values.
    var bytes: [UInt8] = []
    /// The page nests or grows beyond what is read.
    var isCut = false

    func attribute(_ name: AttributeName, of index: Int) -> String? {
        let node = nodes[index]
        guard node.tag != .text else { return nil }
        for attribute in attributes[Int(node.start)..<Int(node.stop)] where attribute.name == name {
            return String(
                decoding: bytes[Int(attribute.start)..<Int(attribute.end)], as: UTF8.self)
        }
        return nil
    }

    func has(_ name: AttributeName, _ index: Int) -> Bool {
        let node = nodes[index]
        guard node.tag != .text else { return false }
        return attributes[Int(node.start)..<Int(node.stop)].contains { $0.name == name }
    }

    /// The text under a node, white space collapsed.
    func text(of index: Int, limit: Int = 4096) -> String {
        var out: [UInt8] = []
        var next = index
        let end = Int(nodes[index].end)
        while next < end, out.count < limit {
            let node = nodes[next]
            if node.tag == .text {
                out += bytes[Int(node.start)..<Int(node.stop)]
            } else if node.tag.isBlock || node.tag == .br {
                out.append(0x20)
            }
            next = node.tag.isSilent && next != index ? Int(node.end) : next + 1
        }
        return Prose.collapse(out)
    }

    /// The first element of a kind, from a node on.
    func first(_ tag: PageTag, from start: Int = 0) -> Int? {
        nodes[start...].firstIndex { $0.tag == tag }
    }
}
