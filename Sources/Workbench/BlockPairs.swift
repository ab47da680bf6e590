internal import TextCore

/// The paragraphs of two aligned versions that belong together: as few of each as no bead crosses.
struct BlockPairs {
    struct Pair {
        /// Sentences of each side.
        let source: Range<Int>
        let target: Range<Int>
        /// Links, and sentences of the source without a counterpart; counted from the first sentence of the pair.
        let beads: [Bead]
    }

    private(set) var pairs: [Pair] = []
    private let source: VersionReading
    private let target: VersionReading
    /// The target's sentences that a link has.
    private let linked: Set<Int>

    /// - Parameter beads: a cover of both; links may cross.
    init(_ beads: [Bead], _ source: VersionReading, _ target: VersionReading) {
        self.source = source
        self.target = target
        linked = Set(beads.filter(\.isLink).flatMap { Array($0.target) })
        let ordered = beads.filter { !$0.source.isEmpty }.sorted {
            $0.source.lowerBound < $1.source.lowerBound
        }
        var group = Group(from: 0, to: 0)
        for bead in ordered where bead.source.lowerBound >= group.source.lowerBound {
            group.add(bead)
            extendToBlockEnd(&group)
            guard isWhole(group) else { continue }
            pairs.append(group.pair)
            group = Group(from: group.source.upperBound, to: group.target.upperBound)
        }
        if !group.beads.isEmpty { pairs.append(group.pair) }
    }

    /// Takes in what the translation added to the paragraph.
    private func extendToBlockEnd(_ group: inout Group) {
        var end = group.target.upperBound
        while !target.isBlockEnd(end), !linked.contains(end) { end += 1 }
        group.target = group.target.lowerBound..<end
    }

    /// Both sides end with a paragraph, and no sentence between is linked with one outside.
    private func isWhole(_ group: Group) -> Bool {
        source.isBlockEnd(group.source.upperBound) && target.isBlockEnd(group.target.upperBound)
            && group.target.reduce(0) { $0 + (linked.contains($1) ? 1 : 0) } == group.linkedCount
    }
}

/// Beads in the order of the source until they close.
private struct Group {
    var source: Range<Int>
    var target: Range<Int>
    var beads: [Bead] = []
    var linkedCount = 0

    init(from: Int, to: Int) {
        source = from..<from
        target = to..<to
    }

    mutating func add(_ bead: Bead) {
        source = source.lowerBound..<max(source.upperBound, bead.source.upperBound)
        beads.append(bead)
        guard bead.isLink else { return }
        linkedCount += bead.target.count
        target =
            min(
                target.lowerBound, bead.target.lowerBound)..<max(
                target.upperBound, bead.target.upperBound)
    }

    var pair: BlockPairs.Pair {
        BlockPairs.Pair(
            source: source, target: target,
            beads: beads.map { bead in
                let start = bead.isLink ? bead.target.lowerBound - target.lowerBound : 0
                return Bead(
                    source: bead.source.lowerBound - source.lowerBound..<bead.source.upperBound
                        - source.lowerBound,
                    target: start..<start + bead.target.count, score: bead.score,
                    status: bead.status)
            })
    }
}

extension VersionReading {
    /// A block ends before the sentence.
    fileprivate func isBlockEnd(_ sentence: Int) -> Bool {
        sentence == 0 || sentence >= sentences.count
            || sentences[sentence].block != sentences[sentence - 1].block
    }
}
