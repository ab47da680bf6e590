internal import TextCore

/// Finds what two sequences have in common, in order.
///
/// Elements that occur once on both sides are anchors, the longest increasing run of them is kept (patience diff), and
/// from each anchor the match grows while neighbours are equal. Time is n log n whatever the input; the plain
/// definition of a longest common subsequence would be quadratic.
public enum SequenceMatch {
    /// For each element of `old` the index of its counterpart in `new`; indices that are not `nil` ascend.
    public static func map<Element: Hashable>(from old: [Element], to new: [Element]) -> [Int?] {
        var map = [Int?](repeating: nil, count: old.count)
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] {
            map[start] = start
            start += 1
        }
        var (oldEnd, newEnd) = (old.count, new.count)
        while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
            map[oldEnd] = newEnd
        }
        var (oldFrom, newFrom) = (start, start)
        for (oldAnchor, newAnchor) in anchors(old, start..<oldEnd, new, start..<newEnd) {
            grow(&map, old, oldFrom..<oldAnchor, new, newFrom..<newAnchor)
            map[oldAnchor] = newAnchor
            (oldFrom, newFrom) = (oldAnchor + 1, newAnchor + 1)
        }
        grow(&map, old, oldFrom..<oldEnd, new, newFrom..<newEnd)
        return map
    }

    /// Matches equal neighbours from both ends of a gap between anchors.
    private static func grow<Element: Hashable>(
        _ map: inout [Int?], _ old: [Element], _ oldGap: Range<Int>, _ new: [Element],
        _ newGap: Range<Int>
    ) {
        var (i, j) = (oldGap.lowerBound, newGap.lowerBound)
        while i < oldGap.upperBound, j < newGap.upperBound, old[i] == new[j] {
            map[i] = j
            i += 1
            j += 1
        }
        var (k, l) = (oldGap.upperBound, newGap.upperBound)
        while k > i, l > j, old[k - 1] == new[l - 1] {
            k -= 1
            l -= 1
            map[k] = l
        }
    }

    private static func anchors<Element: Hashable>(
        _ old: [Element], _ oldRange: Range<Int>, _ new: [Element], _ newRange: Range<Int>
    ) -> [(Int, Int)] {
        let unique = uniques(new, newRange)
        let pairs = uniques(old, oldRange).compactMap { element, index in
            unique[element].map { (index, $0) }
        }.sorted { $0.0 < $1.0 }
        return pairs.longestChain { $0.1..<$0.1 + 1 }
    }

    private static func uniques<Element: Hashable>(
        _ elements: [Element], _ range: Range<Int>
    ) -> [Element: Int] {
        var places: [Element: Int] = [:]
        for index in range { places[elements[index]] = places[elements[index]] == nil ? index : -1 }
        return places.filter { $0.value >= 0 }
    }
}
