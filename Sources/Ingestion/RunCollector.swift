internal import TextCore

/// Walks a page once and gives its lines, and the elements that look as if they held no part of an article.
struct RunCollector {
    /// An element that may be furniture as a whole.
    struct Exclusion {
        let node: Int
        let end: Int
        let verdict: TextRun.Verdict
    }

    private let tree: PageTree
    private let marks: ElementMarks
    private(set) var runs: [TextRun] = []
    private(set) var exclusions: [Exclusion] = []

    // The line that is being put together.
    private var line: [UInt8] = []
    private var firstNode = 0
    private var linkBytes = 0

    // What is open at the present node; an element leaves when its end is reached.
    private var blocks: [Frame] = []
    private var linkEnd = 0

    private struct Frame {
        let node: Int
        let end: Int
        let kind: BlockKind
        let level: Int
        let isRow: Bool
    }

    init(_ tree: PageTree, _ marks: ElementMarks) {
        self.tree = tree
        self.marks = marks
    }

    mutating func collect() {
        var next = 0
        while next < tree.nodes.count {
            while let top = blocks.last, top.end <= next { leave(top) }
            let node = tree.nodes[next]
            if node.tag == .text {
                append(node, next)
                next += 1
                continue
            }
            if node.tag.isSilent || marks.isInvisible(next) {
                next = Int(node.end)
                continue
            }
            enter(node, next)
            next += 1
        }
        while let top = blocks.last { leave(top) }
        flush()
    }

    private mutating func append(_ node: PageTree.Node, _ index: Int) {
        let before = line.count
        Prose.append(tree.bytes[Int(node.start)..<Int(node.stop)], to: &line)
        if before == 0 || line[..<before].allSatisfy({ $0 == 0x20 }) {
            firstNode = index
        }
        if index < linkEnd { linkBytes += line.count - before }
    }

    private mutating func enter(_ node: PageTree.Node, _ index: Int) {
        if let verdict = marks.verdict(index) {
            exclusions.append(Exclusion(node: index, end: Int(node.end), verdict: verdict))
        }
        switch node.tag {
        case .a: linkEnd = max(linkEnd, Int(node.end))
        case .br: breakLine()
        default: break
        }
        guard node.tag.isBlock else { return }
        let isInRow = blocks.last?.isRow ?? false
        if isInRow {
            if !line.isEmpty { line += [0x20, 0x7C, 0x20] }
        } else {
            flush()
        }
        blocks.append(frame(node, index, isInRow))
    }

    private mutating func leave(_ top: Frame) {
        blocks.removeLast()
        if !(blocks.last?.isRow ?? false) { flush(top) }
    }

    private func frame(_ node: PageTree.Node, _ index: Int, _ isInRow: Bool) -> Frame {
        let outer = blocks.last
        let level = node.tag.headingLevel
        let kind: BlockKind =
            switch node.tag {
            case .h1, .h2, .h3, .h4, .h5, .h6: .subhead
            case .li, .dd, .dt: .listItem
            case .blockquote: .quotation
            case .figcaption, .caption: .caption
            case .tr where isDataRow(index): .tableRow
            default: marks.isCaption(index) ? .caption : outer?.kind ?? .paragraph
            }
        return Frame(
            node: index, end: Int(node.end), kind: kind,
            level: level > 0 ? level : outer?.level ?? 0,
            isRow: isInRow || kind == .tableRow && node.tag == .tr)
    }

    /// A row of several cells, none of which holds blocks of its own.
    private func isDataRow(_ index: Int) -> Bool {
        var cells = 0
        for inner in (index + 1)..<Int(tree.nodes[index].end) {
            let tag = tree.nodes[inner].tag
            if tag == .td || tag == .th {
                cells += 1
            } else if tag.isBlock {
                return false
            }
        }
        return cells > 1
    }

    /// A single line break after a finished sentence parts two paragraphs; elsewhere it is white space.
    private mutating func breakLine() {
        if line.isEmpty { return }
        if line.count >= 2, line[line.count - 1] == 0x0A || Prose.endsSentence(line) {
            flush()
        } else if line.last != 0x20 {
            line.append(0x20)
        }
    }

    private mutating func flush(_ closed: Frame? = nil) {
        defer {
            line.removeAll(keepingCapacity: true)
            linkBytes = 0
        }
        var text = line
        Prose.trim(&text)
        guard !text.isEmpty, let frame = closed ?? blocks.last else { return }
        let weight = Prose.weight(text)
        runs.append(
            TextRun(
                text: text, node: firstNode, kind: frame.kind,
                level: frame.level, linkShare: min(1, Double(linkBytes) / Double(text.count)),
                weight: weight, verdict: nil))
    }
}
