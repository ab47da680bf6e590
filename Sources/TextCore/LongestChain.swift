extension Array {
    /// As many elements as possible, in order, whose ranges go forward: none begins before the one before it ends.
    ///
    /// Patience sorting, n log n; of chains alike in length the one that ends first.
    public func longestChain(_ range: (Element) -> Range<Int>) -> [Element] {
        let ranges = map(range)
        // For each length of a chain, the end of the one that ends first.
        var ends: [Int] = []
        var before: [Int?] = []
        for (index, range) in ranges.enumerated() {
            let length = ends.partitioningIndex { ranges[$0].upperBound > range.lowerBound }
            before.append(length > 0 ? ends[length - 1] : nil)
            if length == ends.count {
                ends.append(index)
            } else if range.upperBound < ranges[ends[length]].upperBound {
                ends[length] = index
            }
        }
        var chain: [Element] = []
        var next = ends.last
        while let index = next {
            chain.append(self[index])
            next = before[index]
        }
        return chain.reversed()
    }
}
