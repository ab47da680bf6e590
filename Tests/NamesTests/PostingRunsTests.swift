import Testing

@testable import Names

struct PostingRunsTests {
    /// Plain definition: the entries of every gram, both in order.
    @Test(arguments: [1, 50, 1_000_000])
    func mergingGivesWhatSortingAllWould(pairsInMemory: Int) throws {
        var state: UInt64 = 5
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let storage = IndexInMemory()
        var runs = PostingRuns(pairsInMemory: pairsInMemory)
        var expected: [UInt32: [UInt32]] = [:]
        for entry in 0..<300 {
            let grams = Set(
                (0..<below(8)).map { _ in
                    below(4) == 0 ? UInt32.max - UInt32(below(3)) : UInt32(below(40)) << 20
                })
            for gram in grams { expected[gram, default: []].append(UInt32(entry)) }
            try runs.add(grams.sorted(), entry, storage)
        }
        var merged: [(UInt32, [UInt32])] = []
        try runs.merge(storage) { merged.append(($0, $1)) }
        #expect(merged.map(\.0) == expected.keys.sorted())
        #expect(merged.allSatisfy { expected[$0.0] == $0.1 })
    }

    @Test func nothingMergesToNothing() throws {
        var runs = PostingRuns()
        try runs.merge(IndexInMemory()) { _, _ in Issue.record("a gram out of nothing") }
    }
}
