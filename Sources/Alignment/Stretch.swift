internal import TextCore

/// A part of a pair that is aligned by itself: what lies between two locks, or one lock.
struct Stretch: Sendable {
    let source: EncodedSide
    let target: EncodedSide
    let sourceStart: Int
    let targetStart: Int
    /// The one bead over all its sentences that is not looked at again.
    let lock: Bead?
    /// Beads that a person has rejected, in the stretch's own numbering.
    let rejected: Set<ShapeAt>

    var isLock: Bool { lock != nil }

    /// A bead by where it ends and what it takes.
    struct ShapeAt: Hashable, Sendable {
        let sourceEnd: Int
        let targetEnd: Int
        let shape: BeadShape
    }

    init(source: EncodedSide, target: EncodedSide) {
        self.init(
            source: source, target: target, sourceStart: 0, targetStart: 0, lock: nil,
            rejected: [])
    }

    private init(
        source: EncodedSide, target: EncodedSide, sourceStart: Int, targetStart: Int,
        lock: Bead?, rejected: Set<ShapeAt>
    ) {
        self.source = source
        self.target = target
        self.sourceStart = sourceStart
        self.targetStart = targetStart
        self.lock = lock
        self.rejected = rejected
    }

    /// The words of both sides of a bead.
    func wordCount(_ bead: WeightedBead) -> Int {
        source.words(of: bead.source).count + target.words(of: bead.target).count
    }

    /// How odd the lengths of a bead are, in deviations; 0 where one side is empty.
    func misfit(_ bead: WeightedBead, _ length: LengthModel) -> Float {
        guard bead.isLink else { return 0 }
        return length.misfit(
            source.lengths[bead.source].reduce(0, +), target.lengths[bead.target].reduce(0, +))
    }

    /// A bead in the numbering of the whole text.
    func placed(_ bead: WeightedBead) -> WeightedBead {
        bead.moved(by: LatticeNode(row: sourceStart, column: targetStart))
    }

    func isRejected(_ end: LatticeNode, _ shape: BeadShape) -> Bool {
        rejected.contains(ShapeAt(sourceEnd: end.row, targetEnd: end.column, shape: shape))
    }

    /// Some sentences of each side alone, numbered from 0.
    func part(_ sources: Range<Int>, _ targets: Range<Int>) -> Stretch {
        let rejected = rejected.filter {
            $0.sourceEnd <= sources.upperBound && $0.targetEnd <= targets.upperBound
                && $0.sourceEnd - $0.shape.source >= sources.lowerBound
                && $0.targetEnd - $0.shape.target >= targets.lowerBound
        }
        return Stretch(
            source: source.slice(sources), target: target.slice(targets),
            sourceStart: sourceStart + sources.lowerBound,
            targetStart: targetStart + targets.lowerBound, lock: nil,
            rejected: Set(
                rejected.map {
                    ShapeAt(
                        sourceEnd: $0.sourceEnd - sources.lowerBound,
                        targetEnd: $0.targetEnd - targets.lowerBound, shape: $0.shape)
                }))
    }

    /// Cuts a pair at its locks.
    static func cut(
        _ source: EncodedSide, _ target: EncodedSide, _ earlier: [Bead], settled: [Bead] = []
    ) -> [Stretch] {
        let rejected = earlier.filter { $0.status == .rejected }
        var stretches: [Stretch] = []
        var (sourceEnd, targetEnd) = (0, 0)
        func add(_ sources: Range<Int>, _ targets: Range<Int>, _ lock: Bead?) {
            guard !sources.isEmpty || !targets.isEmpty else { return }
            stretches.append(
                Stretch(
                    source: source.slice(sources), target: target.slice(targets),
                    sourceStart: sources.lowerBound, targetStart: targets.lowerBound,
                    lock: lock, rejected: lock != nil ? [] : within(sources, targets, rejected)))
        }
        let confirmed = locks(earlier, source.count, target.count)
        for lock in merged(confirmed, settled, source.count, target.count) {
            add(sourceEnd..<lock.source.lowerBound, targetEnd..<lock.target.lowerBound, nil)
            add(lock.source, lock.target, lock)
            (sourceEnd, targetEnd) = (lock.source.upperBound, lock.target.upperBound)
        }
        add(sourceEnd..<source.count, targetEnd..<target.count, nil)
        return stretches
    }

    /// Both texts whole, without locks.
    static func whole(_ source: EncodedSide, _ target: EncodedSide, _ earlier: [Bead]) -> Stretch {
        let (sources, targets) = (0..<source.count, 0..<target.count)
        let rejected = earlier.filter { $0.status == .rejected }
        return Stretch(
            source: source, target: target, sourceStart: 0, targetStart: 0, lock: nil,
            rejected: within(sources, targets, rejected))
    }

    /// The confirmed beads that go forward together, as many as possible, in order.
    static func locks(_ earlier: [Bead], _ sourceCount: Int, _ targetCount: Int) -> [Bead] {
        confirmed(earlier, sourceCount, targetCount).longestChain(\.target)
    }

    /// The confirmed links that cross those that go forward and share no sentence with them.
    static func crossing(_ earlier: [Bead], _ sourceCount: Int, _ targetCount: Int) -> [Bead] {
        let locks = Set(locks(earlier, sourceCount, targetCount))
        var targets = Set(locks.flatMap(\.target))
        return confirmed(earlier, sourceCount, targetCount).filter { bead in
            guard bead.isLink, !locks.contains(bead), targets.isDisjoint(with: bead.target) else {
                return false
            }
            targets.formUnion(bead.target)
            return true
        }
    }

    /// The confirmed beads within the texts by their source sentences, none of which two share.
    private static func confirmed(
        _ earlier: [Bead], _ sourceCount: Int, _ targetCount: Int
    ) -> [Bead] {
        var sourceEnd = 0
        return earlier.filter { $0.status == .confirmed }
            .sorted {
                ($0.source.lowerBound, $0.target.lowerBound, $0.source.count)
                    < ($1.source.lowerBound, $1.target.lowerBound, $1.source.count)
            }
            .filter { bead in
                guard bead.source.lowerBound >= sourceEnd, bead.source.upperBound <= sourceCount,
                    bead.target.lowerBound >= 0, bead.target.upperBound <= targetCount
                else { return false }
                sourceEnd = bead.source.upperBound
                return true
            }
    }

    /// Confirmed beads in order, and between them the settled ones that fit there.
    private static func merged(
        _ confirmed: [Bead], _ settled: [Bead], _ sourceCount: Int, _ targetCount: Int
    ) -> [Bead] {
        let end = Bead(
            source: sourceCount..<sourceCount, target: targetCount..<targetCount, score: 1)
        var merged: [Bead] = []
        var (sourceEnd, targetEnd, next) = (0, 0, 0)
        for lock in confirmed + [end] {
            while next < settled.count {
                let bead = settled[next]
                if bead.source.lowerBound >= lock.source.upperBound,
                    bead.target.lowerBound >= lock.target.upperBound
                {
                    break
                }
                next += 1
                guard bead.source.lowerBound >= sourceEnd, bead.target.lowerBound >= targetEnd,
                    bead.source.upperBound <= lock.source.lowerBound,
                    bead.target.upperBound <= lock.target.lowerBound
                else { continue }
                merged.append(bead)
                (sourceEnd, targetEnd) = (bead.source.upperBound, bead.target.upperBound)
            }
            if lock != end { merged.append(lock) }
            (sourceEnd, targetEnd) = (lock.source.upperBound, lock.target.upperBound)
        }
        return merged
    }

    private static func within(
        _ sources: Range<Int>, _ targets: Range<Int>, _ rejected: [Bead]
    ) -> Set<ShapeAt> {
        var set: Set<ShapeAt> = []
        // Leaving a sentence out cannot be forbidden, or there might be no way through.
        for bead in rejected
        where bead.isLink && bead.source.lowerBound >= sources.lowerBound
            && bead.source.upperBound <= sources.upperBound
            && bead.target.lowerBound >= targets.lowerBound
            && bead.target.upperBound <= targets.upperBound
        {
            set.insert(
                ShapeAt(
                    sourceEnd: bead.source.upperBound - sources.lowerBound,
                    targetEnd: bead.target.upperBound - targets.lowerBound,
                    shape: BeadShape(source: bead.source.count, target: bead.target.count)))
        }
        return set
    }
}
