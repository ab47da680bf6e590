/// A bead of a stretch with the probability that it is there.
struct WeightedBead: Sendable {
    let sourceEnd: Int
    let targetEnd: Int
    let shape: BeadShape
    let weight: Float

    init(sourceEnd: Int, targetEnd: Int, shape: BeadShape, weight: Float) {
        self.sourceEnd = sourceEnd
        self.targetEnd = targetEnd
        self.shape = shape
        self.weight = weight
    }

    init(endingAt end: LatticeNode, _ shape: BeadShape, _ weight: Float) {
        self.init(sourceEnd: end.row, targetEnd: end.column, shape: shape, weight: weight)
    }

    /// The same bead where sentences are counted from a node further on.
    func moved(by start: LatticeNode) -> WeightedBead {
        WeightedBead(
            sourceEnd: sourceEnd + start.row, targetEnd: targetEnd + start.column, shape: shape,
            weight: weight)
    }

    var source: Range<Int> { sourceEnd - shape.source..<sourceEnd }
    var target: Range<Int> { targetEnd - shape.target..<targetEnd }
    var isLink: Bool { shape.source > 0 && shape.target > 0 }
}

/// What one look at a stretch yields.
struct Expectation: Sendable {
    /// Beads worth learning from, with their posterior probabilities.
    let beads: [WeightedBead]
    /// The most probable sequence of beads, in order, covering the stretch.
    let path: [WeightedBead]
    /// Where a way of any weight passes, in the order of rows, then columns; those of the path are among them.
    let nodes: [LatticeNode]
    /// log p of the stretch, relative to its background.
    let likelihood: Double
}
