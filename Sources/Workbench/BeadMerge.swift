internal import TextCore

/// New beads under old decisions.
struct BeadMerge {
    private let decisions: [Bead]

    init(_ decisions: [Bead]) { self.decisions = decisions }

    /// Confirmed beads replace what overlaps them; what that leaves uncovered stands alone. Rejected beads are kept as
    /// records, and a new bead equal to one falls apart into its sentences.
    func applied(to beads: [Bead]) -> [Bead] {
        let confirmed = decisions.filter { $0.status == .confirmed }
        let rejected = decisions.filter { $0.status == .rejected }
        let sources = Set(confirmed.flatMap { Array($0.source) })
        let targets = Set(confirmed.flatMap { Array($0.target) })
        let spans = Set(rejected.map { [$0.source, $0.target] })
        var merged = confirmed + rejected
        for bead in beads where bead.status != .rejected {
            let isFree =
                bead.source.allSatisfy { !sources.contains($0) }
                && bead.target.allSatisfy { !targets.contains($0) }
            if isFree && !spans.contains([bead.source, bead.target]) {
                merged.append(bead)
            } else {
                merged += Self.alone(bead, sources, targets)
            }
        }
        return merged
    }

    private static func alone(_ bead: Bead, _ sources: Set<Int>, _ targets: Set<Int>) -> [Bead] {
        bead.source.filter { !sources.contains($0) }.map {
            Bead(source: $0..<$0 + 1, target: 0..<0, score: 0)
        }
            + bead.target.filter { !targets.contains($0) }.map {
                Bead(source: 0..<0, target: $0..<$0 + 1, score: 0)
            }
    }
}
