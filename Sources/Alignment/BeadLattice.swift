internal import Glibc

/// All ways to cut a stretch into beads, along the beads of a graph, with their probabilities.
///
/// The forward sweep sums over all ways to a node (for probabilities) and keeps the best one (for the path), apart for
/// each of the states of ``GapPriors``. The way back needs no second recursion: given that a node is passed, the
/// probability of a bead that ends there is its share of the node's forward sum, so passing probabilities flow from the
/// end to the beginning.
struct BeadLattice<Graph: BeadGraph> {
    private let graph: Graph
    private let gaps: GapPriors
    /// By node, a lane a state: log of the summed weights of all ways there. The last lane sums them up for a link that
    /// begins there.
    private var sums: [SIMD4<Double>]
    /// By node, a lane a state: log weight of the best way there. The last lane is the best for a link.
    private var best: [SIMD4<Double>]
    /// By node: the shape of the link that arrives, and the states before an omission, an addition and a link.
    private var arrival: [SIMD4<UInt8>]

    init(_ graph: Graph, _ gaps: GapPriors) {
        self.graph = graph
        self.gaps = gaps
        sums = Array(repeating: SIMD4(repeating: GapPriors.impossible), count: graph.nodeCount)
        best = sums
        arrival = Array(repeating: .zero, count: graph.nodeCount)
        sweep()
    }

    private mutating func sweep() {
        guard graph.nodeCount > 0 else { return }
        var totals = [Double](repeating: 0, count: graph.shapes.count)
        sums[0][GapPriors.State.text] = 0
        best[0][GapPriors.State.text] = 0
        enter(GapPriors.entry, 0, 0)
        for node in 1..<graph.nodeCount {
            visitLinks(node, &totals)
            if let from = graph.beforeOmission(node) {
                enter(GapPriors.State.omission, node, from)
            }
            if let from = graph.beforeAddition(node) {
                enter(GapPriors.State.addition, node, from)
            }
            enter(GapPriors.entry, node, node)
        }
    }

    private mutating func visitLinks(_ node: Int, _ totals: inout [Double]) {
        var (count, top) = (0, GapPriors.impossible)
        var (bestScore, bestShape) = (GapPriors.impossible, 0)
        graph.arrivals(node) { arrival in
            let total = sums[arrival.from][GapPriors.entry] + arrival.score
            totals[count] = total
            count += 1
            top = max(top, total)
            let single = best[arrival.from][GapPriors.entry] + arrival.score
            if single > bestScore { (bestScore, bestShape) = (single, arrival.shape) }
        }
        guard top > GapPriors.impossible / 2 else { return }
        var sum = 0.0
        for index in 0..<count where totals[index] > top - GapPriors.negligible {
            sum += exp(totals[index] - top)
        }
        sums[node][GapPriors.State.text] = top + log(sum)
        best[node][GapPriors.State.text] = bestScore
        arrival[node][GapPriors.State.text] = UInt8(bestShape)
    }

    /// Fills one lane of a node from the states of another.
    @inline(__always)
    private mutating func enter(_ lane: Int, _ node: Int, _ from: Int) {
        let state = lane == GapPriors.entry ? GapPriors.State.text : lane
        sums[node][lane] = gaps.sum(of: sums[from], entering: state)
        let way = gaps.best(of: best[from], entering: state)
        best[node][lane] = way.score
        arrival[node][lane] = way.state
    }

    /// - Parameter threshold: beads less probable than this are left out, but for those of the path.
    func expectation(threshold: Float) -> Expectation {
        guard graph.nodeCount > 0 else {
            return Expectation(beads: [], path: [], nodes: [], likelihood: 0)
        }
        let last = graph.nodeCount - 1
        var walk = BackwardWalk(nodeCount: graph.nodeCount, threshold)
        let total = GapPriors.logSum(sums[last])
        for lane in 0..<3 where sums[last][lane] > GapPriors.impossible / 2 {
            walk.passing[last][lane] = Float(exp(sums[last][lane] - total))
        }
        for lane in 1..<3 where best[last][lane] > best[last][walk.state] { walk.state = lane }
        for node in stride(from: last, to: 0, by: -1) { leave(node, &walk) }
        let end = graph.place(last)
        walk.passed.add(graph.place(0), .infinity)
        return Expectation(
            beads: walk.beads.reversed(), path: walk.path.reversed(),
            nodes: walk.passed.kept(sentences: end.row + end.column).reversed(), likelihood: total)
    }

    /// Lets what passes a node flow to the nodes that its beads begin at.
    private func leave(_ node: Int, _ walk: inout BackwardWalk) {
        let passing = walk.passing[node]
        let isOnPath = walk.node == node
        guard passing.max() > BackwardWalk.least || isOnPath else { return }
        let place = graph.place(node)
        walk.passed.add(place, isOnPath ? .infinity : passing.sum())
        walk.dropped = BackwardWalk.Dropped()
        let state = isOnPath ? walk.state : -1
        if passing[GapPriors.State.text] > BackwardWalk.least || state == GapPriors.State.text {
            leaveText(node, place, &walk)
        }
        if let from = graph.beforeOmission(node) {
            leaveGap(GapPriors.State.omission, node, from, &walk)
        }
        if let from = graph.beforeAddition(node) {
            leaveGap(GapPriors.State.addition, node, from, &walk)
        }
        leaveDropped(place, &walk)
    }

    /// A sentence may be dropped by itself or within a long gap; whichever, it is dropped.
    private func leaveDropped(_ place: LatticeNode, _ walk: inout BackwardWalk) {
        for (side, way) in [walk.dropped.omission, walk.dropped.addition].enumerated()
        where way.weight > 0 || way.before != nil {
            let shape = BeadShape(source: 1 - side, target: side)
            walk.add(WeightedBead(endingAt: place, shape, way.weight), way.before)
        }
    }

    private func leaveText(_ node: Int, _ place: LatticeNode, _ walk: inout BackwardWalk) {
        let text = GapPriors.State.text
        let isBest = walk.node == node && walk.state == text
        let (passing, bestShape) = (walk.passing[node][text], Int(arrival[node][text]))
        graph.arrivals(node) { found in
            let weight =
                passing
                * Float(exp(sums[found.from][GapPriors.entry] + found.score - sums[node][text]))
            if weight > BackwardWalk.least {
                walk.flow(weight, gaps.shares(of: sums[found.from], entering: text), to: found.from)
            }
            let before =
                isBest && found.shape == bestShape
                ? BackwardWalk.Before(
                    node: found.from, state: arrival[found.from][GapPriors.entry]) : nil
            let shape = graph.shapes[found.shape]
            if shape.source > 0 && shape.target > 0 {
                walk.add(WeightedBead(endingAt: place, shape, weight), before)
            } else {
                walk.dropped.add(isOmission: shape.target == 0, weight, before)
            }
        }
    }

    private func leaveGap(_ gap: Int, _ node: Int, _ from: Int, _ walk: inout BackwardWalk) {
        let passing = walk.passing[node][gap]
        let isBest = walk.node == node && walk.state == gap
        guard passing > BackwardWalk.least || isBest else { return }
        walk.flow(passing, gaps.shares(of: sums[from], entering: gap), to: from)
        walk.dropped.add(
            isOmission: gap == GapPriors.State.omission, passing,
            isBest ? BackwardWalk.Before(node: from, state: arrival[node][gap]) : nil)
    }
}
