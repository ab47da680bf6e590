internal import Glibc

/// All ways to cut a stretch into beads, within a band, with their probabilities.
///
/// The forward sweep sums over all ways to a node (for probabilities) and keeps the best one (for the path). The way
/// back needs no second recursion: given that a node is passed, the probability of a bead that ends there is its share
/// of the node's forward sum, so passing probabilities flow from the end to the beginning.
struct BeadLattice {
    private let stretch: Stretch
    private let band: Band
    private let model: AlignmentModel
    private let edges: EdgeScorer
    /// By node: log of the summed weights of all ways there.
    private var sums: [Double]
    /// By node: log weight of the best way there, and by which shape it arrives.
    private var best: [Double]
    private var arrival: [UInt8]

    private static let impossible = -1e30
    /// Ways this much worse (in log) than the best to a node add nothing that a probability would show.
    private static let negligible = 20.0
    /// Nodes less probable than this are not looked at again.
    private static let leastPassing: Float = 1e-3

    init(_ stretch: Stretch, _ band: Band, _ model: AlignmentModel) {
        self.stretch = stretch
        self.band = band
        self.model = model
        edges = EdgeScorer(stretch, band, model)
        sums = Array(repeating: Self.impossible, count: band.nodeCount)
        best = sums
        arrival = Array(repeating: 0, count: band.nodeCount)
        sums[0] = 0
        best[0] = 0
        sweep()
    }

    /// One bead that could end at a node.
    private struct Arrival {
        let shape: Int
        let from: Int
        let score: Double
    }

    /// Calls `body` with every bead that may end at a node: the index of its shape, the node where it begins, its score.
    @inline(__always)
    private func arrivals(_ row: Int, _ column: Int, _ body: (Arrival) -> Void) {
        let links = edges.links(row, column)
        for (number, shape) in model.priors.shapes.enumerated() {
            let (fromRow, fromColumn) = (row - shape.source, column - shape.target)
            guard fromRow >= 0, fromColumn >= band.lower[fromRow], fromColumn <= band.upper[fromRow]
            else { continue }
            var score: Float
            if shape.target == 0 {
                score = model.priors.omission
            } else if shape.source == 0 {
                score = model.priors.addition
            } else {
                score = links[shape.target - 1][shape.source - 1]
            }
            if !stretch.rejected.isEmpty, isRejected(row, column, shape) {
                score = BeadPriors.impossible
            }
            guard score > BeadPriors.impossible / 2 else { continue }
            body(
                Arrival(
                    shape: number, from: band.node(fromRow, fromColumn), score: Double(score)))
        }
    }

    private func isRejected(_ row: Int, _ column: Int, _ shape: BeadShape) -> Bool {
        stretch.rejected.contains(.init(sourceEnd: row, targetEnd: column, shape: shape))
    }

    private mutating func sweep() {
        var totals = [Double](repeating: 0, count: model.priors.shapes.count)
        for row in 0...band.sourceCount {
            for column in band.lower[row]...band.upper[row] where row + column > 0 {
                visit(row, column, &totals)
            }
        }
    }

    private mutating func visit(_ row: Int, _ column: Int, _ totals: inout [Double]) {
        var (count, top, bestScore, bestShape) = (0, Self.impossible, Self.impossible, 0)
        arrivals(row, column) { arrival in
            let total = sums[arrival.from] + arrival.score
            totals[count] = total
            count += 1
            top = max(top, total)
            let single = best[arrival.from] + arrival.score
            if single > bestScore { (bestScore, bestShape) = (single, arrival.shape) }
        }
        guard top > Self.impossible / 2 else { return }
        var sum = 0.0
        for index in 0..<count where totals[index] > top - Self.negligible {
            sum += exp(totals[index] - top)
        }
        let node = band.node(row, column)
        sums[node] = top + log(sum)
        best[node] = bestScore
        arrival[node] = UInt8(bestShape)
    }

    /// - Parameter threshold: beads less probable than this are left out, but for those of the path.
    func expectation(threshold: Float) -> Expectation {
        var passing = [Float](repeating: 0, count: band.nodeCount)
        passing[band.nodeCount - 1] = 1
        var beads: [WeightedBead] = []
        var path: [WeightedBead] = []
        var nodes: [LatticeNode] = []
        var onPath = (row: band.sourceCount, column: band.targetCount)
        for row in stride(from: band.sourceCount, through: 0, by: -1) {
            for column in stride(from: band.upper[row], through: band.lower[row], by: -1)
            where row + column > 0 {
                let isOnPath = onPath == (row, column)
                let node = band.node(row, column)
                if isOnPath || passing[node] > Self.leastPassing {
                    nodes.append(LatticeNode(row: row, column: column))
                }
                guard passing[node] > 1e-7 || isOnPath else { continue }
                arrivals(row, column) { found in
                    let share = Float(exp(sums[found.from] + found.score - sums[node]))
                    let weight = passing[node] * share
                    passing[found.from] += weight
                    let shape = model.priors.shapes[found.shape]
                    let bead = WeightedBead(
                        sourceEnd: row, targetEnd: column, shape: shape, weight: weight)
                    if weight > threshold { beads.append(bead) }
                    if isOnPath, found.shape == Int(arrival[node]) {
                        path.append(bead)
                        onPath = (row - shape.source, column - shape.target)
                    }
                }
            }
        }
        nodes.append(LatticeNode(row: 0, column: 0))
        return Expectation(
            beads: beads.reversed(), path: path.reversed(), nodes: nodes.reversed(),
            likelihood: sums[band.nodeCount - 1])
    }
}
