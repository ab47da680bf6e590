import Corpus
import Foundation
import Testing
import TextCore
import Workbench

struct DiffServiceTests {
    typealias Desk = CorpusServiceTests.Desk

    static func desk() throws -> Desk {
        let desk = try Desk()
        try desk.add("# The bridge 🎭\n\nIt opened on Friday. It cost nine million.\n", "en")
        try desk.add(
            "# Міст 🎭\n\nЙого відкрили в п’ятницю. Він коштував дев’ять мільйонів.\n", "uk",
            from: "en")
        try align(desk)
        return desk
    }

    static func align(_ desk: Desk) throws {
        let beads = (0..<3).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 1) }
        try desk.corpus.store(
            beads, "bridge", try desk.corpus.version("en", of: "bridge"),
            try desk.corpus.version("uk", of: "bridge"))
    }

    static func write(_ text: String, _ desk: Desk) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(desk.path)/articles/bridge/en.md"))
    }

    /// The alignment may be of the source as it was or as it is.
    @Test(arguments: [false, true])
    func theTargetIsFoundWhicheverTextWasAligned(isRealigned: Bool) throws {
        let desk = try Self.desk()
        try Self.write("# The bridge 🎭\n\nIt opened on Friday. It cost ten million.\n", desk)
        if isRealigned { try Self.align(desk) }
        let report = try DiffService(desk.corpus).report("bridge", "uk")
        let change = try #require(report.changes.first)
        #expect(report.changes.count == 1 && change.isBehind && change.kind == "edited")
        #expect(change.old == "It cost nine million." && change.new == "It cost ten million.")
        #expect(change.target == "Він коштував дев’ять мільйонів.")
    }

    @Test func changesOfFormAreNotBehind() throws {
        let desk = try Self.desk()
        try Self.write("# The Bridge 🎭\n\nIt opened on Friday! It cost nine million.\n", desk)
        let report = try DiffService(desk.corpus).report("bridge", "uk")
        #expect(report.changes.map(\.kind) == ["form", "form"])
        #expect(!report.changes.contains { $0.isBehind })
    }
}
