internal import Glibc
internal import TextCore

/// Finds what was moved: sentences that no bead in order ties, or hardly, and that mean the same.
///
/// Each pair of such sentences is a seed; around it both sides are aligned as far as they are free, and what comes of
/// it is taken where it says more than chance would among so many pairs.
struct MoveFinder {
    private let stretch: Stretch
    private var model: AlignmentModel
    private let options: AlignmentOptions
    private var scorer: BeadScorer
    private var free: FreeSentences

    /// Sentences on each side of a seed that are aligned with it.
    private static let reach = 40
    /// A moved bead is as rare as one in e to this many.
    private static let rarity: Float = 4
    /// Less certain links are no links here.
    private static let leastWeight: Float = 0.5
    /// Sentences between two links that still belong together.
    private static let longestBreak = 2

    /// - Parameters:
    ///   - stretch: both texts, whole.
    ///   - path: beads in order that hold every sentence once.
    ///   - taken: beads whose sentences stay where they are.
    init(
        _ stretch: Stretch, _ path: [WeightedBead], taken: [Bead], _ model: AlignmentModel,
        _ options: AlignmentOptions
    ) {
        self.stretch = stretch
        self.model = model
        self.options = options
        self.model.gaps = GapPriors(leaving: GapPriors.firstLeaving)
        scorer = BeadScorer(model, options)
        free = FreeSentences(stretch, path)
        for bead in taken { free.take(bead.source, bead.target) }
    }

    /// - Returns: links that cross others, with the probability that they are there; none share a sentence.
    mutating func moves() -> [WeightedBead] {
        let price =
            logf(Float(1 + free.sourceCount)) + logf(Float(1 + free.targetCount)) + Self.rarity
        var moves: [WeightedBead] = []
        for seed in seeds() where free.holds(source: seed.row, target: seed.column) {
            let links = neighbours(of: seed)
            guard worth(links) > price + worth(free.weak(under: links)) else { continue }
            for link in links { free.take(link.source, link.target) }
            moves += links
        }
        return moves
    }

    /// How much likelier the links are than sentences that are left out.
    private mutating func worth(_ links: [WeightedBead]) -> Float {
        var sum: Float = 0
        for link in links {
            let end = LatticeNode(row: link.sourceEnd, column: link.targetEnd)
            sum += max(0, scorer.score(stretch, endingAt: end, link.shape) ?? 0)
        }
        return sum
    }

    /// Pairs of free sentences that are likelier tied than not, the likeliest first.
    private mutating func seeds() -> [LatticeNode] {
        let index = CandidateIndex(stretch, free.targets, model.toTarget)
        var seeds: [(node: LatticeNode, gain: Float)] = []
        for row in free.sources {
            for column in index.candidates(stretch.source.words(of: row..<row + 1)) {
                let end = LatticeNode(row: row + 1, column: column + 1)
                let shape = BeadShape(source: 1, target: 1)
                guard let gain = scorer.score(stretch, endingAt: end, shape), gain > 0 else {
                    continue
                }
                seeds.append((LatticeNode(row: row, column: column), gain))
            }
        }
        return seeds.sorted {
            ($1.gain, $0.node.row, $0.node.column) < ($0.gain, $1.node.row, $1.node.column)
        }.map(\.node)
    }

    /// The links around a seed with nothing between them, as the free sentences there are aligned.
    private mutating func neighbours(of seed: LatticeNode) -> [WeightedBead] {
        let sources = free.sources(around: seed.row, reach: Self.reach)
        let targets = free.targets(around: seed.column, reach: Self.reach)
        let part = stretch.part(sources, targets)
        let band = Band(sourceCount: sources.count, targetCount: targets.count)
        let first = BeadLattice(BandGraph(part, band, model), model.gaps).expectation(threshold: 1)
        let graph = RefinedGraph(part, first.nodes, model.priors, &scorer)
        let path = BeadLattice(graph, model.gaps).expectation(threshold: 1).path
        let start = LatticeNode(row: sources.lowerBound, column: targets.lowerBound)
        let links = path.filter { $0.isLink && $0.weight >= Self.leastWeight }
            .map { $0.moved(by: start) }
        return Self.run(of: links, holding: seed)
    }

    /// The links that follow each other closely and tie the seed's two sentences; none where it is not tied so.
    private static func run(
        of links: [WeightedBead], holding seed: LatticeNode
    ) -> [WeightedBead] {
        guard
            let middle = links.firstIndex(where: {
                $0.source.contains(seed.row) && $0.target.contains(seed.column)
            })
        else { return [] }
        func isClose(_ left: WeightedBead, _ right: WeightedBead) -> Bool {
            right.source.lowerBound - left.sourceEnd <= longestBreak
                && right.target.lowerBound - left.targetEnd <= longestBreak
        }
        var (first, last) = (middle, middle)
        while first > 0, isClose(links[first - 1], links[first]) { first -= 1 }
        while last + 1 < links.count, isClose(links[last], links[last + 1]) { last += 1 }
        return Array(links[first...last])
    }
}
