/// The sentences that beads in order leave untied, or tie so weakly that they may be tied otherwise.
struct FreeSentences {
    private var isFreeSource: [Bool]
    private var isFreeTarget: [Bool]
    /// The weak links, by the source sentences that they hold.
    private var weak: [Int: WeightedBead] = [:]

    /// Below this mean probability links are weak: that of each by itself, and of it with its neighbours.
    private static let leastWeight: Float = 0.5
    private static let leastMean: Float = 0.7
    private static let neighbours = 5

    init(_ stretch: Stretch, _ path: [WeightedBead]) {
        isFreeSource = Array(repeating: false, count: stretch.source.count)
        isFreeTarget = Array(repeating: false, count: stretch.target.count)
        let links = path.filter(\.isLink)
        let means = Self.means(links.map(\.weight))
        for bead in path where !bead.isLink { release(bead) }
        for (bead, mean) in zip(links, means)
        where bead.weight < Self.leastWeight || mean < Self.leastMean {
            release(bead)
            for row in bead.source { weak[row] = bead }
        }
    }

    /// Each value's mean with its neighbours.
    private static func means(_ values: [Float]) -> [Float] {
        var sums: [Float] = [0]
        for value in values { sums.append(sums[sums.count - 1] + value) }
        return values.indices.map { index in
            let range = max(0, index - neighbours)..<min(values.count, index + neighbours + 1)
            return (sums[range.upperBound] - sums[range.lowerBound]) / Float(range.count)
        }
    }

    private mutating func release(_ bead: WeightedBead) {
        for row in bead.source { isFreeSource[row] = true }
        for column in bead.target { isFreeTarget[column] = true }
    }

    var sources: [Int] { isFreeSource.indices.filter { isFreeSource[$0] } }
    var targets: [Int] { isFreeTarget.indices.filter { isFreeTarget[$0] } }
    var sourceCount: Int { isFreeSource.count { $0 } }
    var targetCount: Int { isFreeTarget.count { $0 } }

    func holds(source: Int, target: Int) -> Bool { isFreeSource[source] && isFreeTarget[target] }

    func sources(around row: Int, reach: Int) -> Range<Int> {
        Self.run(isFreeSource, around: row, reach)
    }

    func targets(around column: Int, reach: Int) -> Range<Int> {
        Self.run(isFreeTarget, around: column, reach)
    }

    private static func run(_ isFree: [Bool], around place: Int, _ reach: Int) -> Range<Int> {
        var (first, end) = (place, place + 1)
        while first > max(0, place - reach), isFree[first - 1] { first -= 1 }
        while end < min(isFree.count, place + reach), isFree[end] { end += 1 }
        return first..<end
    }

    /// The weak links that hold source sentences of others.
    func weak(under links: [WeightedBead]) -> [WeightedBead] {
        var found: [WeightedBead] = []
        for row in links.flatMap(\.source) {
            guard let bead = weak[row], bead.sourceEnd != found.last?.sourceEnd else { continue }
            found.append(bead)
        }
        return found
    }

    mutating func take(_ sources: Range<Int>, _ targets: Range<Int>) {
        for row in sources { isFreeSource[row] = false }
        for column in targets { isFreeTarget[column] = false }
    }
}
