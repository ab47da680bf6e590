/// The nodes of a lattice and the beads between them.
///
/// Nodes are numbered in the order of rows, then columns, so every bead leads to a later node; the first is before all
/// sentences, the last behind them.
///
/// A class, so that a lattice that hands it to a closure at every node does not copy all its arrays' references.
protocol BeadGraph: AnyObject {
    var nodeCount: Int { get }
    /// The shapes of beads, which arrivals name by their number here.
    var shapes: [BeadShape] { get }

    func place(_ node: Int) -> LatticeNode

    /// Calls `body` with every bead that may end at a node.
    func arrivals(_ node: Int, _ body: (Arrival) -> Void)

    /// The node that an omission of the last source sentence begins at; `nil` where there is none.
    func beforeOmission(_ node: Int) -> Int?

    /// The node that an addition of the last target sentence begins at; `nil` where there is none.
    func beforeAddition(_ node: Int) -> Int?
}

/// One bead that could end at a node.
struct Arrival {
    /// Its shape's number.
    let shape: Int
    /// The node where it begins.
    let from: Int
    /// The logarithm of its weight.
    let score: Double
}
