public import TextCore

/// What of an alignment still stands when its texts were edited.
public struct CarriedAlignment: Hashable, Sendable {
    /// Beads of the new texts in order, confirmed and automatic ones; the empty side of a bead says where it lies.
    public let settled: [Bead]
    /// True when they cover both texts, so that there is nothing to align again.
    public let isWhole: Bool
}

extension AlignmentRecord {
    /// A bead beside a changed place is looked at again, and so are those next to it while they are less sure than this.
    private static let sure = 0.9

    /// The cover in the order of both texts; the empty side of a bead says where it lies.
    ///
    /// A file that people edited may leave gaps or cross itself: what does not go forward is left out.
    public var path: [Bead] {
        var (bySource, additions) = ([Int: Bead](), [Int: Bead]())
        for bead in cover {
            if bead.source.isEmpty {
                additions[bead.target.lowerBound] = bead
            } else {
                bySource[bead.source.lowerBound] = bead
            }
        }
        var path: [Bead] = []
        var (source, target) = (0, 0)
        while source < self.source.sentences.count || target < self.target.sentences.count {
            if let bead = bySource[source], bead.target.isEmpty || bead.target.lowerBound == target
            {
                path.append(bead.placed(source, target))
                (source, target) = (bead.source.upperBound, target + bead.target.count)
            } else if let bead = additions[target] {
                path.append(bead.placed(source, target))
                target = bead.target.upperBound
            } else if let bead = bySource[source], bead.target.lowerBound > target {
                target += 1
            } else {
                source += 1
                if source > self.source.sentences.count { target += 1 }
            }
        }
        return path
    }

    /// Moves beads with their sentences to the texts of today.
    ///
    /// What was never aligned, what lost a sentence, and what stands beside a changed place, is not carried: it is to be
    /// aligned again between the beads that are.
    public func carried(forSource source: [Revision], target: [Revision]) -> CarriedAlignment {
        let sources = SequenceMatch.map(from: self.source.sentences, to: source)
        let targets = SequenceMatch.map(from: self.target.sentences, to: target)
        var places: [Bead?] = []
        var isTorn: [Bool] = []
        var cursor: Bead? = Bead(source: 0..<0, target: 0..<0, score: 1)
        func tear() { if !isTorn.isEmpty { isTorn[isTorn.count - 1] = true } }
        for bead in path {
            let place = Self.place(bead, after: cursor, sources, targets)
            let follows = place.map { cursor?.isFollowed(by: $0) ?? false } ?? false
            if !follows { tear() }
            places.append(place)
            isTorn.append(!follows)
            cursor = place
        }
        let end = Bead(
            source: source.count..<source.count, target: target.count..<target.count, score: 1)
        let reachesEnd = cursor?.isFollowed(by: end) ?? false
        if !reachesEnd { tear() }
        let isWhole = reachesEnd && !isTorn.contains(true)
        return CarriedAlignment(
            settled: Self.withoutDoubtful(places, isTorn), isWhole: isWhole)
    }

    /// Where a bead is now, or `nil`. One with an empty side is known by its place after the bead before.
    private static func place(
        _ bead: Bead, after last: Bead?, _ sources: [Int?], _ targets: [Int?]
    ) -> Bead? {
        // An aligner is never so unsure: these sentences were left over, not aligned.
        if bead.status == .auto && bead.score == 0 { return nil }
        if bead.isLink {
            guard let source = carried(bead.source, sources),
                let target = carried(bead.target, targets)
            else { return nil }
            return Bead(source: source, target: target, score: bead.score, status: bead.status)
        }
        guard let last else { return nil }
        let (source, target) = (last.source.upperBound, last.target.upperBound)
        let place = bead.placed(source, target)
        let isThere =
            bead.source.isEmpty
            ? carried(bead.target, targets) == place.target
            : carried(bead.source, sources) == place.source
        return isThere ? place : nil
    }

    private static func withoutDoubtful(_ places: [Bead?], _ isTorn: [Bool]) -> [Bead] {
        var isReleased = zip(places, isTorn).map { place, torn in
            place == nil || torn && place?.status == .auto
        }
        func spread(_ index: Int, from neighbour: Int) {
            guard isReleased[neighbour], let place = places[index], place.status == .auto,
                place.score < sure
            else { return }
            isReleased[index] = true
        }
        for index in places.indices.dropFirst() { spread(index, from: index - 1) }
        for index in places.indices.dropLast().reversed() { spread(index, from: index + 1) }
        return zip(places, isReleased).compactMap { place, released in released ? nil : place }
    }
}

extension Bead {
    /// The same bead where a path has come to; an empty side is empty there.
    fileprivate func placed(_ source: Int, _ target: Int) -> Bead {
        Bead(
            source: source..<source + self.source.count,
            target: target..<target + self.target.count, score: score, status: status)
    }

    fileprivate func isFollowed(by next: Bead) -> Bool {
        source.upperBound == next.source.lowerBound && target.upperBound == next.target.lowerBound
    }
}
