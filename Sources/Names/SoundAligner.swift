/// The cheapest alignment of two runs of sounds.
enum SoundAligner {
    /// What a comparison reads and writes; all rows lie in memory that the matcher keeps.
    struct Tables {
        let substitution: UnsafePointer<Float>
        let leftGap: UnsafePointer<Float>
        let rightGap: UnsafePointer<Float>
        /// Room for ``roomNeeded`` costs.
        let row: UnsafeMutablePointer<Float>
    }

    /// How much more it costs to lack the first sound: a name's beginning is what changes least.
    static let leadingGap: Float = 1.6

    static let roomNeeded = 2 * NameReading.longestToken * 4 + 1

    /// The sum of costs of the best way to turn `left` into `right`: sounds taken for each other, lacked or put in.
    ///
    /// Plain definition: `c[i][j] = min(c[i-1][j-1] + substitution, c[i-1][j] + gap, c[i][j-1] + gap)`, one row kept.
    ///
    /// - Returns: `ceiling` or more as soon as no alignment can cost less than that.
    static func cost(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ tables: Tables,
        ceiling: Float
    ) -> Float {
        let row = tables.row
        let width = right.count
        row[0] = 0
        for column in 0..<width {
            let weight = column == 0 ? leadingGap : 1
            row[column + 1] = row[column] + tables.rightGap[Int(right[column])] * weight
        }
        var weight = leadingGap
        for sound in left {
            let costs = tables.substitution + Int(sound) * SoundTable.stride
            let gap = tables.leftGap[Int(sound)]
            var diagonal = row[0]
            row[0] += gap * weight
            weight = 1
            var before = row[0]
            var least = before
            for column in 0..<width {
                let other = Int(right[column])
                let up = row[column + 1]
                var best = diagonal + costs[other]
                best = min(best, up + gap)
                best = min(best, before + tables.rightGap[other])
                row[column + 1] = best
                diagonal = up
                before = best
                least = min(least, best)
            }
            if least >= ceiling { return least }
        }
        return row[width]
    }
}
