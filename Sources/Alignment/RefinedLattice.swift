internal import Glibc

/// A second, closer look at the nodes that a first one has left: every bead between two of them is weighed again with
/// the places of its words.
///
/// A first look leaves a few nodes a sentence, so this costs time linear in the sentences. It weighs beads that the
/// first look thought hopeless, too: all that lie between nodes it leaves.
struct RefinedLattice {
    private let nodes: [LatticeNode]
    /// By node: the beads that end there.
    private var arrivals: [[Arrival]] = []
    /// By node: log of the summed weights of all ways there.
    private var sums: [Double]
    /// By node: log weight of the best way there, and by which of its arrivals.
    private var best: [Double]
    private var bestArrival: [Int]

    private static let impossible = -1e30

    private struct Arrival {
        let from: Int
        let shape: BeadShape
        let score: Double
    }

    /// - Parameter nodes: in the order of rows, then columns, with the first and the last of the stretch; some way
    ///   through them exists.
    init(_ stretch: Stretch, _ nodes: [LatticeNode], _ scorer: inout BeadScorer) {
        self.nodes = nodes
        sums = Array(repeating: Self.impossible, count: nodes.count)
        best = sums
        bestArrival = Array(repeating: -1, count: nodes.count)
        var first = 0
        for (index, node) in nodes.enumerated() {
            while nodes[first].row < node.row - BeadShape.largestSide { first += 1 }
            arrivals.append(
                (first..<index).compactMap { from in
                    let shape = BeadShape(
                        source: node.row - nodes[from].row,
                        target: node.column - nodes[from].column)
                    return scorer.score(stretch, endingAt: node, shape)
                        .map { Arrival(from: from, shape: shape, score: Double($0)) }
                })
        }
        sweep()
    }

    private mutating func sweep() {
        guard !nodes.isEmpty else { return }
        sums[0] = 0
        best[0] = 0
        for node in nodes.indices.dropFirst() {
            let totals = arrivals[node].map { sums[$0.from] + $0.score }
            for (number, arrival) in arrivals[node].enumerated()
            where best[arrival.from] + arrival.score > best[node] {
                best[node] = best[arrival.from] + arrival.score
                bestArrival[node] = number
            }
            guard let top = totals.max(), top > Self.impossible / 2 else { continue }
            sums[node] = top + log(totals.reduce(0) { $0 + exp($1 - top) })
        }
    }

    /// - Parameter threshold: beads less probable than this are left out, but for those of the path.
    func expectation(threshold: Float) -> Expectation {
        guard let last = nodes.indices.last else {
            return Expectation(beads: [], path: [], nodes: [], likelihood: 0)
        }
        var passing = [Double](repeating: 0, count: nodes.count)
        passing[last] = 1
        var beads: [WeightedBead] = []
        var path: [WeightedBead] = []
        var onPath = last
        for node in nodes.indices.dropFirst().reversed() {
            for (number, arrival) in arrivals[node].enumerated() {
                let share = exp(sums[arrival.from] + arrival.score - sums[node])
                let weight = passing[node] * share
                passing[arrival.from] += weight
                let bead = WeightedBead(
                    sourceEnd: nodes[node].row, targetEnd: nodes[node].column,
                    shape: arrival.shape, weight: Float(weight))
                if bead.weight > threshold { beads.append(bead) }
                if node == onPath, number == bestArrival[node] {
                    path.append(bead)
                    onPath = arrival.from
                }
            }
        }
        return Expectation(
            beads: beads.reversed(), path: path.reversed(), nodes: nodes, likelihood: sums[last])
    }
}
