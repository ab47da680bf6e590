public import Corpus
internal import Quotes
internal import TextCore

/// Finds the renderings of one utterance over the versions of an article.
///
/// The beads of the stored alignments lead from a quote's sentences to those of another version; the quotes that stand
/// there compete by speaker, form, place and length. Links between pairs of versions are joined to groups.
public struct UtteranceGrouper {
    private struct Node: Hashable {
        let version: Int
        let rendering: Int
    }

    private let versions: [VersionQuotes]
    private let renderings: [[Rendering]]

    public init(_ versions: [VersionQuotes]) {
        self.versions = versions
        renderings = versions.map(Self.renderings)
    }

    /// - Parameter alignments: those between any of the versions.
    /// - Returns: in the order in which they come in the first version that has them; single renderings too.
    public func utterances(_ alignments: [AlignmentRecord]) -> [Utterance] {
        var groups = DisjointSets<Node>()
        for (version, own) in renderings.enumerated() {
            for index in own.indices { groups.add(Node(version: version, rendering: index)) }
        }
        for record in alignments { link(record, &groups) }
        return groups.groups.map { nodes in
            let found = nodes.map { renderings[$0.version][$0.rendering] }
                .sorted { ($0.version, $0.span) < ($1.version, $1.span) }
            let texts = nodes.map { versions[$0.version] }
            return Utterance(
                renderings: found, differences: UtteranceComparison(found, texts).differences)
        }
    }

    /// Pieces of one split quotation are one rendering.
    private static func renderings(_ version: VersionQuotes) -> [Rendering] {
        var order: [Int] = []
        var pieces: [Int: [Quote]] = [:]
        for quote in version.quotes {
            if pieces[quote.group] == nil { order.append(quote.group) }
            pieces[quote.group, default: []].append(quote)
        }
        return order.compactMap { group in
            guard let quotes = pieces[group], let first = quotes.first else { return nil }
            let span = quotes.dropFirst().reduce(first.span) { $0.union($1.span) }
            return Rendering(
                version: version.version, quotes: quotes,
                sentences: sentences(span, version.sentences))
        }
    }

    private static func sentences(_ span: TextSpan, _ all: [TextSpan]) -> Range<Int> {
        let first = all.firstIndex { $0.end > span.start } ?? all.count
        let last = all.lastIndex { $0.start < span.end } ?? -1
        return first <= last ? first..<last + 1 : first..<first
    }

    private func link(_ record: AlignmentRecord, _ groups: inout DisjointSets<Node>) {
        guard let a = versions.firstIndex(where: { $0.version == record.source.version }),
            let b = versions.firstIndex(where: { $0.version == record.target.version })
        else { return }
        var candidates: [(score: Double, left: Int, right: Int)] = []
        for (left, rendering) in renderings[a].enumerated() {
            let projected = Self.project(rendering.sentences, record.cover)
            guard !projected.isEmpty else { continue }
            for (right, other) in renderings[b].enumerated()
            where other.sentences.overlaps(projected) {
                let score = score(rendering, versions[a], other, versions[b], projected)
                if score >= Self.threshold { candidates.append((score, left, right)) }
            }
        }
        candidates.sort { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
        var taken: (Set<Int>, Set<Int>) = ([], [])
        for (_, left, right) in candidates
        where !taken.0.contains(left) && !taken.1.contains(right) {
            taken.0.insert(left)
            taken.1.insert(right)
            groups.join(Node(version: a, rendering: left), Node(version: b, rendering: right))
        }
    }

    /// Below it two quotes merely stand near each other.
    private static let threshold = 0.75

    private static func project(_ sentences: Range<Int>, _ beads: [Bead]) -> Range<Int> {
        let hit = beads.filter { $0.isLink && $0.source.overlaps(sentences) }.map(\.target)
        guard let low = hit.map(\.lowerBound).min(), let high = hit.map(\.upperBound).max() else {
            return 0..<0
        }
        return low..<high
    }

    private func score(
        _ left: Rendering, _ leftText: VersionQuotes, _ right: Rendering,
        _ rightText: VersionQuotes, _ projected: Range<Int>
    ) -> Double {
        let shared = right.sentences.clamped(to: projected).count
        let all =
            max(projected.upperBound, right.sentences.upperBound)
            - min(projected.lowerBound, right.sentences.lowerBound)
        var score = all == 0 ? 0 : Double(shared) / Double(all)
        let keys = (left.quotes[0].speaker?.key, right.quotes[0].speaker?.key)
        if let a = keys.0, let b = keys.1 { score += a == b ? 0.4 : -0.4 }
        let isSameForm = (left.quotes[0].form == .indirect) == (right.quotes[0].form == .indirect)
        score += isSameForm ? 0.2 : -0.1
        // Where several quotes share a sentence, those at the same place in it belong together.
        let places = (Self.place(left, leftText), Self.place(right, rightText))
        score += 0.3 * (1 - abs(places.0 - places.1))
        let shares = (Self.share(left, leftText), Self.share(right, rightText))
        return score + 0.2 * (1 - abs(shares.0 - shares.1))
    }

    /// Where in its sentences a rendering begins, 0 to 1.
    private static func place(_ rendering: Rendering, _ text: VersionQuotes) -> Double {
        let around = frame(rendering, text)
        return around.isEmpty
            ? 0 : Double(max(0, rendering.span.start - around.start)) / Double(around.count)
    }

    /// How much of its sentences a rendering fills, 0 to 1.
    private static func share(_ rendering: Rendering, _ text: VersionQuotes) -> Double {
        let around = frame(rendering, text)
        return around.isEmpty
            ? 0 : min(1, Double(rendering.span.count) / Double(around.count))
    }

    private static func frame(_ rendering: Rendering, _ text: VersionQuotes) -> TextSpan {
        let own = text.sentences[rendering.sentences.clamped(to: 0..<text.sentences.count)]
        guard let first = own.first, let last = own.last else { return rendering.span }
        return TextSpan(first.start, last.end)
    }
}
