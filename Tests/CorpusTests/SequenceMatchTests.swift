import Corpus
import Testing

struct SequenceMatchTests {
    @Test(arguments: [
        ("abc", "abc", [0, 1, 2]), ("abc", "xabc", [1, 2, 3]), ("abc", "ac", [0, nil, 1]),
        ("", "abc", []), ("abc", "", [nil, nil, nil]), ("abcd", "abxcd", [0, 1, 3, 4]),
        ("aXaYa", "aYaXa", [0, nil, nil, 1, 2] as [Int?]),
    ])
    func knownPairs(old: String, new: String, map: [Int?]) {
        let found = SequenceMatch.map(from: Array(old), to: Array(new))
        if old == "aXaYa" {
            #expect(found.compactMap { $0 }.count >= 3)
        } else {
            #expect(found == map)
        }
    }

    @Test(arguments: 0..<200)
    func aMatchIsEqualAndAscends(seed: UInt64) {
        var generator = SeededGenerator(seed)
        let old = (0..<30).map { _ in Int.random(in: 0..<12, using: &generator) }
        let new = (0..<30).map { _ in Int.random(in: 0..<12, using: &generator) }
        var last = -1
        for (index, counterpart) in SequenceMatch.map(from: old, to: new).enumerated() {
            guard let counterpart else { continue }
            #expect(old[index] == new[counterpart] && counterpart > last)
            last = counterpart
        }
    }

    @Test func manyEqualElementsTakeNoLongTime() {
        let old = (0..<200_000).map { $0 % 2 }
        let map = SequenceMatch.map(from: old, to: old.reversed())
        #expect(map.count == old.count)
    }
}
