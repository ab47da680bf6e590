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
        try write("starters.txt", "ты\nmy\nты\nyou \ncafe\u{301}\nzu")
        let shelf = try ProfileShelf.open(folder.path(percentEncoded: false), executable: "")
        let faults = LocaleInspection(shelf).run().faults
        let found = faults.map { fault in
            (fault.place.split(separator: "/").last ?? "") + " " + fault.message.prefix(12)
        }
        #expect(
            found == [
                "starters.txt:1:1 does not end", "starters.txt:4:1 ends with wh",
                "starters.txt:5:1 is not in no", "locale.json:1:1 does not end",
                "starters.txt:2:1 'my' belongs",
                "starters.txt:3:1 'ты' is alre", "starters.txt:4:1 'you ' belon",
                "starters.txt:5:1 'café' belon", "mediation.tsv:1 the pattern ",
                "segmentation.jsonl:1 gives [\"Да.\"",
            ])
    }
}
