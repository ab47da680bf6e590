internal import Glibc

/// Scores every bead that ends at a node of the lattice.
struct EdgeScorer {
    private let band: Band
    private let grid: LexicalGrid
    private let vectors: VectorGrid?
    private let model: AlignmentModel
    /// By the number of sentences passed: characters of the last 1...4 sentences.
    private let sourceLengths: [SIMD4<Float>]
    private let targetLengths: [SIMD4<Float>]
    /// By the number of target sentences passed: what the last 1...4 cost as sentences that follow nothing.
    private let targetBackground: [SIMD4<Float>]
    /// By the number of sentences passed: which of the last 1...4 are headings, and whether all of a group are.
    private let sourceHeadings: [SIMD4<Float>]
    private let targetHeadings: [SIMD4<Float>]
    private let hasHeadings: Bool

    /// What it costs to tie a heading to a sentence that is none.
    private static let headingPenalty: Float = 4

    init(_ stretch: Stretch, _ band: Band, _ model: AlignmentModel) {
        self.band = band
        self.model = model
        grid = LexicalGrid(stretch, band, model)
        vectors = VectorGrid(stretch, band)
        sourceLengths = Self.sums(stretch.source.lengths)
        targetLengths = Self.sums(stretch.target.lengths)
        let background = Self.sums(stretch.target.lengths.map(model.length.background))
        targetBackground = zip(targetLengths, background).map { lengths, background in
            // b sentences of together n characters may part them in about n^(b-1) ways.
            var cost = background
            for lane in 1..<4 { cost[lane] += Float(lane) * logf(lengths[lane] + 1) }
            return cost
        }
        hasHeadings =
            stretch.source.isHeading.contains(true) || stretch.target.isHeading.contains(true)
        sourceHeadings = hasHeadings ? Self.sums(stretch.source.isHeading.map { $0 ? 1 : 0 }) : []
        targetHeadings = hasHeadings ? Self.sums(stretch.target.isHeading.map { $0 ? 1 : 0 }) : []
    }

    /// Lane n-1 of element i: the sum of the n values before i.
    private static func sums(_ values: [Float]) -> [SIMD4<Float>] {
        var sums = [SIMD4<Float>(repeating: 0)]
        for value in values {
            let last = sums[sums.count - 1]
            sums.append(SIMD4(0, last[0], last[1], last[2]) + value)
        }
        return sums
    }

    /// The scores of the beads that end at node (row, column): lane a-1 of element b-1 is the bead of a source and b
    /// target sentences. A bead whose cells are not all within the band is impossible.
    ///
    /// score = log prior + ½ (Σ words of the target given the source + Σ words of the source given the target)
    ///       + length weight · (log p(length | length) - background)
    ///       + what the vectors say, where there are any
    @inline(__always)
    func links(_ row: Int, _ column: Int) -> LinkScores {
        var scores = LinkScores()
        guard row > 0, column > 0 else { return scores }
        let words = wordScores(row, column)
        let lengths = sourceLengths[row]
        for b in 0..<min(4, column - band.lower[row - 1]) {
            let target = targetLengths[column][b]
            let length =
                model.length.score(lengths, target) - targetBackground[column][b]
            scores[b] =
                model.priors.links[b] + words[b] * 0.5 + length * model.lengthWeight
        }
        vectors?.add(to: &scores, row, column)
        if hasHeadings { penalise(&scores, row, column) }
        return scores
    }

    @inline(__always)
    private func wordScores(_ row: Int, _ column: Int) -> LinkScores {
        var scores = LinkScores(repeating: .zero)
        var sum = SIMD4<Float>.zero
        for b in 0..<min(4, column - band.lower[row - 1]) {
            sum += grid.toTarget[band.cell(row - 1, column - 1 - b)]
            scores[b] = sum
        }
        sum = .zero
        var rows = LinkScores(repeating: SIMD4(repeating: BeadPriors.impossible))
        for a in 0..<min(4, row) {
            guard column <= band.upper[row - a] else { break }
            sum += grid.toSource[band.cell(row - 1 - a, column - 1)]
            rows[a] = sum
        }
        for b in 0..<4 {
            scores[b] += SIMD4(rows[0][b], rows[1][b], rows[2][b], rows[3][b])
        }
        return scores
    }

    /// A heading goes with headings: the share of sentences that are none on the other side costs.
    private func penalise(_ scores: inout LinkScores, _ row: Int, _ column: Int) {
        let groupSizes = SIMD4<Float>(1, 2, 3, 4)
        let source = sourceHeadings[row] / groupSizes
        for b in 0..<4 {
            let target = targetHeadings[column][b] / Float(b + 1)
            scores[b] -= Self.headingCost(source, target)
        }
    }

    /// - Parameters: which share of the sentences of each side are headings.
    @inline(__always)
    static func headingCost(_ source: SIMD4<Float>, _ target: Float) -> SIMD4<Float> {
        (source + target - source * target * 2) * headingPenalty
    }
}

/// Four times four numbers: element b-1, lane a-1.
struct LinkScores {
    private var first, second, third, fourth: SIMD4<Float>

    init(repeating value: SIMD4<Float> = SIMD4(repeating: BeadPriors.impossible)) {
        first = value
        second = value
        third = value
        fourth = value
    }

    @inline(__always)
    subscript(index: Int) -> SIMD4<Float> {
        get {
            switch index {
            case 0: first
            case 1: second
            case 2: third
            default: fourth
            }
        }
        set {
            switch index {
            case 0: first = newValue
            case 1: second = newValue
            case 2: third = newValue
            default: fourth = newValue
            }
        }
    }
}
