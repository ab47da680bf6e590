import Foundation
import Testing
import Workbench

struct LocaleInspectionTests {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func ourOwnDataIsSound() throws {
        let shelf = try ProfileShelf.open(
            Self.root.appending(path: "locales").path(percentEncoded: false), executable: "")
        let report = LocaleInspection(shelf).run()
        #expect(report.faults == [])
        #expect(report.caseCount >= 25)
    }

    @Test func faultsAreFound() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "locales-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "root/cases"), withIntermediateDirectories: true)
        func write(_ name: String, _ content: String) throws {
            try Data(content.utf8).write(to: folder.appending(path: "root/\(name)"))
        }
        try write(
            "locale.json", #"{"tag":"root","name":"root","sources":[],"licence":"Apache-2.0"}"#)
        try write("mediation.tsv", "interpreted\tframe\tчерез (переводчика\tчерез переводчика\n")
        try write(
            "cases/segmentation.jsonl", #"{"text":"Да. Нет.","sentences":["Да. Нет."]}"# + "\n")
        let shelf = try ProfileShelf.open(folder.path(percentEncoded: false), executable: "")
        let places = LocaleInspection(shelf).run().faults.map(\.place)
        #expect(places == ["root/mediation.tsv:1", "root/cases/segmentation.jsonl:1"])
    }
}
