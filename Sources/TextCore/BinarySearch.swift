extension RandomAccessCollection {
    /// The first index from which on every element fulfils a condition; `endIndex` where none does.
    ///
    /// - Parameter isBehind: false for the first elements and true for all that follow; asked O(log n) times.
    @inlinable
    public func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
        var (low, count) = (startIndex, self.count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if isBehind(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
