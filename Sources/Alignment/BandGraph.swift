/// Every bead within a band, weighed at a first look.
final class BandGraph: BeadGraph {
    let shapes: [BeadShape]
    private let stretch: Stretch
    private let band: Band
    private let model: AlignmentModel
    private let edges: EdgeScorer
    /// By node.
    private let rows: [Int32]

    init(_ stretch: Stretch, _ band: Band, _ model: AlignmentModel) {
        self.stretch = stretch
        self.band = band
        self.model = model
        edges = EdgeScorer(stretch, band, model)
        shapes = model.priors.shapes
        var rows: [Int32] = []
        rows.reserveCapacity(band.nodeCount)
        for row in 0...band.sourceCount {
            rows.append(
                contentsOf: repeatElement(Int32(row), count: band.upper[row] - band.lower[row] + 1))
        }
        self.rows = rows
    }

    var nodeCount: Int { band.nodeCount }

    @inline(__always)
    func place(_ node: Int) -> LatticeNode {
        let row = Int(rows[node])
        return LatticeNode(row: row, column: node - band.nodeStarts[row] + band.lower[row])
    }

    @inline(__always)
    func arrivals(_ node: Int, _ body: (Arrival) -> Void) {
        let place = place(node)
        let links = edges.links(place.row, place.column)
        for (number, shape) in shapes.enumerated() {
            let (fromRow, fromColumn) = (place.row - shape.source, place.column - shape.target)
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
            if !stretch.rejected.isEmpty, stretch.isRejected(place, shape) {
                score = BeadPriors.impossible
            }
            guard score > BeadPriors.impossible / 2 else { continue }
            body(
                Arrival(
                    shape: number, from: band.node(fromRow, fromColumn), score: Double(score)))
        }
    }

    @inline(__always)
    func beforeOmission(_ node: Int) -> Int? {
        let place = place(node)
        guard place.row > 0, place.column <= band.upper[place.row - 1] else { return nil }
        return band.node(place.row - 1, place.column)
    }

    @inline(__always)
    func beforeAddition(_ node: Int) -> Int? {
        let place = place(node)
        return place.column > band.lower[place.row] ? node - 1 : nil
    }
}
