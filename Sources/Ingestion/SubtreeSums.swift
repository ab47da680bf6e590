/// Sums over the blocks of any subtree, each in constant time.
struct SubtreeSums {
    private let tree: PageTree
    private let prefix: [Double]

    init(_ tree: PageTree, _ blocks: [PageBlock], _ value: (PageBlock) -> Double) {
        self.tree = tree
        var own = [Double](repeating: 0, count: tree.nodes.count)
        for block in blocks { own[block.node] += value(block) }
        var prefix = [0.0]
        prefix.reserveCapacity(own.count + 1)
        var sum = 0.0
        for value in own {
            sum += value
            prefix.append(sum)
        }
        self.prefix = prefix
    }

    var total: Double { prefix.last ?? 0 }

    /// Over a node and its descendants.
    subscript(node: Int) -> Double { prefix[Int(tree.nodes[node].end)] - prefix[node] }
}
