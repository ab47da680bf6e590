internal import Corpus
internal import TextCore
internal import Tracking

/// The alignments between the versions of one article, for what versions in third languages say of two others.
struct ThirdVersions: Sendable {
    /// Less sure beads tell nothing of others.
    private static let least = 0.5

    private var covers: [VersionKey: [VersionKey: [Bead]]] = [:]

    mutating func add(_ beads: [Bead], _ source: VersionKey, _ target: VersionKey) {
        covers[source, default: [:]][target] = beads
        covers[target, default: [:]][source] = beads.map {
            Bead(source: $0.target, target: $0.source, score: $0.score, status: $0.status)
        }
    }

    /// The versions that both are aligned with, in order.
    private func thirds(_ first: VersionKey, _ second: VersionKey) -> [VersionKey] {
        let others = covers[second] ?? [:]
        return (covers[first] ?? [:]).keys.filter { others[$0] != nil }.sorted()
    }

    /// For each sentence of a version, the sentences of third versions that it is aligned with.
    func ties(_ version: VersionReading, with other: VersionKey) -> [[String]] {
        var ties = [[String]](repeating: [], count: version.sentences.count)
        for third in thirds(version.key, other) {
            for bead in covers[version.key]?[third] ?? []
            where bead.isLink && (bead.status == .confirmed || bead.score >= Self.least) {
                for sentence in bead.source where sentence < ties.count {
                    ties[sentence] += bead.target.map { "\(third) \($0)" }
                }
            }
        }
        return ties
    }

    /// How the beads of two versions agree with each third one.
    func triangles(_ beads: [Bead], _ first: VersionKey, _ second: VersionKey) -> [(
        third: VersionKey, triangle: BeadTriangle
    )] {
        thirds(first, second).map { third in
            (
                third,
                BeadTriangle(
                    beads, over: covers[first]?[third] ?? [], covers[third]?[second] ?? [])
            )
        }
    }
}
