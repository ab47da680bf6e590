/// What the aligner may do and how long it learns.
///
/// The defaults are those that measured best on development sets of four language pairs; a caller has a reason to
/// change bead sizes, seldom the rest.
public struct AlignmentOptions: Sendable {
    /// The most sentences on one side of a bead, 1 to 6.
    public var largestSide = 6
    /// The most sentences of a bead on both sides together, 2 to 8.
    public var largestBead = 8
    /// Rounds of learning after the first guess.
    public var passes = 4

    /// Whether sentences that stand in another order on the other side are looked for. Beads may cross then.
    public var findsMoves = false

    /// λ: the share of a word that its group of the other side does not explain.
    var backgroundShare: Float = 0.5
    /// r and m of `PlaceWeight`: how far from its place a word is looked for, in words, and what share of a near word's
    /// weight one at any distance keeps.
    var wordReach: Float = 6
    var farShare: Float = 0.1
    /// How many passes go without a closer look at the beads.
    var roughPasses = 1
    /// How much the length score counts beside the lexical one.
    var lengthWeight: Float = 0.8
    /// κ: what the prior lexicon weighs, in observations of a word.
    var priorCounts: Float = 5
    /// What is taken off every expected count, so that chance pairs vanish.
    var discount: Float = 0.9
    /// Rounds of Model 1 within a pass.
    var lexiconRounds = 8
    /// Posteriors below this teach nothing.
    var learningThreshold: Float = 0.15
    /// The most pairs of word occurrences that one pass learns from; it bounds memory.
    var learningBudget = 8_000_000
    /// Beads with more pairs of word occurrences teach nothing.
    var largestSample = 250_000
    /// Pairs with more cells than this are searched within a band.
    var fullSearchCells = 200_000
    /// Blocks of sentences are searched in full up to so many cells, and beyond within a band of blocks.
    var coarseCells = 60_000
    var coarseBand = 32
    /// Half the width of the band, in sentences, at first and once there is a path to follow.
    var firstBand = 64
    var laterBand = 32
    /// How many passes search their band anew by what the pass before has learned.
    var coarsePasses = 2
    /// The most passes beyond that where texts lack chapters of each other.
    var spreadingPasses = 4

    public init() {}
}
