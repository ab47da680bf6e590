internal import Corpus
internal import TextCore
internal import Tracking

/// What became of a version's source since the version was made.
struct SourceDrift {
    enum State {
        case compared([SentenceChange])
        /// Nobody noted which revision the version was made from.
        case unpinned
        /// The source is another text now, and the old one was not kept.
        case lost
    }

    let source: VersionReading
    let version: VersionReading
    let state: State
    /// The sentences of the source as they were.
    let old: [String]
    /// The sentences of the version that stored beads tie to a sentence of the old and of today's source.
    private let counterparts: (old: [Int: [Int]], new: [Int: [Int]])

    /// - Throws: `noVersion` where the version names no source, or one that is not there.
    init(_ corpus: CorpusService, _ slug: Slug, _ version: VersionReading, _ source: VersionReading)
        throws(WorkbenchError)
    {
        self.version = version
        self.source = source
        guard let pin = version.version.origin?.revision else {
            (state, old, counterparts) = (.unpinned, [], ([:], [:]))
            return
        }
        let kept = try WorkbenchError.wrap { () throws(CorpusError) in
            try corpus.folder.text(slug, source.key, at: pin)
        }
        guard let kept else {
            (state, old, counterparts) = (.lost, [], ([:], [:]))
            return
        }
        old = corpus.spans(kept.document).map { kept.document.text[$0] }
        state = .compared(SentenceDiff(old: old, new: source.texts).changes)
        let record = try corpus.alignment(slug, source.key, version.key)
        counterparts =
            record.map { [old] in Self.counterparts($0, old, source, version) } ?? ([:], [:])
    }

    /// The version's sentences for a change, in order; empty where no bead tells.
    func targets(of change: SentenceChange) -> [Int] {
        let known = change.old.flatMap { counterparts.old[$0] ?? [] }
        let all = known.isEmpty ? change.new.flatMap { counterparts.new[$0] ?? [] } : known
        return Set(all).sorted()
    }

    /// The alignment may be of the source as it was, as it is, or of something between: sentences are followed by their
    /// digests.
    private static func counterparts(
        _ record: AlignmentRecord, _ old: [String], _ source: VersionReading,
        _ version: VersionReading
    ) -> (old: [Int: [Int]], new: [Int: [Int]]) {
        let digests = old.map { Revision(of: Array($0.utf8)) }
        let toOld = SequenceMatch.map(from: record.source.sentences, to: digests)
        let toNew = SequenceMatch.map(from: record.source.sentences, to: source.side.sentences)
        let toTarget = SequenceMatch.map(from: record.target.sentences, to: version.side.sentences)
        var result: (old: [Int: [Int]], new: [Int: [Int]]) = ([:], [:])
        for bead in record.cover where bead.isLink {
            guard bead.source.upperBound <= toOld.count, bead.target.upperBound <= toTarget.count
            else { continue }
            let targets = bead.target.compactMap { toTarget[$0] }
            for index in bead.source {
                if let place = toOld[index] { result.old[place] = targets }
                if let place = toNew[index] { result.new[place] = targets }
            }
        }
        return result
    }
}
