internal import TextCore

/// Puts beads that cross others among those in order.
enum MovedBeads {
    /// - Parameters:
    ///   - moved: no two share a sentence.
    ///   - beads: in order; together they hold every sentence once.
    /// - Returns: beads that hold every sentence once, in the order of the source; one that loses sentences to a moved
    ///   one falls apart. Sentences that only the target has follow the bead that they followed.
    static func inserted(_ moved: [Bead], into beads: [Bead]) -> [Bead] {
        guard !moved.isEmpty else { return beads }
        let sources = Set(moved.flatMap(\.source))
        let targets = Set(moved.flatMap(\.target))
        var waiting = moved.sorted { $0.source.lowerBound > $1.source.lowerBound }
        var result: [Bead] = []
        for bead in beads {
            while let next = waiting.last, next.source.lowerBound < bead.source.upperBound {
                result.append(waiting.removeLast())
            }
            if bead.source.contains(where: sources.contains)
                || bead.target.contains(where: targets.contains)
            {
                result += rest(of: bead, sources, targets)
            } else {
                result.append(bead)
            }
        }
        return result + waiting.reversed()
    }

    /// The sentences that a bead has left, each by itself.
    private static func rest(
        of bead: Bead, _ sources: Set<Int>, _ targets: Set<Int>
    ) -> [Bead] {
        bead.source.filter { !sources.contains($0) }.map {
            Bead(
                source: $0..<$0 + 1, target: bead.target.lowerBound..<bead.target.lowerBound,
                score: 0.5)
        }
            + bead.target.filter { !targets.contains($0) }.map {
                Bead(
                    source: bead.source.upperBound..<bead.source.upperBound, target: $0..<$0 + 1,
                    score: 0.5)
            }
    }
}
