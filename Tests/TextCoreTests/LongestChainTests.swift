import Testing
import TextCore

struct LongestChainTests {
    /// Against every choice of elements, for lists of ranges from a seeded generator; empty and equal ones are among them.
    @Test func agreesWithTryingAll() {
        var state: UInt64 = 7
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<300 {
            let ranges = (0..<random(9)).map { _ in
                let start = random(10)
                return start..<start + random(4)
            }
            let chain = ranges.longestChain { $0 }
            #expect(goesForward(chain))
            let longest = (0..<1 << ranges.count).map { choice in
                ranges.indices.filter { choice >> $0 & 1 == 1 }.map { ranges[$0] }
            }.filter(goesForward).map(\.count).max()
            #expect(chain.count == longest)
        }
    }

    private func goesForward(_ ranges: [Range<Int>]) -> Bool {
        zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
    }
}
