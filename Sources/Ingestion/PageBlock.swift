internal import TextCore

/// A stretch of a page's text between two block breaks.
struct PageBlock {
    /// White space collapsed, none at the ends.
    let text: String
    let kind: BlockKind
    /// The nearest element that breaks blocks.
    let node: Int
    /// Bytes of text, and how many of them are in links.
    let count: Int
    let linkCount: Int
    /// Words, or for scripts without spaces half the number of letters.
    let words: Int
    /// Ends in a terminator.
    let isSentence: Bool
    /// 1 for the page's headline, 2 for subheads, 0 for all else.
    let headingLevel: Int

    var linkDensity: Double { count == 0 ? 0 : Double(linkCount) / Double(count) }
}

/// Walks a page and collects its blocks in document order.
struct PageBlockCollector {
    private let tree: PageTree
    private var blocks: [PageBlock] = []
    private var text: [UInt8] = []
    private var linkCount = 0
    private var breaks = 0
    private var pendingSpace = false

    private init(_ tree: PageTree) { self.tree = tree }

    static func blocks(of tree: PageTree) -> [PageBlock] {
        var collector = PageBlockCollector(tree)
        collector.walk()
        return collector.blocks
    }

    private mutating func walk() {
        // Open elements that break blocks, and open links, each with the index after its last descendant.
        var owners: [(node: Int, end: Int)] = []
        var linkEnd = 0
        var index = 0
        while index < tree.nodes.count {
            while let owner = owners.last, owner.end <= index {
                flush(owner.node)
                owners.removeLast()
            }
            let node = tree.nodes[index]
            if node.tag.isUnseen || node.mark == .unseen {
                index = Int(node.end)
                continue
            }
            switch node.tag {
            case .text: append(node, isLink: index < linkEnd)
            case .anchor: linkEnd = max(linkEnd, Int(node.end))
            case .lineBreak:
                pendingSpace = true
                breaks += 1
                if breaks > 1 { flush(owners.last?.node ?? 0) }
            default:
                if node.tag.breaksBlock {
                    flush(owners.last?.node ?? 0)
                    owners.append((index, Int(node.end)))
                }
            }
            index += 1
        }
        while let owner = owners.popLast() { flush(owner.node) }
    }

    private mutating func append(_ node: PageTree.Node, isLink: Bool) {
        let start = text.count
        for byte in tree.text[Int(node.textStart)..<Int(node.textEnd)] {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                pendingSpace = true
                continue
            }
            if pendingSpace, !text.isEmpty { text.append(0x20) }
            pendingSpace = false
            breaks = 0
            text.append(byte)
        }
        if isLink { linkCount += text.count - start }
    }

    private mutating func flush(_ node: Int) {
        defer {
            text.removeAll(keepingCapacity: true)
            linkCount = 0
            breaks = 0
            pendingSpace = false
        }
        guard !text.isEmpty else { return }
        let own = Text(utf8: text)
        let trimmed = own[own.trimmed(own.span)]
        guard !trimmed.isEmpty else { return }
        let shape = BlockShape(trimmed)
        let tag = tree.nodes.isEmpty ? PageTag.block : tree.nodes[node].tag
        blocks.append(
            PageBlock(
                text: trimmed, kind: kind(tag, node, text.count), node: node, count: text.count,
                linkCount: linkCount, words: shape.words, isSentence: shape.endsSentence,
                headingLevel: tag == .heading1 ? 1 : tag.isHeading ? 2 : 0))
    }

    private func kind(_ tag: PageTag, _ node: Int, _ count: Int) -> BlockKind {
        switch tag {
        case .heading1, .heading2, .heading3, .heading4: .subhead
        case .listItem: .listItem
        case .blockquote: .quotation
        case .caption: .caption
        // Old pages lay out whole articles in tables.
        case .row, .cell: count < 80 ? .tableRow : .paragraph
        default:
            isInside(.blockquote, node)
                ? .quotation : isInside(.listItem, node) ? .listItem : .paragraph
        }
    }

    /// Looks a few levels up, as far as one item or quotation may nest its paragraphs.
    private func isInside(_ tag: PageTag, _ node: Int) -> Bool {
        var node = node
        for _ in 0..<3 {
            node = Int(tree.nodes[node].parent)
            guard node >= 0 else { return false }
            if tree.nodes[node].tag == tag { return true }
        }
        return false
    }
}
