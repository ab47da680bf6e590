/// A second, closer look at the nodes that a first one has left: every bead between two of them is weighed again with
/// the places of its words.
///
/// A first look leaves a few nodes a sentence, so this costs time linear in the sentences. It weighs beads that the
/// first look thought hopeless, too: all that lie between nodes it leaves.
final class RefinedGraph: BeadGraph {
    let shapes: [BeadShape]
    private let nodes: [LatticeNode]
    /// The beads that end at node i are those from element i of the starts to the next.
    private var arrivals: [Arrival] = []
    private var starts = [0]

    /// - Parameter nodes: in the order of rows, then columns, with the first and the last of the stretch; some way
    ///   through them exists.
    init(
        _ stretch: Stretch, _ nodes: [LatticeNode], _ priors: BeadPriors,
        _ scorer: inout BeadScorer
    ) {
        self.nodes = nodes
        shapes = priors.closeShapes
        var first = 0
        for (index, node) in nodes.enumerated() {
            while nodes[first].row < node.row - BeadShape.largestSide { first += 1 }
            for from in first..<index {
                let shape = BeadShape(
                    source: node.row - nodes[from].row, target: node.column - nodes[from].column)
                guard let number = priors.number(shape),
                    let score = scorer.score(stretch, endingAt: node, shape)
                else { continue }
                arrivals.append(Arrival(shape: number, from: from, score: Double(score)))
            }
            starts.append(arrivals.count)
        }
    }

    var nodeCount: Int { nodes.count }

    func place(_ node: Int) -> LatticeNode { nodes[node] }

    func arrivals(_ node: Int, _ body: (Arrival) -> Void) {
        for index in starts[node]..<starts[node + 1] { body(arrivals[index]) }
    }

    func beforeOmission(_ node: Int) -> Int? { start(of: BeadShape(source: 1, target: 0), node) }

    func beforeAddition(_ node: Int) -> Int? { start(of: BeadShape(source: 0, target: 1), node) }

    private func start(of shape: BeadShape, _ node: Int) -> Int? {
        arrivals[starts[node]..<starts[node + 1]].first { shapes[$0.shape] == shape }?.from
    }
}
