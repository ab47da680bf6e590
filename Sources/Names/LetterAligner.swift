/// The cheapest way to write letters of one script with Latin ones.
struct LetterAligner {
    let costs: LetterCosts
    /// Room for ``roomNeeded`` costs.
    let room: UnsafeMutablePointer<Float>

    /// Longer words are cut; two of them may be compared with one.
    static let longest = 24
    private static let stride = 2 * longest + 5
    /// Three rows of costs.
    static let roomNeeded = 3 * stride

    /// The cost a letter, where 1 stands for an even chance; `ceiling` or more as soon as it cannot be less.
    func cost(
        _ word: LetterRun, _ places: Range<Int>, _ latin: LetterRun, _ columns: Range<Int>,
        ceiling: Float
    ) -> Float {
        let scale = Self.scale(places.count, columns.count) * costs.even
        return sum(word, places, latin, columns, ceiling: ceiling * scale) / scale
    }

    /// What a word's cost is divided by: about its number of letters.
    static func scale(_ letters: Int, _ latin: Int) -> Float {
        max(2, Float(letters + latin) / 2)
    }

    /// The sum of costs of the best way to cut both words into chunks that stand for each other.
    ///
    /// Plain definition: `c[i+a][j+b] = min(c[i][j] + cost of a letters for b)`, over all chunks that start at `i, j`;
    /// three rows are kept.
    private func sum(
        _ word: LetterRun, _ places: Range<Int>, _ latin: LetterRun, _ columns: Range<Int>,
        ceiling: Float
    ) -> Float {
        let width = columns.count
        for place in 0..<3 * Self.stride { room[place] = .infinity }
        room[0] = 0
        for row in 0..<places.count {
            let here = room + row % 3 * Self.stride
            let next = room + (row + 1) % 3 * Self.stride
            let afterNext = room + (row + 2) % 3 * Self.stride
            let one = Int(word.ones[places.lowerBound + row])
            let two = Int(word.twos[places.lowerBound + row])
            let omission = costs.omission[one]
            var least = Float.infinity
            for column in 0..<width {
                let cost = here[column]
                least = min(least, cost)
                let window = latin.windows[columns.lowerBound + column]
                let first = Int(window & 31)
                here[column + 1] = min(here[column + 1], cost + costs.addition[first])
                next[column] = min(next[column], cost + omission)
                next[column + 1] = min(next[column + 1], cost + LetterCosts.unknownChange)
                follow(one, window, first, cost, next + column)
                if two != 0 { follow(two, window, first, cost, afterNext + column) }
            }
            least = min(least, here[width])
            next[width] = min(next[width], here[width] + omission)
            if least >= ceiling { return least }
            for column in 0...width + 4 { here[column] = .infinity }
        }
        let last = room + places.count % 3 * Self.stride
        for column in 0..<width {
            let first = Int(latin.windows[columns.lowerBound + column] & 31)
            last[column + 1] = min(last[column + 1], last[column] + costs.addition[first])
        }
        return last[width]
    }

    /// Tries all ways to write a chunk where the Latin word goes on with `window`.
    @inline(__always)
    private func follow(
        _ chunk: Int, _ window: UInt32, _ first: Int, _ cost: Float,
        _ row: UnsafeMutablePointer<Float>
    ) {
        let start = Int(costs.starts[chunk * 27 + first])
        let end = Int(costs.starts[chunk * 27 + first + 1])
        for place in start..<end {
            let way = costs.ways[place]
            guard window & way.mask == way.latin else { continue }
            let count = Int(way.count)
            row[count] = min(row[count], cost + way.cost)
        }
    }
}
