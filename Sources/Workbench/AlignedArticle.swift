internal import Corpus
internal import Interchange
internal import TextCore

/// The versions of one article with the alignments that are stored for them and still fit their texts.
struct AlignedArticle {
    let slug: String
    let readings: [VersionKey: VersionReading]
    /// The version that most others were made from.
    let source: VersionKey?
    private let edges: [UnitCollector.Edge]
    /// Pairs whose texts were edited since, so that their beads mean other sentences.
    private let stale: [(source: VersionKey, target: VersionKey)]

    init(_ corpus: CorpusService, _ slug: String) throws(WorkbenchError) {
        let versions = try corpus.versions(of: slug)
        let readings = Dictionary(versions.map { ($0.key, $0) }) { $1 }
        let name = try CorpusService.slug(slug)
        var edges: [UnitCollector.Edge] = []
        var stale: [(source: VersionKey, target: VersionKey)] = []
        for pair in corpus.folder.alignedPairs(name) {
            guard let source = readings[pair.source], let target = readings[pair.target],
                let record = try corpus.alignment(name, pair.source, pair.target)
            else { continue }
            if record.fits(source, target) {
                edges.append(.init(source: pair.source, target: pair.target, beads: record.cover))
            } else {
                stale.append(pair)
            }
        }
        self.slug = slug
        self.readings = readings
        self.edges = edges
        self.stale = stale
        source = VersionPairs.hub(versions)?.key
    }

    /// The stored alignment of two versions, the first as its source.
    func beads(_ first: VersionKey, _ second: VersionKey) -> [Bead]? {
        for edge in edges {
            if edge.source == first, edge.target == second { return edge.beads }
            if edge.source == second, edge.target == first {
                return edge.beads.map {
                    Bead(
                        source: $0.target, target: $0.source, score: $0.score, status: $0.status)
                }
            }
        }
        return nil
    }

    func key(named name: String) throws(WorkbenchError) -> VersionKey {
        try WorkbenchError.wrap { () throws(CorpusError) in
            let versions = readings.values.map(\.version)
            return try Article(try Slug(slug), versions: versions).version(named: name).key
        }
    }

    /// The beads of a pair as they are stored.
    func cover(
        of pair: (String, String), _ problems: inout [StatusService.Problem]
    ) throws(WorkbenchError) -> [Bead] {
        let (first, second) = (try key(named: pair.0), try key(named: pair.1))
        guard let beads = beads(first, second) else {
            throw WorkbenchError(
                "\(slug): \(first) and \(second) are not aligned",
                hint: "'dragoman align \(slug)' aligns its versions")
        }
        return beads
    }

    func units(
        _ selection: ExportService.Selection, _ problems: inout [StatusService.Problem]
    ) throws(WorkbenchError) -> [TranslationUnit] {
        problems += stale.map {
            StatusService.Problem(
                message: "\(slug): \($0.source) or \($0.target) changed since they were aligned",
                hint: "'dragoman align \(slug)' aligns them again")
        }
        var pair: [VersionKey]?
        if let (first, second) = selection.pair {
            pair = [try key(named: first), try key(named: second)]
        }
        guard let start = pair?.first ?? source else { return [] }
        let (order, tree) = tree(from: start, to: pair?.last)
        let kept = pair ?? onePerLanguage(order, &problems)
        for key in (pair ?? readings.keys.sorted()) where !order.contains(key) {
            problems.append(
                StatusService.Problem(
                    message: "\(slug): no alignment leads from \(start) to \(key)",
                    hint: "'dragoman align \(slug)' aligns its versions"))
        }
        var collector = UnitCollector(
            slug, readings, order, tree, minimum: selection.minimumScore)
        return collector.units(Set(kept))
    }

    /// A unit has one text a language: of several versions in one, the nearest to the source counts.
    private func onePerLanguage(
        _ order: [VersionKey], _ problems: inout [StatusService.Problem]
    ) -> [VersionKey] {
        var seen: Set<LanguageTag> = []
        return order.filter { key in
            if seen.insert(key.language).inserted { return true }
            problems.append(
                StatusService.Problem(
                    message: "\(slug): \(key) is left out, a unit has one text a language",
                    hint: "name it with --pair to have it"))
            return false
        }
    }

    /// The versions that alignments lead to, breadth first, with the alignments that lead there.
    ///
    /// - Parameter end: where given, the path to it alone.
    private func tree(
        from start: VersionKey, to end: VersionKey?
    ) -> (order: [VersionKey], edges: [UnitCollector.Edge]) {
        var cameBy: [VersionKey: (from: VersionKey, edge: UnitCollector.Edge)] = [:]
        var order = [start]
        var next = 0
        while next < order.count {
            let here = order[next]
            next += 1
            for edge in edges where edge.source == here || edge.target == here {
                let there = edge.source == here ? edge.target : edge.source
                guard there != start, cameBy[there] == nil else { continue }
                cameBy[there] = (here, edge)
                order.append(there)
            }
        }
        guard let end else { return (order, order.compactMap { cameBy[$0]?.edge }) }
        guard cameBy[end] != nil else { return ([start], []) }
        var path: [UnitCollector.Edge] = []
        var keys = [end]
        while let step = keys.last.flatMap({ cameBy[$0] }) {
            path.append(step.edge)
            keys.append(step.from)
        }
        return (keys.reversed(), path)
    }
}

extension AlignmentRecord {
    /// True when its beads count the sentences of these texts.
    func fits(_ source: VersionReading, _ target: VersionReading) -> Bool {
        self.source.sentences == source.side.sentences
            && self.target.sentences == target.side.sentences
    }
}

extension CorpusService {
    func alignment(
        _ slug: Slug, _ source: VersionKey, _ target: VersionKey
    ) throws(WorkbenchError) -> AlignmentRecord? {
        try WorkbenchError.wrap { () throws(CorpusError) in
            try folder.alignment(slug, source, target)
        }
    }
}
