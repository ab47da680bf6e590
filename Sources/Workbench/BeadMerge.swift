internal import TextCore

/// New beads under what people decided.
struct BeadMerge {
    private let decisions: [Bead]

    init(_ decisions: [Bead]) { self.decisions = decisions.filter { $0.status != .auto } }

    /// The decisions with one more, which goes before older ones that it contradicts.
    func deciding(_ bead: Bead) -> BeadMerge {
        BeadMerge(
            decisions.filter { old in
                let isSame = old.source == bead.source && old.target == bead.target
                let isRival = old.status == .confirmed && bead.status == .confirmed
                return !isSame && !(isRival && Self.overlap(old, bead))
            } + [bead])
    }

    /// Confirmed beads replace what overlaps them; what that leaves uncovered stands alone. Rejected beads are kept as
    /// records, and a new bead equal to one falls apart into its sentences. Only what was decided here counts as
    /// decided.
    func applied(to beads: [Bead]) -> [Bead] {
        let confirmed = decisions.filter { $0.status == .confirmed }
        let rejected = Set(
            decisions.filter { $0.status == .rejected }.map { [$0.source, $0.target] })
        let sources = Set(confirmed.flatMap { Array($0.source) })
        let targets = Set(confirmed.flatMap { Array($0.target) })
        var merged = decisions
        for bead in beads where bead.status != .rejected {
            let isFree =
                bead.source.allSatisfy { !sources.contains($0) }
                && bead.target.allSatisfy { !targets.contains($0) }
            if isFree && !rejected.contains([bead.source, bead.target]) {
                merged.append(Bead(source: bead.source, target: bead.target, score: bead.score))
            } else {
                merged += Self.alone(bead, sources, targets)
            }
        }
        return merged
    }

    private static func overlap(_ a: Bead, _ b: Bead) -> Bool {
        a.source.overlaps(b.source) || a.target.overlaps(b.target)
    }

    /// Beads that cover a part of two texts, with every other sentence by itself: it is still to be aligned.
    static func filled(_ beads: [Bead], _ sources: Int, _ targets: Int) -> [Bead] {
        beads
            + alone(
                Bead(source: 0..<sources, target: 0..<targets, score: 0),
                Set(beads.flatMap { Array($0.source) }), Set(beads.flatMap { Array($0.target) }))
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
