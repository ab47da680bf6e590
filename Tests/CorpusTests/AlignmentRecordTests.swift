import Corpus
import Testing
import TextCore

struct AlignmentRecordTests {
    private func side(_ key: String, _ sentences: [String]) -> AlignedSide {
        AlignedSide(
            version: Samples.key(key), revision: Revision(of: Array(key.utf8)),
            sentences: sentences.map { Revision(of: Array($0.utf8)) })
    }

    private func record() -> AlignmentRecord {
        AlignmentRecord(
            source: side("en", ["a", "b", "c"]), target: side("uk", ["а", "б", "в"]),
            beads: [
                Bead(source: 1..<3, target: 1..<2, score: 0.75, status: .confirmed),
                Bead(source: 0..<1, target: 0..<1, score: 0.98765),
                Bead(source: 0..<0, target: 2..<3, score: 0.5),
                Bead(source: 0..<1, target: 2..<3, score: 0.1, status: .rejected),
            ])
    }

    @Test func itIsStoredAndReadBack() throws {
        let corpus = try TemporaryCorpus()
        let slug = try Slug("bridge")
        let saved = record()
        try corpus.folder.locked { writer throws(CorpusError) in try writer.save(saved, slug) }
        let read = try #require(
            try corpus.folder.alignment(slug, Samples.key("en"), Samples.key("uk")))
        #expect(read.source == saved.source && read.target == saved.target)
        #expect(read.beads.map(\.source) == saved.beads.map(\.source))
        #expect(read.beads.map(\.status) == saved.beads.map(\.status))
        #expect(read.beads.map(\.score).contains(0.9877))
        #expect(read.linked == (source: 3, target: 2))
        #expect(corpus.folder.alignedPairs(slug).map(\.target.string) == ["uk"])
    }

    @Test func decisionsFollowTheirSentences() {
        let moved = record().decisions(
            forSource: side("en", ["new", "a", "b", "c"]).sentences,
            target: side("uk", ["а", "б", "змінено"]).sentences)
        // The confirmed bead moves down by one; the sentence of the rejected one has changed.
        #expect(
            moved == [Bead(source: 2..<4, target: 1..<2, score: 0.75, status: .confirmed)])
        let torn = record().decisions(
            forSource: side("en", ["a", "b", "between", "c"]).sentences,
            target: side("uk", ["а", "б", "в"]).sentences)
        #expect(torn.map(\.status) == [.rejected])
    }

    @Test(arguments: [
        (#"[{"source": [0], "target": [3]}]"#, "below 3"),
        (#"[{"source": [0, 2], "target": []}]"#, "neighbouring"),
        (#"[{"source": [], "target": []}]"#, "with a sentence"),
        (#"[{"source": [-1], "target": []}]"#, "below 3"),
        (#"[{"source": [0]}]"#, "'source' and 'target'"),
        (#"[{"source": [0], "target": [0], "status": "x"}]"#, "one of"),
    ])
    func badBeadsAreNamed(beads: String, part: String) throws {
        let corpus = try TemporaryCorpus()
        let digests = #"["0000000000000000", "0000000000000001", "0000000000000002"]"#
        func side(_ key: String) -> String {
            #"{"version": "\#(key)", "revision": "0000000000000000", "sentences": \#(digests)}"#
        }
        try corpus.write(
            "{\"source\": \(side("en")),\n\"target\": \(side("uk")),\n\"beads\": \(beads)}",
            to: "articles/bridge/alignments/en--uk.json")
        let error = #expect(throws: CorpusError.self) {
            try corpus.folder.alignment(Slug("bridge"), Samples.key("en"), Samples.key("uk"))
        }
        let message = error.map { "\($0)" } ?? ""
        #expect(message.contains("en--uk.json:3:") && message.contains(part))
    }
}
