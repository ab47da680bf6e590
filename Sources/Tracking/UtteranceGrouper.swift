public import Corpus
internal import Quotes
internal import TextCore

/// Finds the renderings of one utterance over the versions of an article.
///
/// The beads of the stored alignments lead from a quote's sentences to those of another version; the quotes that stand
/// there compete by speaker, form, place and length. The surest links of all pairs of versions are made first, and none
/// that would give one utterance two renderings in a version.
public struct UtteranceGrouper {
    private struct Node: Hashable {
        let version: Int
        let rendering: Int
    }

    private struct Link {
        let score: Double
        let left: Node
        let right: Node
    }

    private let versions: [VersionQuotes]
    private let renderings: [[Rendering]]
    private let places: [RenderingPlaces]
    private let words: [[RenderingWords]]

    public init(_ versions: [VersionQuotes]) {
        self.versions = versions
        renderings = versions.map(Self.renderings)
        words = zip(versions, renderings).map { version, own in
            own.map { RenderingWords($0, in: version) }
        }
        places = zip(versions, renderings).map { RenderingPlaces($1, in: $0) }
    }

    /// - Parameter alignments: those between any of the versions.
    /// - Returns: in the order in which they come in the first version that has them; single renderings too.
    public func utterances(_ alignments: [AlignmentRecord]) -> [Utterance] {
        var groups = DisjointSets<Node>()
        for (version, own) in renderings.enumerated() {
            for index in own.indices { groups.add(Node(version: version, rendering: index)) }
        }
        // Equal scores keep the order of the alignments and of the texts.
        let links = (alignments.flatMap(links) + outletLinks()).enumerated().sorted {
            ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
        }
        for (_, link) in links {
            groups.join(link.left, link.right) { left, right in
                Set(left.map(\.version)).isDisjoint(with: right.map(\.version))
            }
        }
        let nodes = groups.groups.map { group in
            group.sorted {
                let (left, right) = (
                    renderings[$0.version][$0.rendering], renderings[$1.version][$1.rendering]
                )
                return (left.version, left.span) < (right.version, right.span)
            }
        }
        let found = nodes.map { group in group.map { renderings[$0.version][$0.rendering] } }
        let lengths = RenderingLengths(found, reference: versions.first?.version)
        return zip(nodes, found).map { group, renderings in
            let wordings = Dictionary(
                group.map { (versions[$0.version].version, words[$0.version][$0.rendering]) },
                uniquingKeysWith: { first, _ in first })
            return Utterance(
                renderings: renderings,
                differences: UtteranceComparison(renderings, wordings, lengths).differences)
        }
    }

    /// Between versions in one language.
    private func outletLinks() -> [Link] {
        let byLanguage = Dictionary(grouping: versions.indices) { versions[$0].version.language }
        let several = byLanguage.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        return several.flatMap { same -> [Link] in
            let sides = same.map { OutletLinks(renderings[$0], in: versions[$0]) }
            return sides.indices.flatMap { left in
                sides.indices.dropFirst(left + 1).flatMap { right in
                    sides[left].links(to: sides[right]).map { pair in
                        Link(
                            score: pair.score,
                            left: Node(version: same[left], rendering: pair.left),
                            right: Node(version: same[right], rendering: pair.right))
                    }
                }
            }
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
                sentences: RenderingPlaces.sentences(span, version.sentences))
        }
    }

    private func links(_ record: AlignmentRecord) -> [Link] {
        guard let a = versions.firstIndex(where: { $0.version == record.source.version }),
            let b = versions.firstIndex(where: { $0.version == record.target.version })
        else { return [] }
        let projection = BeadProjection(record.cover)
        var links: [Link] = []
        for (left, rendering) in renderings[a].enumerated() {
            guard let projected = projection[rendering.sentences] else { continue }
            let rank = places[a].rank(of: left)
            for right in places[b].candidates(in: projected.sentences, near: rank) {
                let score = score(Node(version: a, rendering: left), projected, at: b, right)
                guard score >= Self.threshold else { continue }
                links.append(
                    Link(
                        score: score, left: Node(version: a, rendering: left),
                        right: Node(version: b, rendering: right)))
            }
        }
        return links
    }

    /// Below it two quotes merely stand near each other.
    private static let threshold = 0.75

    private func score(
        _ node: Node, _ projected: BeadProjection.Stretch, at version: Int, _ other: Int
    ) -> Double {
        let left = renderings[node.version][node.rendering]
        let right = renderings[version][other]
        var score = projected.overlap(right.sentences)
        let keys = (left.quotes[0].speaker?.key, right.quotes[0].speaker?.key)
        if let a = keys.0, let b = keys.1 { score += a == b ? 0.4 : -0.4 }
        let isSameForm = (left.quotes[0].form == .indirect) == (right.quotes[0].form == .indirect)
        score += isSameForm ? 0.2 : -0.1
        // Where several quotes share a sentence, those at the same place in it belong together.
        let (from, to) = (places[node.version][node.rendering], places[version][other])
        score += 0.3 * (1 - abs(from.start - to.start))
        score += 0.2 * (1 - abs(from.share - to.share))
        return score + agreement(node, Node(version: version, rendering: other), projected)
    }

    /// Where a bead is weak, the words must speak for it: a number or a name that both have.
    private func agreement(
        _ left: Node, _ right: Node, _ projected: BeadProjection.Stretch
    ) -> Double {
        let (a, b) = (words[left.version][left.rendering], words[right.version][right.rendering])
        let (ours, theirs) = (a.numbers.values, b.numbers.values)
        let shares = !ours.isDisjoint(with: theirs) || a.names.keys.contains { b.names[$0] != nil }
        if shares { return 0.2 }
        // Numbers on both sides and none in common: another thing was said.
        let contradicts = !ours.isEmpty && !theirs.isEmpty
        return (contradicts ? -0.6 : 0) - (projected.confidence < Self.sure ? 0.4 : 0)
    }

    /// Below it a bead alone ties nothing together.
    private static let sure = 0.35
}
