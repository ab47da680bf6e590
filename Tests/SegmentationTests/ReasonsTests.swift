import Foundation
import Segmentation
import Testing

struct ReasonsTests {
    /// `--explain` says nothing that the documentation does not know.
    @Test(arguments: BoundaryDecision.Reason.allCases)
    func everyReasonIsDocumented(reason: BoundaryDecision.Reason) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appending(path: "docs/sentences.md"), encoding: .utf8)
        let cells = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
            .compactMap { $0.split(separator: "|").first }
            .flatMap { $0.split(separator: ",") }
            .map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(cells.contains(reason.rawValue))
    }
}
