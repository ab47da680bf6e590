internal import Corpus
internal import TextCore

/// What became of one sentence, or of a few that were split or merged, between two revisions of a text.
public struct SentenceChange: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case kept
        /// Says the same; case, punctuation, spaces or sentence ends differ.
        case form
        case edited, added, removed
        /// Stands elsewhere, unchanged.
        case moved
    }

    public let kind: Kind
    /// Sentences of the old text; empty for what was added. More than one were merged.
    public let old: Range<Int>
    /// Sentences of the new text; empty for what was removed. More than one were split.
    public let new: Range<Int>
    /// 0 to 1.
    public let similarity: Double

    /// True when a translation of the old text may no longer be right.
    public var isBehind: Bool { kind == .edited || kind == .added || kind == .removed }
}

/// The sentences of two revisions of a text, side by side.
///
/// Sentences that say the same are matched first (``SequenceMatch``). What lies between them is paired by similarity,
/// with one sentence against two where that fits better; what then stands alone on both sides but is equal has moved.
/// Time grows with the length of the texts, never with its square: between anchors only a band of pairs is compared.
public struct SentenceDiff: Sendable {
    /// Every sentence of both texts once, in order of the new text.
    public let changes: [SentenceChange]

    public init(old: [String], new: [String]) {
        let oldForms = old.map(SentenceForm.init)
        let newForms = new.map(SentenceForm.init)
        let map = SequenceMatch.map(from: oldForms.map(\.words), to: newForms.map(\.words))
        var changes: [SentenceChange] = []
        var (oldStart, newStart) = (0, 0)
        for (index, counterpart) in (map + [new.count]).enumerated() {
            guard let counterpart else { continue }
            let gap = SentenceGap(oldForms, oldStart..<index, newForms, newStart..<counterpart)
            changes += gap.changes()
            if index < old.count {
                let isSame = old[index].utf8.elementsEqual(new[counterpart].utf8)
                changes.append(
                    SentenceChange(
                        kind: isSame ? .kept : .form, old: index..<index + 1,
                        new: counterpart..<counterpart + 1, similarity: 1))
            }
            (oldStart, newStart) = (index + 1, counterpart + 1)
        }
        self.changes = Self.withMoves(changes, oldForms, newForms)
    }

    /// How many changes may leave a translation of the old text behind.
    public var behindCount: Int { changes.reduce(0) { $0 + ($1.isBehind ? 1 : 0) } }

    /// Turns a removal and an addition of one sentence into a move.
    private static func withMoves(
        _ changes: [SentenceChange], _ old: [SentenceForm], _ new: [SentenceForm]
    ) -> [SentenceChange] {
        var removed: [String: [Int]] = [:]
        for change in changes.reversed() where change.kind == .removed {
            for index in change.old { removed[old[index].words, default: []].append(index) }
        }
        var moved: Set<Int> = []
        let arrived = changes.map { change in
            guard change.kind == .added,
                let from = removed[new[change.new.lowerBound].words]?.popLast()
            else { return change }
            moved.insert(from)
            return SentenceChange(
                kind: .moved, old: from..<from + 1, new: change.new, similarity: 1)
        }
        return arrived.filter { $0.kind != .removed || !moved.contains($0.old.lowerBound) }
    }
}
