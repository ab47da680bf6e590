import Testing
import TextCore

struct BinarySearchTests {
    @Test func agreesWithLookingAtEach() {
        for count in 0..<20 {
            let numbers = (0..<count).map { $0 * 2 }
            for limit in -1...count * 2 + 1 {
                let expected = numbers.firstIndex { $0 >= limit } ?? numbers.endIndex
                #expect(numbers.partitioningIndex { $0 >= limit } == expected)
                let slice = numbers.dropFirst(3)
                #expect(
                    slice.partitioningIndex { $0 >= limit }
                        == slice.firstIndex { $0 >= limit } ?? slice.endIndex)
            }
        }
    }
}
