import Foundation
import Testing

/// The table of `docs/quotes.md` claims no more than the locale data holds.
struct QuotesDocumentTests {
    struct Row {
        let tag: String
        let counts: [Int]
        let dash: Bool
        let particles: Bool
    }

    static func rows() throws -> [Row] {
        try ReferenceTests.document("docs/quotes.md").split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count == 10, let verbs = Int(cells[2]), let cues = Int(cells[3]),
                let cases = Int(cells[6]), let mediation = Int(cells[7]),
                let negatives = Int(cells[8])
            else { return nil }
            return Row(
                tag: cells[1], counts: [verbs, cues, cases, mediation, negatives],
                dash: cells[4] == "yes", particles: cells[5] == "yes")
        }
    }

    static let locales = ReferenceTests.root.appending(path: "locales")

    static func lines(_ folder: String, _ file: String) -> [Substring] {
        let url = locales.appending(path: folder).appending(path: file)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").filter { !$0.hasPrefix("# ") }
    }

    static func object(_ folder: String, _ file: String) -> [String: Any]? {
        let url = locales.appending(path: folder).appending(path: file)
        guard let data = try? Data(contentsOf: url) else { return nil }
        return try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    }

    /// The folder and its parents below the root.
    static func lineage(_ tag: String) -> [String] {
        var folders: [String] = []
        var next: String? = tag
        while let folder = next, folder != "root", folders.count < 5 {
            folders.append(folder)
            next = object(folder, "locale.json")?["parent"] as? String
        }
        return folders
    }

    @Test func everyLanguageWithMediationCasesIsInTheTable() throws {
        let rows = try Self.rows()
        #expect(rows.count >= 19)
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.locales.path(percentEncoded: false))
        let covered = folders.filter { !Self.lines($0, "cases/mediation.jsonl").isEmpty }
        #expect(Set(covered).isSubset(of: rows.map(\.tag)))
    }

    @Test func theTableClaimsNoMoreThanThereIs() throws {
        for row in try Self.rows() {
            let folders = Self.lineage(row.tag)
            func count(_ file: String) -> Int {
                folders.reduce(0) { $0 + Self.lines($1, file).count }
            }
            let mediation = Self.lines(row.tag, "cases/mediation.jsonl")
            let negatives = mediation.filter { line in
                !line.contains("\"mediation\": \"interpreted\"")
                    && !line.contains("\"mediation\": \"translated\"")
                    && !line.contains("\"mediation\": \"language_noted\"")
                    && !line.contains("\"relay\"")
            }
            let held = [
                count("reporting.txt"),
                count("mediation.tsv")
                    - folders.filter { folder in
                        !Self.lines(folder, "mediation.tsv").isEmpty
                    }.count, Self.lines(row.tag, "cases/quotes.jsonl").count, mediation.count,
                negatives.count,
            ]
            for (claimed, held) in zip(row.counts, held) {
                #expect(claimed <= held, "\(row.tag): \(row.counts), but there are \(held)")
            }
            let style = folders.lazy.compactMap { Self.object($0, "quotation.json") }.first
            #expect(row.dash == (style?["dashDialogue"] as? Bool ?? false), "\(row.tag): dash")
            let marks = folders.contains { folder in
                Self.lines(folder, "grammar.txt").contains { $0.hasPrefix("quote-marker\t") }
            }
            #expect(row.particles == marks, "\(row.tag): particles")
        }
    }

    /// So many that a change which accuses a reporter falsely is noticed.
    @Test func aThirdOfTheMediationCasesAreNegatives() throws {
        let rows = try Self.rows()
        let (all, negatives) = rows.reduce((0, 0)) { ($0.0 + $1.counts[3], $0.1 + $1.counts[4]) }
        #expect(all >= 150 && negatives * 3 >= all)
    }
}
