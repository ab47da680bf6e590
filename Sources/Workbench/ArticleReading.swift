public import Corpus
public import TextCore

/// A version with its text and its sentences, ready for an analyser.
public struct VersionReading: Sendable {
    public struct Sentence: Hashable, Sendable {
        /// In the document's text.
        public let span: TextSpan
        public let kind: BlockKind
        /// The index of its block in the document.
        public let block: Int
    }

    public let version: Version
    public let document: Document
    public let revision: Revision
    public let sentences: [Sentence]

    public var key: VersionKey { version.key }
    public var texts: [String] { sentences.map { document.text[$0.span] } }
    public var spans: [TextSpan] { sentences.map(\.span) }

    init(_ version: Version, _ text: VersionText, _ spans: [TextSpan]) {
        self.version = version
        document = text.document
        revision = text.revision
        var block = 0
        sentences = spans.map { span in
            while block + 1 < text.document.blocks.count,
                text.document.blocks[block].span.end <= span.start
            {
                block += 1
            }
            let kind = text.document.blocks.isEmpty ? .paragraph : text.document.blocks[block].kind
            return Sentence(span: span, kind: kind, block: block)
        }
    }

    /// This text as a side of a stored alignment.
    var side: AlignedSide {
        AlignedSide(
            version: key, revision: revision,
            sentences: texts.map { Revision(of: Array($0.utf8)) })
    }
}

/// Texts for the analysers, and beads back.
extension CorpusService {
    /// The slugs of all articles, in order.
    public var slugs: [String] { folder.slugs().slugs.map(\.string) }

    /// All versions of an article that have a text, in order of their keys.
    public func versions(of slug: String) throws(WorkbenchError) -> [VersionReading] {
        let slug = try Self.slug(slug)
        return try WorkbenchError.wrap { () throws(CorpusError) in
            let article = try folder.article(slug)
            var readings: [VersionReading] = []
            for key in article.keys {
                if let reading = try reading(article, key) { readings.append(reading) }
            }
            return readings
        }
    }

    /// One version, by its key or by a language that only one version has.
    public func version(_ name: String, of slug: String) throws(WorkbenchError) -> VersionReading {
        let slug = try Self.slug(slug)
        return try WorkbenchError.wrap { () throws(CorpusError) in
            let article = try folder.article(slug)
            let key = try article.version(named: name).key
            guard let reading = try reading(article, key) else {
                throw .noVersion(slug: slug.string, key: name, known: article.keys.map(\.string))
            }
            return reading
        }
    }

    func reading(_ article: Article, _ key: VersionKey) throws(CorpusError)
        -> VersionReading?
    {
        guard let version = article.versions[key], let text = try folder.text(article.slug, key)
        else { return nil }
        return VersionReading(version, text, spans(text.document))
    }

    /// The stored alignments between the versions of an article that are of today's texts.
    func alignments(_ slug: String) throws(WorkbenchError) -> [AlignmentRecord] {
        let name = try Self.slug(slug)
        let versions = try versions(of: slug)
        return try WorkbenchError.wrap { () throws(CorpusError) in
            var records: [AlignmentRecord] = []
            for (index, first) in versions.enumerated() {
                for second in versions[(index + 1)...] {
                    for (a, b) in [(first, second), (second, first)] {
                        guard let record = try folder.alignment(name, a.key, b.key),
                            record.source == a.side, record.target == b.side
                        else { continue }
                        records.append(record)
                    }
                }
            }
            return records
        }
    }

    /// The corpus's known names; lines that cannot be read are left out, and `doctor` tells of them.
    public func knownNames() throws(WorkbenchError) -> [NameRecord] {
        try WorkbenchError.wrap { () throws(CorpusError) in try folder.names().records }
    }

    /// The known names without what else the corpus says of them.
    public func knownForms() throws(WorkbenchError) -> [KnownName] {
        try knownNames().map(\.name)
    }

    /// What people decided about a pair, as beads of the texts of today: locks for the aligner, and links that must not
    /// come back. Decisions whose sentences have changed are gone.
    public func decisions(_ slug: String, _ source: VersionReading, _ target: VersionReading)
        throws(WorkbenchError) -> [Bead]
    {
        let slug = try Self.slug(slug)
        return try WorkbenchError.wrap { () throws(CorpusError) in
            let old = try folder.alignment(slug, source.key, target.key)
            return old?.decisions(
                forSource: source.side.sentences, target: target.side.sentences) ?? []
        }
    }

    /// What of a stored alignment still stands for the texts of today.
    func carried(
        _ slug: String, _ source: VersionReading, _ target: VersionReading
    ) throws(WorkbenchError) -> CarriedAlignment? {
        let slug = try Self.slug(slug)
        return try WorkbenchError.wrap { () throws(CorpusError) in
            try folder.alignment(slug, source.key, target.key)?.carried(
                forSource: source.side.sentences, target: target.side.sentences)
        }
    }

    /// True when the stored alignment is of these very texts.
    func isCurrent(
        _ slug: String, _ source: VersionReading, _ target: VersionReading
    ) throws(WorkbenchError) -> Bool {
        let record = try alignment(Self.slug(slug), source.key, target.key)
        return record?.source == source.side && record?.target == target.side
    }

    /// Stores what an aligner found for a pair. What people decided stays, and only they decide: the status of the given
    /// beads does not count.
    public func store(
        _ beads: [Bead], _ slug: String, _ source: VersionReading, _ target: VersionReading
    ) throws(WorkbenchError) {
        try rewrite(slug, source, target) { _, decided in decided.applied(to: beads) }
    }

    /// Confirms or rejects one bead of a stored alignment, or takes that back (`auto`).
    ///
    /// A confirmed bead takes its sentences from the beads that had them.
    public func decide(
        _ bead: Bead, _ slug: String, _ source: VersionReading, _ target: VersionReading
    ) throws(WorkbenchError) {
        try rewrite(slug, source, target) { old, decided in
            decided.deciding(bead).applied(to: old)
        }
    }

    /// Reads under the lock, since someone may have decided something while the beads were made.
    private func rewrite(
        _ slug: String, _ source: VersionReading, _ target: VersionReading,
        _ body: (_ cover: [Bead], _ decided: BeadMerge) -> [Bead]
    ) throws(WorkbenchError) {
        let slug = try Self.slug(slug)
        try WorkbenchError.wrap { () throws(CorpusError) in
            try folder.locked { (writer) throws(CorpusError) in
                let old = try folder.alignment(slug, source.key, target.key)
                let (from, to) = (source.side, target.side)
                let decisions =
                    old?.decisions(forSource: from.sentences, target: to.sentences) ?? []
                let isCurrent = old?.source == from && old?.target == to
                let carried = old?.carried(forSource: from.sentences, target: to.sentences)
                let cover =
                    isCurrent
                    ? old?.cover ?? []
                    : BeadMerge.filled(
                        carried?.settled ?? [], from.sentences.count, to.sentences.count)
                let beads = body(cover, BeadMerge(decisions))
                try writer.save(AlignmentRecord(source: from, target: to, beads: beads), slug)
            }
        }
    }
}
