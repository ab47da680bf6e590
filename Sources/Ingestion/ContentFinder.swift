/// Finds the part of a page that is the article.
///
/// Each block weighs what it adds to an article: running text adds its length, links and scraps take away. The article
/// is the smallest subtree that holds nearly all that the best one holds; so the text of a page with several teasers
/// is found as well as one that is cut into parts.
struct ContentFinder {
    private let tree: PageTree
    private let blocks: [PageBlock]
    /// The furniture mark that each node inherits.
    let marks: [PageMark]

    init(_ tree: PageTree, _ blocks: [PageBlock]) {
        self.tree = tree
        self.blocks = blocks
        marks = Self.inheritedMarks(tree, blocks)
    }

    /// What a part must hold of the best value to be taken for the whole.
    private static let share = 0.85

    /// The range of node indices that the article lies in.
    func contentRange() -> Range<Int> {
        let sums = SubtreeSums(tree, blocks) {
            marks[$0.node].isFurniture ? 0 : Self.weight($0)
        }
        let owners = tree.nodes.indices.filter { tree.nodes[$0].tag.breaksBlock }
        guard let best = owners.map({ sums[$0] }).max(), best > 0 else {
            return 0..<tree.nodes.count
        }
        // Document order puts descendants after their ancestors: the last one that holds enough is the deepest.
        let chosen =
            declaredBody(sums, best) ?? owners.last { sums[$0] >= best * Self.share } ?? 0
        return chosen..<Int(tree.nodes[chosen].end)
    }

    /// The element that schema.org calls the article's body, when it holds a fair part of the text.
    private func declaredBody(_ sums: SubtreeSums, _ best: Double) -> Int? {
        tree.nodes.indices
            .filter { tree.nodes[$0].mark == .articleBody && sums[$0] > best * 0.5 }
            .max { sums[$0] < sums[$1] }
    }

    /// In bytes of running text.
    static func weight(_ block: PageBlock) -> Double {
        let own = Double(block.count - block.linkCount)
        if block.headingLevel > 0 { return 0 }
        if block.linkDensity > 0.5 { return -Double(min(block.count, 120)) }
        if block.words < 8 { return block.isSentence ? own * 0.3 : -20 }
        return block.isSentence ? own : own * 0.4
    }

    /// Marks go down to descendants, unless an element so named holds much of the page's text: then its name lies.
    private static func inheritedMarks(_ tree: PageTree, _ blocks: [PageBlock]) -> [PageMark] {
        let mass = SubtreeSums(tree, blocks) {
            $0.isSentence && $0.linkDensity < 0.5 ? Double($0.count) : 0
        }
        var marks: [PageMark] = []
        marks.reserveCapacity(tree.nodes.count)
        for (index, node) in tree.nodes.enumerated() {
            let inherited = node.parent >= 0 ? marks[Int(node.parent)] : .none
            if inherited.isFurniture {
                marks.append(inherited)
            } else if node.mark.isFurniture, mass[index] <= mass.total * 0.4 {
                marks.append(node.mark)
            } else {
                marks.append(.none)
            }
        }
        return marks
    }
}
