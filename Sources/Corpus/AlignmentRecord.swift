public import TextCore

/// One side of a stored alignment: which text it was made for.
public struct AlignedSide: Hashable, Sendable {
    public let version: VersionKey
    public let revision: Revision
    /// A digest of each sentence, so that beads can be carried over when the text was edited.
    public let sentences: [Revision]

    public init(version: VersionKey, revision: Revision, sentences: [Revision]) {
        self.version = version
        self.revision = revision
        self.sentences = sentences
    }
}

/// `alignments/en--ru.json`: the beads between two versions of an article.
public struct AlignmentRecord: Hashable, Sendable {
    public let source: AlignedSide
    public let target: AlignedSide
    /// Those that are not rejected cover every sentence once, in order; rejected ones are kept beside them.
    public let beads: [Bead]
    var other: JSONFields = [:]

    public init(source: AlignedSide, target: AlignedSide, beads: [Bead]) {
        self.source = source
        self.target = target
        self.beads = beads.sorted {
            ($0.source.lowerBound, $0.target.lowerBound, $0.source.upperBound, $0.target.upperBound)
                < (
                    $1.source.lowerBound, $1.target.lowerBound, $1.source.upperBound,
                    $1.target.upperBound
                )
        }
    }

    /// What the alignment says.
    public var cover: [Bead] { beads.filter { $0.status != .rejected } }
    /// What a person decided: locks, and links that must not come back.
    public var decisions: [Bead] { beads.filter { $0.status != .auto } }

    /// The number of source and of target sentences that have a counterpart.
    public var linked: (source: Int, target: Int) {
        cover.filter(\.isLink).reduce(into: (0, 0)) { sum, bead in
            sum.0 += bead.source.count
            sum.1 += bead.target.count
        }
    }

    /// The decisions that still stand when the texts have the given sentences: those whose sentences are all still
    /// there, side by side.
    public func decisions(forSource source: [Revision], target: [Revision]) -> [Bead] {
        let sources = SequenceMatch.map(from: self.source.sentences, to: source)
        let targets = SequenceMatch.map(from: self.target.sentences, to: target)
        return decisions.compactMap { bead in
            guard let source = Self.carried(bead.source, sources),
                let target = Self.carried(bead.target, targets)
            else { return nil }
            return Bead(source: source, target: target, score: bead.score, status: bead.status)
        }
    }

    static func carried(_ range: Range<Int>, _ map: [Int?]) -> Range<Int>? {
        guard !range.isEmpty else { return 0..<0 }
        guard range.upperBound <= map.count, let first = map[range.lowerBound] else { return nil }
        for (offset, index) in range.enumerated() where map[index] != first + offset { return nil }
        return first..<first + range.count
    }
}
