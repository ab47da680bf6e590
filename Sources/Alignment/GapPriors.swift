internal import Glibc

/// How long gaps are entered and left.
///
/// A translation drops a sentence here and there, which is a bead of its own price, and sometimes a chapter: rare, but
/// once there, the next sentence is missing as well. So a way through the lattice is in one of three states, and what a
/// long gap costs hardly grows with its length. An omission comes before an addition, or each pair of gaps would be
/// counted in thousands of orders.
struct GapPriors: Sendable {
    enum State {
        /// Links, and sentences dropped one by one.
        static let text = 0
        static let omission = 1
        static let addition = 2
    }

    /// Element t, lane f: log p(a bead in state t follows one in f). The fourth lane is not used.
    let entries: [SIMD4<Double>]

    /// What a way through that does not exist weighs.
    static let impossible = -1e30
    /// Ways this much worse (in log) than the best to a node add nothing that a probability would show.
    static let negligible = 20.0
    /// Beside a node's states, the lane for links that begin there.
    static let entry = 3

    private static let never = 1e-30
    /// How likely a bead is followed by a long gap.
    private static let entering = 1e-5
    /// The share of long omissions that a long addition follows.
    private static let turning = 0.15

    static let firstLeaving = 0.5
    /// A text with fewer sentences, both sides together, has no chapters to lack.
    static let smallestText = 100

    /// How likely a long gap ends, by what is known of the words.
    ///
    /// - Parameter isCertain: whether the pass found most of its links beyond doubt.
    static func leaving(afterPass pass: Int, isCertain: Bool) -> Double {
        switch pass {
        case _ where !isCertain: firstLeaving
        case ..<2: firstLeaving
        case 2: 0.1
        default: 0.05
        }
    }

    /// - Parameter leaving: how likely a long gap ends after each sentence; the less is known of the words, the more
    ///   stretches look like gaps, and the likelier they must be to end. `nil` for no long gaps at all.
    init(leaving: Double?) {
        let enter = leaving == nil ? Self.never : Self.entering
        let leave = leaving ?? 0.5
        let turn = leave * Self.turning
        entries = [
            SIMD4(log(1 - 2 * enter), log(leave), log(leave), Self.impossible),
            SIMD4(log(enter), log(1 - leave - turn), Self.impossible, Self.impossible),
            SIMD4(log(enter), log(turn), log(1 - leave), Self.impossible),
        ]
    }

    /// log of all ways to a node that go on in a state; one lane each for the states they are in.
    @inline(__always)
    func sum(of sums: SIMD4<Double>, entering state: Int) -> Double {
        Self.logSum(sums + entries[state])
    }

    /// The best of them, and the state it is in.
    @inline(__always)
    func best(of best: SIMD4<Double>, entering state: Int) -> (score: Double, state: UInt8) {
        let ways = best + entries[state]
        var before = 0
        for lane in 1..<3 where ways[lane] > ways[before] { before = lane }
        return (ways[before], UInt8(before))
    }

    /// How much of what goes on in a state came through each state.
    @inline(__always)
    func shares(of sums: SIMD4<Double>, entering state: Int) -> SIMD4<Float> {
        let ways = sums + entries[state]
        let total = Self.logSum(ways)
        var shares = SIMD4<Float>.zero
        for lane in 0..<3 where ways[lane] > total - Self.negligible {
            shares[lane] = Float(exp(ways[lane] - total))
        }
        return shares
    }

    /// log Σ exp of the first three lanes.
    @inline(__always)
    static func logSum(_ x: SIMD4<Double>) -> Double {
        let top = max(x[0], x[1], x[2])
        guard top > impossible / 2 else { return impossible }
        var sum = 0.0
        for lane in 0..<3 where x[lane] > top - negligible { sum += exp(x[lane] - top) }
        return sum > 1 ? top + log(sum) : top
    }
}
