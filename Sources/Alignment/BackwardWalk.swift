/// What the way back through a lattice gathers.
struct BackwardWalk {
    /// By node, a lane a state: the probability that it is passed.
    var passing: [SIMD4<Float>]
    /// Where the best way is, and in which state.
    private(set) var node: Int
    var state = GapPriors.State.text
    private(set) var beads: [WeightedBead] = []
    private(set) var path: [WeightedBead] = []
    var passed = PassedNodes()
    /// The beads with one side that end at the node in hand.
    var dropped = Dropped()
    private let threshold: Float

    /// Where the best way comes from.
    struct Before {
        let node: Int
        let state: UInt8
    }

    struct Dropped {
        private(set) var omission = Way()
        private(set) var addition = Way()

        struct Way {
            var weight: Float = 0
            /// Where the best way takes it.
            var before: Before?
        }

        mutating func add(isOmission: Bool, _ weight: Float, _ before: Before?) {
            if isOmission {
                omission = Self.sum(omission, weight, before)
            } else {
                addition = Self.sum(addition, weight, before)
            }
        }

        private static func sum(_ way: Way, _ weight: Float, _ before: Before?) -> Way {
            Way(weight: way.weight + weight, before: before ?? way.before)
        }
    }

    /// Less than this flows nowhere.
    static let least: Float = 1e-7

    init(nodeCount: Int, _ threshold: Float) {
        passing = Array(repeating: .zero, count: nodeCount)
        node = nodeCount - 1
        self.threshold = threshold
    }

    @inline(__always)
    mutating func flow(_ weight: Float, _ shares: SIMD4<Float>, to node: Int) {
        passing[node] += shares * weight
    }

    /// - Parameter before: what comes before the bead where the best way takes it.
    @inline(__always)
    mutating func add(_ bead: WeightedBead, _ before: Before?) {
        if bead.weight > threshold { beads.append(bead) }
        guard let before else { return }
        path.append(bead)
        node = before.node
        state = Int(before.state)
    }
}
