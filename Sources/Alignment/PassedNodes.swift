/// The nodes of a lattice that a way of some weight passes, for a closer look.
struct PassedNodes {
    private var nodes: [(node: LatticeNode, weight: Float)] = []

    /// Nodes less probable than this are not worth a second look.
    private static let least: Float = 1e-3
    /// Nodes for each sentence of both sides.
    private static let most = 4

    /// - Parameter weight: the probability that the node is passed; infinite for one that must be kept.
    mutating func add(_ node: LatticeNode, _ weight: Float) {
        if weight > Self.least { nodes.append((node, weight)) }
    }

    /// The nodes in the order they were added.
    ///
    /// - Parameter sentences: of both sides. Where there are many more nodes, as in long passages that nothing ties, the
    ///   least probable are left out.
    func kept(sentences: Int) -> [LatticeNode] {
        let most = Self.most * (sentences + 1)
        var least = Self.least
        while least < 1, nodes.count(where: { $0.weight > least }) > most { least *= 2 }
        return nodes.filter { $0.weight > least }.map(\.node)
    }
}
