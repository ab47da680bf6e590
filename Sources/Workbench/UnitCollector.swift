internal import Corpus
internal import Interchange
internal import TextCore

/// Makes translation units of the versions of one article: sentences that beads tie together, over any number of
/// languages.
///
/// Versions are joined pair by pair along a tree, from the source outwards. A pair more would add no text, and where two
/// alignments disagree it would glue whole paragraphs together.
struct UnitCollector {
    struct Edge {
        let source: VersionKey
        let target: VersionKey
        let beads: [Bead]
    }

    private struct Place: Hashable {
        let version: VersionKey
        let sentence: Int
    }

    private let slug: String
    private let readings: [VersionKey: VersionReading]
    /// The source first, then in the order in which the tree reaches them.
    private let order: [VersionKey]
    private var parents: [Place: Place] = [:]
    private var scores: [Place: Double] = [:]

    /// - Parameter edges: a tree over `order`.
    init(
        _ slug: String, _ readings: [VersionKey: VersionReading], _ order: [VersionKey],
        _ edges: [Edge], minimum: Double
    ) {
        self.slug = slug
        self.readings = readings
        self.order = order
        for edge in edges {
            for bead in edge.beads where bead.isLink {
                // What a person confirmed is certain, whatever the aligner thought of it.
                let score = bead.status == .confirmed ? 1 : bead.score
                if score >= minimum { join(bead, edge, score) }
            }
        }
    }

    /// Units in the order of the source's sentences.
    ///
    /// - Parameter kept: versions whose texts go into the units; of each unit at least two are there.
    mutating func units(_ kept: Set<VersionKey>) -> [TranslationUnit] {
        var groups: [Place: [VersionKey: [Int]]] = [:]
        var roots: [Place] = []
        for key in order {
            for sentence in 0..<(readings[key]?.sentences.count ?? 0) {
                let root = root(Place(version: key, sentence: sentence))
                if groups[root] == nil { roots.append(root) }
                groups[root, default: [:]][key, default: []].append(sentence)
            }
        }
        var units: [TranslationUnit] = []
        for root in roots {
            let variants = order.filter(kept.contains).compactMap { key in
                groups[root]?[key].flatMap { variant(key, $0) }
            }
            if variants.count > 1 {
                units.append(
                    TranslationUnit(
                        id: "\(slug)/\(units.count + 1)", variants: variants, score: scores[root]))
            }
        }
        return units
    }

    private func variant(_ key: VersionKey, _ sentences: [Int]) -> TranslationUnit.Variant? {
        readings[key].map { .init(key.language, $0.text(of: sentences)) }
    }

    private mutating func join(_ bead: Bead, _ edge: Edge, _ score: Double) {
        let places =
            bead.source.map { Place(version: edge.source, sentence: $0) }
            + bead.target.map { Place(version: edge.target, sentence: $0) }
        let roots = Set(places.map { root($0) })
        // A unit is as sure as the least sure of its beads.
        let least = roots.compactMap { scores[$0] }.min().map { min($0, score) } ?? score
        let first = root(places[0])
        for other in roots where other != first { parents[other] = first }
        scores[first] = least
    }

    /// Follows the links of a disjoint set, and shortens them on the way.
    private mutating func root(_ place: Place) -> Place {
        var top = place
        while let next = parents[top] { top = next }
        var place = place
        while let next = parents[place], next != top {
            parents[place] = top
            place = next
        }
        return top
    }
}

extension VersionReading {
    /// The text of some sentences, in order: with what stands between neighbours of one block, else on lines.
    func text(of indices: [Int]) -> String {
        var spans: [TextSpan] = []
        var last: Int?
        for index in indices {
            let sentence = sentences[index]
            if let open = spans.last, let last, last == index - 1,
                sentences[last].block == sentence.block
            {
                spans[spans.count - 1] = TextSpan(open.start, sentence.span.end)
            } else {
                spans.append(sentence.span)
            }
            last = index
        }
        return spans.map { document.text[$0] }.joined(separator: "\n")
    }
}
