import Corpus
import Foundation
import Testing
import TextCore
import Workbench

struct ExportServiceTests {
    typealias Desk = CorpusServiceTests.Desk

    /// An English text, its Ukrainian translation, and an Arabic one made from the Ukrainian.
    static func desk() throws -> Desk {
        let desk = try Desk()
        try desk.add("# One 🎭.\n\nTwo. Three.\n", "en")
        try desk.add("# Один 🎭.\n\nДва. Три.\n", "uk", from: "en")
        try desk.add("# واحد.\n\nاثنان. ثلاثة.\n", "ar", from: "uk")
        let beads = (0..<3).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 0.9) }
        try store(beads, "en", "uk", desk)
        try store(
            [
                beads[0], Bead(source: 1..<3, target: 1..<2, score: 0.4),
                Bead(source: 3..<3, target: 2..<3, score: 0),
            ], "uk", "ar", desk)
        return desk
    }

    static func store(_ beads: [Bead], _ source: String, _ target: String, _ desk: Desk) throws {
        try desk.corpus.store(
            beads, "bridge", try desk.corpus.version(source, of: "bridge"),
            try desk.corpus.version(target, of: "bridge"))
    }

    static func table(_ desk: Desk, _ selection: ExportService.Selection = .init()) throws
        -> [String]
    {
        let exported = try ExportService(desk.corpus).units(
            of: ["bridge"], selection, format: .tsv)
        return String(decoding: exported.bytes, as: UTF8.self).split(separator: "\n")
            .map(String.init)
    }

    @Test func aBeadOfTwoSentencesJoinsThemInEveryLanguage() throws {
        #expect(
            try Self.table(Self.desk()) == [
                "id\tscore\ten\tuk\tar", "bridge/1\t0.9\tOne 🎭.\tОдин 🎭.\tواحد.",
                "bridge/2\t0.4\tTwo. Three.\tДва. Три.\tاثنان.",
            ])
    }

    @Test func uncertainBeadsAreLeftOutAndConfirmedOnesStay() throws {
        let desk = try Self.desk()
        var selection = ExportService.Selection()
        selection.minimumScore = 0.5
        #expect(
            try Self.table(desk, selection).dropFirst(2) == [
                "bridge/2\t0.9\tTwo.\tДва.\t", "bridge/3\t0.9\tThree.\tТри.\t",
            ])
        try desk.corpus.decide(
            Bead(source: 1..<3, target: 1..<2, score: 0.4, status: .confirmed), "bridge",
            try desk.corpus.version("uk", of: "bridge"), try desk.corpus.version("ar", of: "bridge")
        )
        #expect(
            try Self.table(desk, selection).last == "bridge/2\t0.9\tTwo. Three.\tДва. Три.\tاثنان.")
    }

    @Test func aPairThatIsNotAlignedIsJoinedOverWhatLiesBetween() throws {
        var selection = ExportService.Selection()
        selection.pair = ("ar", "en")
        #expect(
            try Self.table(Self.desk(), selection) == [
                "id\tscore\tar\ten", "bridge/1\t0.9\tواحد.\tOne 🎭.",
                "bridge/2\t0.4\tاثنان.\tTwo. Three.",
            ])
    }

    @Test func ofSeveralVersionsInALanguageOneGoesIn() throws {
        let desk = try Self.desk()
        try desk.add("# Uno.\n\nZwei. Drei.\n", "uk", from: "en", outlet: "daily")
        let beads = (0..<3).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 1) }
        try Self.store(beads, "en", "uk.daily", desk)
        let exported = try ExportService(desk.corpus).units(
            of: ["bridge"], .init(), format: .jsonl)
        #expect(exported.count == 2)
        #expect(exported.problems.map(\.hint) == ["name it with --pair to have it"])
    }

    @Test func aDamagedArticleKeepsTheOthersFromNobody() throws {
        let desk = try Self.desk()
        let service = ExportService(desk.corpus)
        let exported = try service.units(of: ["none", "bridge"], .init(), format: .tmx)
        #expect(exported.count == 2)
        #expect(exported.problems.map(\.message) == ["none: no article 'none' in this corpus"])
        #expect(throws: WorkbenchError.self) {
            try service.units(of: ["none"], .init(), format: .tmx)
        }
    }
}
